// Where staff see cases outside the desk: one card for each, in a channel of their own. Which chat program that is, the service does not know.
import type { Handoff } from '../rules/handoff/handoff-types'

export interface Cards {
  /** Whether this organisation has such a channel now. */
  isBound(organisation: string): boolean
  /** Makes the card, or brings it up to date with the record. `wasTaken`: somebody had it before. @throws TryAgain, Undeliverable */
  show(handoff: Handoff, wasTaken: boolean): Promise<void>
}
