// Where staff see cases outside the desk: one card for each, in a channel of their own. Which chat program that is, the service does not know.
import type { Escalated } from '../rules/handoff/escalation'
import type { Handoff } from '../rules/handoff/handoff-types'
import type { Case } from './handoffs'

export interface CardHistory {
  /** Somebody had it before. */
  readonly wasTaken: boolean
  readonly escalated: Escalated
  /** With which version it was escalated last; 0 where it was not. */
  readonly escalatedWith: number
}

export interface Cards {
  /** Whether this organisation has such a channel now. */
  isBound(organisation: string): boolean
  /** Makes the card, or brings it up to date with the record; after an escalation in its place a new one. @throws TryAgain, Undeliverable */
  show(handoff: Handoff, history: CardHistory): Promise<void>
  /** Whether staff of this organisation may talk with families from there. */
  mayTalk(organisation: string): boolean
  /** Brings what is new to the chat of whoever holds, or held, this case. Nothing is read before it is needed. @throws TryAgain, Undeliverable */
  bring(handoff: Handoff, read: () => Promise<Case>): Promise<void>
  /** An adviser's line did not reach the family. Never rejects. */
  notDelivered(handoff: Handoff): Promise<void>
  /** Whether somebody has said there that they are on duty. */
  isAnybodyOnDuty(organisation: string): Promise<boolean>
}
