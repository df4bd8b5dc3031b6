// What this conversation remembers of passing things to a person, read and changed.
import { MOST_SHARED, NOTHING_SHARED, type SharedWith, type Sharing, type SharingAnswers } from '../src/memory/sharing'
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

/** What was shown is not shared, and what was typed for it is forgotten. */
export async function dropOffer(visit: Visit): Promise<void> {
  const { offered } = sharingOf(visit)
  if (offered) await visit.people.decline(offered.id)
  rememberSharing(visit, { offered: undefined })
  forgetTyped(visit)
}

/** The latest is the one that a chat with a person belongs to; every one of them can be taken back. */
export function rememberShared(visit: Visit, shared: SharedWith): void {
  const { sharedWith = [] } = sharingOf(visit)
  rememberSharing(visit, { shared, sharedWith: [...sharedWith, shared].slice(-MOST_SHARED) })
}

/** Taken back: there is nothing left of it to delete. */
export function forgetShared(visit: Visit, gone: string): void {
  const { sharedWith = [] } = sharingOf(visit)
  rememberSharing(visit, { shared: undefined, sharedWith: sharedWith.filter(({ id }) => id !== gone) })
}

const MOST_TOLD = 40

/** Notes what the family was told, the latest last and each once. */
export function noteTold(visit: Visit, id: string): void {
  const { told } = sharingOf(visit)
  const noted = { id: id.replaceAll('.', '-'), version: visit.pack.version }
  rememberSharing(visit, { told: [...told.filter((one) => one.id !== noted.id), noted].slice(-MOST_TOLD) })
}
