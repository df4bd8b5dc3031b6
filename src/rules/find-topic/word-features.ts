// The features of a read question for the word regression: stems, pairs, letter runs and ideas, hashed into buckets.
import { hashText } from './known-words'
import type { ReadQuestion } from './read-question'

/** Buckets that features are hashed into. */
export const BUCKETS = 2 ** 16

/** Bucket numbers and their weights; the weights' squares add up to 1. */
export interface Features {
  readonly buckets: Uint32Array
  readonly values: Float32Array
}

const SEED = 0x9747b28c

/** The features of a question. */
export function wordFeatures({ stems, ideas }: ReadQuestion): Features {
  const found = new Map<number, number>()
  const add = (name: string, weight: number): void => {
    const bucket = hashText(name, SEED) & (BUCKETS - 1)
    found.set(bucket, Math.min(2, (found.get(bucket) ?? 0) + weight))
  }
  stems.forEach((stem, place) => {
    add(`w ${stem}`, 1)
    add(`b ${stems[place - 1] ?? '^'} ${stem}`, 0.7)
    if (place > 1) add(`s ${stems[place - 2] ?? ''} ${stem}`, 0.35)
    for (const run of letterRuns(stem)) add(`c ${run}`, 0.3)
  })
  add(`b ${stems.at(-1) ?? '^'} $`, 0.7)
  for (const idea of ideas) add(`i ${idea}`, 0.5)
  return unitLength(found)
}

function* letterRuns(stem: string): Generator<string> {
  const padded = `<${stem}>`
  for (let length = 3; length <= 5; length++) {
    for (let start = 0; start + length <= padded.length; start++) yield padded.slice(start, start + length)
  }
}

function unitLength(found: ReadonlyMap<number, number>): Features {
  const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0)) || 1
  return { buckets: Uint32Array.from(found.keys()), values: Float32Array.from(found.values(), (value) => value / length) }
}
