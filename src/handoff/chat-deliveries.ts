// What is new for whoever talks with a family in a chat program: that there is something to bring, never what.
import { randomBytes } from 'node:crypto'
import type { Handoff, HandoffEvent } from '../rules/handoff/handoff-types'
import type { NewDelivery } from '../store/handoff-port'
import { TYPED_THERE } from './handoffs'

/** For each change of a chat that somebody holds or held. What the adviser types there themselves is no news to them; what they type at the desk is. */
export function chatDelivery(
  { chatOf }: { readonly chatOf: (organisation: string) => string | null },
  before: Handoff,
  after: Handoff,
  { event, line }: { readonly event: HandoffEvent; readonly line: string | undefined },
): readonly NewDelivery[] {
  const isOwn = line?.startsWith(TYPED_THERE) ?? event.kind === 'first-word'
  const isHeld = before.acceptedBy !== null || after.acceptedBy !== null
  if (after.route !== 'live' || after.conversation === null || !isHeld || isOwn) return []
  const dest = chatOf(after.organisation)
  if (dest === null) return []
  const kind = line !== undefined ? 'chat.line' : 'chat.changed'
  return [{ id: randomBytes(16).toString('base64url'), dest, kind, vars: { version: after.version } }]
}
