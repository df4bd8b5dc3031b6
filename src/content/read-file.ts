// Reads one file of the pack and checks its shape. What is wrong is noted, never thrown, so that all faults are found at once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { PackFault } from './faults'
import { parseText, type ParsedTexts } from './parsed-texts'

export class FaultList {
  readonly faults: PackFault[] = []

  add(file: string, path: string, message: string): void {
    this.faults.push({ file, path, message })
  }
}

/** Where the pack is and what was found wrong in it so far. */
export interface Reading {
  readonly dir: string
  readonly faults: FaultList
  /** Texts that were parsed before; without it every text is parsed. */
  readonly texts?: ParsedTexts
}

/** The names in a folder of the pack with that ending, in order; a folder that is missing is a fault. */
export function listFiles({ dir, faults }: Reading, folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(join(dir, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`)
  } catch {
    faults.add(folder, '', 'is missing')
    return []
  }
}

/** The text of a file, or null with a fault. */
export function readText({ dir, faults }: Reading, file: string): string | null {
  try {
    return readFileSync(join(dir, file), 'utf8')
  } catch {
    faults.add(file, '', 'is missing')
    return null
  }
}

/** What a YAML text holds, or undefined with a fault. */
export function parseYaml({ faults, texts }: Reading, file: string, text: string): unknown {
  try {
    return texts ? texts.read(text) : parseText(text)
  } catch (problem) {
    faults.add(file, '', firstLine(problem))
    return undefined
  }
}

/** A whole YAML or JSON file in its shape, or null with its faults. */
export function readFile<Shape extends z.ZodType>(reading: Reading, file: string, shape: Shape): z.output<Shape> | null {
  const value = readValue(reading, file)
  return value === undefined ? null : validate(reading.faults, file, [], shape, value)
}

/** What stands in a YAML or JSON file, unchecked; undefined with a fault when it cannot be read. */
export function readValue(reading: Reading, file: string): unknown {
  const text = readText(reading, file)
  if (text === null) return undefined
  if (!file.endsWith('.json')) return parseYaml(reading, file, text)
  try {
    return JSON.parse(text) as unknown
  } catch (problem) {
    reading.faults.add(file, '', firstLine(problem))
    return undefined
  }
}

/** The value in its shape, or null with a fault for everything that does not fit. */
export function validate<Shape extends z.ZodType>(
  faults: FaultList,
  file: string,
  path: readonly string[],
  shape: Shape,
  value: unknown,
): z.output<Shape> | null {
  const result = shape.safeParse(value, { jitless: true })
  if (result.success) return result.data
  for (const issue of result.error.issues) faults.add(file, [...path, ...issue.path.map(String)].join('.'), wordsFor(issue))
  return null
}

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `does not know ${issue.keys.map((key) => `\`${key}\``).join(', ')}`
  return issue.message
}

function firstLine(problem: unknown): string {
  return problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : 'cannot be read'
}
