// Reads a text for a crisis with the lists of the pack; a label of ours is read once.
import type { Pack } from './content/pack'
import { judgeOwnLabels } from './own-labels'
import { findCrisis, type CrisisFinding } from './rules/crisis/find-crisis'

export interface CrisisReader {
  readonly find: (text: string) => CrisisFinding
  /** The same for a label of the pack, and null for every other text. */
  readonly findInLabel: (text: string) => CrisisFinding | null
}

/** Makes the lists ready, so that the first message does not wait for them. */
export function createCrisisReader(pack: Pack): CrisisReader {
  const byLists = (text: string): CrisisFinding => findCrisis(text, pack.safeguarding.lists)
  byLists('')
  const findInLabel = judgeOwnLabels(pack, byLists)
  return { find: (text) => findInLabel(text) ?? byLists(text), findInLabel }
}
