// What this conversation remembers of passing things to a person, read and changed.
import { NOTHING_SHARED, type Sharing, type SharingAnswers } from '../src/memory/sharing'
import { visitOf, type Visit } from './visit'
import type { DialogContext } from 'botbuilder-dialogs'

export function sharingOf({ memory }: Visit): Sharing {
  return memory.sharing ?? NOTHING_SHARED
}

export function rememberSharing(visit: Visit, change: Partial<Sharing>): void {
  visit.memory = { ...visit.memory, sharing: { ...sharingOf(visit), ...change } }
}

export function rememberAnswers(dc: Pick<DialogContext, 'context'>, answers: SharingAnswers): void {
  const visit = visitOf(dc)
  rememberSharing(visit, { answers: { ...sharingOf(visit).answers, ...answers } })
}

/** What was typed for one sharing goes with the yes or the no to it. */
export function forgetTyped(visit: Visit): void {
  const { answers } = sharingOf(visit)
  rememberSharing(visit, { answers: { ...answers, contact: undefined, name: undefined, words: undefined, without: undefined } })
}

const MOST_TOLD = 40

/** Notes what the family was told, the latest last and each once. */
export function noteTold(visit: Visit, id: string): void {
  const { told } = sharingOf(visit)
  const noted = { id: id.replaceAll('.', '-'), version: visit.pack.version }
  rememberSharing(visit, { told: [...told.filter((one) => one.id !== noted.id), noted].slice(-MOST_TOLD) })
}
