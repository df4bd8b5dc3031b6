// Reads what only the training needs: further utterances, out-of-scope questions and messages for the second crisis detector.
import { PackFaults } from '../content/faults'
import { FaultList, readFile } from '../content/read-file'
import { crisisSense, moreUtterances, outOfScope } from '../content/schema/matching'
import type { Pack } from '../content/pack'

export interface TrainingText {
  /** Further utterances by topic id. */
  readonly more: Readonly<Record<string, readonly string[]>>
  readonly outOfScope: Readonly<Record<string, { readonly door?: string | undefined; readonly utterances: readonly string[] }>>
  readonly crisis: { readonly crisis: readonly string[]; readonly ordinary: readonly string[] }
}

/** The training texts of the pack in a folder. @throws PackFaults with every fault at once. */
export function readTraining(dir: string, pack: Pack): TrainingText {
  const reading = { dir, faults: new FaultList() }
  const more = readFile(reading, 'matching/more-utterances.yaml', moreUtterances)
  const outside = readFile(reading, 'matching/out-of-scope.yaml', outOfScope)
  const crisis = readFile(reading, 'matching/crisis-sense.yaml', crisisSense)
  for (const id of Object.keys(more ?? {}))
    if (!pack.topics.has(id)) reading.faults.add('matching/more-utterances.yaml', id, 'there is no such topic')
  for (const [id, { door }] of Object.entries(outside ?? {})) {
    if (door !== undefined && !pack.doors.has(door))
      reading.faults.add('matching/out-of-scope.yaml', `${id}.door`, `there is no door ${door}`)
  }
  if (more === null || outside === null || crisis === null || reading.faults.faults.length > 0) throw new PackFaults(reading.faults.faults)
  return { more, outOfScope: outside, crisis }
}
