// The Bot Framework's `handoff.initiate` for contact-centre hubs: a flat map of plain texts and one line for the agent.
import { inThrees } from '../rules/handoff/reference'
import type { Handoff } from '../rules/handoff/handoff-types'

export interface HubEvent {
  readonly type: 'event'
  readonly name: 'handoff.initiate'
  /** The same in every try. */
  readonly id: string
  /** Hubs read flat maps from text to text. */
  readonly value: Readonly<Record<string, string>>
}

/** Nothing about the family: the hub's agent opens the case with the reference. */
export function hubEvent(deliveryId: string, handoff: Handoff, reference: string | null, link: string): HubEvent {
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
  }
  return { type: 'event', name: 'handoff.initiate', id: deliveryId, value }
}
