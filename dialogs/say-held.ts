// "What do you hold about me": told at once, at every step, and the step is asked again. UK GDPR art 15.
import type { DialogContext } from 'botbuilder-dialogs'
import { phrase, say } from './say'
import { sharingOf } from './sharing'
import { visitOf, type Visit } from './visit'

export async function sayHeld(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const lines = (sharingOf(visit).sharedWith ?? []).map(({ id, name }) => sharedLine(visit, id, name))
  const chat = phrase(visit, visit.sealed ? 'rights.held-sealed' : 'rights.held-choices').trim()
  await say(dc, 'rights.held', { chat, shared: lines.map((line) => `\n${line}`).join('') })
  await dc.repromptDialog()
}

function sharedLine(visit: Visit, id: string, name: string): string {
  const line = phrase(visit, 'rights.held-shared', { name }).trim()
  const link = visit.people.eraseLink?.(id)
  return link === undefined ? line : `${line} ${phrase(visit, 'rights.held-link', { link }).trim()}`
}
