// Reads the entries of a file one by one, so that a bad entry does not hide the others.
import type { z } from 'zod'
import { readValue, validate, type FaultList, type Reading } from './read-file'

export interface Entries<Value> {
  /** The entries that are as they should be. */
  readonly good: Map<string, Value>
  /** All ids that are written, good or not; null when the file could not be read. */
  readonly known: ReadonlySet<string> | null
}

/** No entries, because their file could not be read. */
export function nothing<Value>(): Entries<Value> {
  return { good: new Map(), known: null }
}

/** The entries of a YAML file that maps ids to entries. */
export function readRecord<Shape extends z.ZodType>(reading: Reading, file: string, shape: Shape): Entries<z.output<Shape>> {
  const value = readValue(reading, file)
  return value === undefined ? nothing() : entriesOf(reading.faults, file, [], value, shape)
}

/** The entries of something that maps ids to entries. */
export function entriesOf<Shape extends z.ZodType>(
  faults: FaultList,
  file: string,
  path: readonly string[],
  value: unknown,
  shape: Shape,
): Entries<z.output<Shape>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add(file, path.join('.'), 'must map ids to entries')
    return nothing()
  }
  const good = new Map<string, z.output<Shape>>()
  for (const [id, entry] of Object.entries(value)) {
    const read = validate(faults, file, [...path, id], shape, entry)
    if (read !== null) good.set(id, read)
  }
  return { good, known: new Set(Object.keys(value)) }
}

/** Several files that map ids to entries, put together; an id that stands twice is a fault. */
export function readRecords<Shape extends z.ZodType>(reading: Reading, files: readonly string[], shape: Shape): Entries<z.output<Shape>> {
  const good = new Map<string, z.output<Shape>>()
  const known = new Map<string, string>()
  for (const file of files) {
    const entries = readRecord(reading, file, shape)
    for (const id of entries.known ?? []) {
      const first = known.get(id)
      if (first !== undefined) reading.faults.add(file, id, `stands in ${first} already`)
      else known.set(id, file)
    }
    for (const [id, entry] of entries.good) good.set(id, entry)
  }
  return { good, known: new Set(known.keys()) }
}
