// Reads deadlines.yaml: the words for clocks, for the lines of a sum and for warnings.
import { z } from 'zod'
import type { ClockName, WarningCode } from '../rules/deadlines/types'
import type { DeadlineWords } from './pack'
import { readFile, type Reading } from './read-file'
import { entriesOf, nothing, type Entries } from './read-record'
import { clockWords, deadlinesFile, type ClockWords, type StepTemplate } from './schema/deadline'
import type { Voiced } from './schema/primitives'

type File = z.output<typeof deadlinesFile>

export interface DeadlineFiles {
  readonly clocks: Entries<ClockWords>
  readonly periods: File['periods'] | null
  readonly steps: File['steps'] | null
  readonly units: File['units'] | null
  readonly warnings: File['warnings'] | null
}

export function readDeadlines(reading: Reading): DeadlineFiles {
  const file = 'deadlines.yaml'
  const { periods, steps, units, warnings } = deadlinesFile.shape
  const read = readFile(reading, file, z.strictObject({ clocks: z.record(z.string(), z.unknown()), periods, steps, units, warnings }))
  return {
    periods: read?.periods ?? null,
    steps: read?.steps ?? null,
    units: read?.units ?? null,
    warnings: read?.warnings ?? null,
    clocks: read ? entriesOf(reading.faults, file, ['clocks'], read.clocks, clockWords) : nothing(),
  }
}

/** The words by clock, step and warning, once every name in them was checked against the rules. */
export function deadlineWordsOf({ clocks, periods, steps, units, warnings }: DeadlineFiles): DeadlineWords | null {
  if (periods === null || steps === null || units === null || warnings === null) return null
  return {
    clocks: clocks.good as ReadonlyMap<string, ClockWords> as ReadonlyMap<ClockName, ClockWords>,
    periods,
    steps: steps as Readonly<Record<StepTemplate, string>>,
    units,
    warnings: new Map(Object.entries(warnings)) as ReadonlyMap<string, Voiced> as ReadonlyMap<WarningCode, Voiced>,
  }
}
