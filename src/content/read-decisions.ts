// Reads decisions.yaml: the words for each row of routes and for who may act.
import { z } from 'zod'
import type { Problem } from '../rules/triage/rows'
import type { DecisionTable } from './pack'
import { readFile, type Reading } from './read-file'
import { entriesOf, nothing, type Entries } from './read-record'
import { decisionsFile, decisionWords, type DecisionWords } from './schema/decision'

export interface DecisionFiles {
  readonly who: z.output<typeof decisionsFile>['who'] | null
  readonly decisions: Entries<DecisionWords>
}

export function readDecisions(reading: Reading): DecisionFiles {
  const file = 'decisions.yaml'
  const shape = z.strictObject({ who: decisionsFile.shape.who, decisions: z.record(z.string(), z.unknown()) })
  const read = readFile(reading, file, shape)
  return {
    who: read?.who ?? null,
    decisions: read ? entriesOf(reading.faults, file, ['decisions'], read.decisions, decisionWords) : nothing(),
  }
}

/** The words by row, once every name in them was checked against the rules. */
export function decisionTableOf({ who, decisions }: DecisionFiles): DecisionTable | null {
  if (who === null) return null
  return { decisions: decisions.good as ReadonlyMap<string, DecisionWords>, who: new Map(Object.entries(who)) }
}

/** The fragments by row, once their names were checked. */
export function phrasesOf(phrases: Readonly<Record<string, readonly string[]>>): ReadonlyMap<Problem, readonly string[]> {
  return new Map(Object.entries(phrases)) as ReadonlyMap<string, readonly string[]> as ReadonlyMap<Problem, readonly string[]>
}
