// The Bot Framework's `handoff.initiate` for contact-centre hubs: a flat map of plain texts, with one message for the agent in it.
import { inThrees } from '../rules/handoff/reference'
import type { Handoff } from '../rules/handoff/handoff-types'
import type { Delivery } from '../store/outbox-port'

export interface HubEvent {
  readonly type: 'event'
  readonly name: 'handoff.initiate'
  /** The same in every try. */
  readonly id: string
  readonly timestamp: string
  /** What the hub's `handoff.status` names. */
  readonly conversation: { readonly id: string }
  /** Hubs read flat maps from text to text. */
  readonly value: Readonly<Record<string, string>>
}

export interface HubTold {
  readonly reference: string | null
  /** To the case at the desk. */
  readonly link: string
  /** For the agent, in words. */
  readonly message: string
}

/** Nothing about the family: the hub's agent opens the case with the reference. */
export function hubEvent({ id, createdAt }: Delivery, handoff: Handoff, { reference, link, message }: HubTold): HubEvent {
  const value = {
    handoffId: handoff.id,
    reference: reference === null ? '' : inThrees(reference),
    council: handoff.council,
    organisation: handoff.organisation,
    route: handoff.route,
    topic: handoff.decision ?? '',
    flags: handoff.flags.join(','),
    actBy: handoff.actBy ?? '',
    attempt: String(handoff.attempt),
    // SEND Regs 2014 reg 33: until an adviser records it, this is not contact.
    contactMadeOn: handoff.contactMadeOn ?? '',
    link,
    message,
  }
  const timestamp = new Date(createdAt).toISOString()
  return { type: 'event', name: 'handoff.initiate', id, timestamp, conversation: { id: handoff.id }, value }
}
