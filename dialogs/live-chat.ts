// While a person has the chat: what the family types goes to them and to nobody else. The crisis card and "delete my information" come before it.
import type { DialogContext } from 'botbuilder-dialogs'
import { DELETE } from './dialog-names'
import { bringsAbout } from './interrupt-words'
import { phrase, say } from './say'
import { forgetShared, rememberSharing, sharingOf } from './sharing'
import { visitOf } from './visit'

/** True when the message went to a person, or ended the chat with them: no dialog should see it. */
export async function hearLive(dc: DialogContext, { text, plain }: { readonly text: string; readonly plain: string }): Promise<boolean> {
  const visit = visitOf(dc)
  const { shared } = sharingOf(visit)
  if (shared === undefined || shared.route !== 'live' || isDeleting(dc)) return false
  const handoff = await visit.people.statusOf(shared.id)
  if (handoff !== null && handoff.route !== 'live') return false
  const isWaiting = handoff?.state === 'queued' || handoff?.state === 'accepted'
  const isLive = handoff?.state === 'live'
  if (!isWaiting && !isLive) {
    rememberSharing(visit, { shared: undefined })
    return false
  }
  if (bringsAbout('end-chat', plain, visit.pack)) return leave(dc, shared.id, isLive)
  if (handoff.state === 'queued') return false
  return (await visit.people.hearFamily(shared.id, { source: sourceOf(dc), text })) === 'relayed'
}

async function leave(dc: DialogContext, id: string, isLive: boolean): Promise<boolean> {
  const visit = visitOf(dc)
  await visit.people.withdraw(id, isLive ? 'family-left' : 'withdrawn')
  if (isLive) rememberSharing(visit, { shared: undefined })
  else forgetShared(visit, id)
  await say(dc, isLive ? 'handoff.left' : 'handoff.withdrawn-from-queue')
  await dc.repromptDialog()
  return true
}

/** The person who has the chat is told that the card was shown, not why: those words are kept nowhere. */
export async function noteCrisis(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  rememberSharing(visit, { signposted: true })
  const { shared } = sharingOf(visit)
  if (shared?.route !== 'live') return
  const note = { source: sourceOf(dc), text: phrase(visit, 'handoff.crisis-note').trim() }
  if ((await visit.people.hearFamily(shared.id, note)) === 'relayed') await say(dc, 'handoff.crisis-told')
}

/** The yes to "delete my information" is meant for nobody else. */
function isDeleting({ stack }: DialogContext): boolean {
  return stack.some(({ id }) => id === DELETE)
}

/** A message that is run again after a failure is the same message. */
function sourceOf({ context }: DialogContext): string {
  return (context.activity.id ?? '').slice(-100)
}
