// Where staff see cases outside the desk: one card for each, in a channel of their own. Which chat program that is, the service does not know.
import type { Escalated } from '../rules/handoff/escalation'
import type { Handoff } from '../rules/handoff/handoff-types'

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
  /** Whether somebody has said there that they are on duty. */
  isAnybodyOnDuty(organisation: string): Promise<boolean>
}
