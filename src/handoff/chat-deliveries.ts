// What is new for whoever talks with a family in a chat program: that there is something to bring, never what.
import { randomBytes } from 'node:crypto'
import type { Handoff, HandoffEvent } from '../rules/handoff/handoff-types'
import type { NewDelivery } from '../store/handoff-port'

/** For each change of a chat that somebody holds or held. What the adviser says themselves is no news to them. */
export function chatDelivery(
  { chatOf }: { readonly chatOf: (organisation: string) => string | null },
  before: Handoff,
  after: Handoff,
  event: HandoffEvent,
): readonly NewDelivery[] {
  const isOwn = event.kind === 'first-word' || (event.kind === 'word' && event.from === 'adviser')
  const isHeld = before.acceptedBy !== null || after.acceptedBy !== null
  if (after.route !== 'live' || after.conversation === null || !isHeld || isOwn) return []
  const dest = chatOf(after.organisation)
  if (dest === null) return []
  const kind = event.kind === 'word' ? 'chat.line' : 'chat.changed'
  return [{ id: randomBytes(16).toString('base64url'), dest, kind, vars: { version: after.version } }]
}
