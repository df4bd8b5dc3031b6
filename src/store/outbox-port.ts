// The store's port for what has to be told to others: who delivers what next, and how it went. Times are epoch milliseconds.
import type { NewDelivery } from './handoff-port'

export interface Delivery extends NewDelivery {
  readonly handoff: string
  /** From 1, for each receiver and handoff. */
  readonly seq: number
  /** This one included. */
  readonly attempts: number
  readonly createdAt: number
}

export interface DeadDelivery {
  readonly id: string
  readonly handoff: string
  readonly dest: string
  readonly kind: string
  readonly attempts: number
  readonly lastError: string
  readonly createdAt: number
}

/** What goes to the family does not wait behind slow receivers. */
export type Lane = 'family' | 'receivers'

export interface Claim {
  readonly now: number
  readonly leaseMs: number
  readonly limit: number
  readonly lane: Lane
}

export interface OutboxStore {
  /** At most `limit` that are due, the first of each receiver and handoff only; nobody else gets them until `leaseMs` later. */
  claim(owner: string, claim: Claim): Promise<readonly Delivery[]>
  /** False when the lease was lost meanwhile. */
  done(id: string, owner: string, now: number): Promise<boolean>
  /** It is due again at `nextAt`. False as above. */
  again(id: string, owner: string, nextAt: number, error: string): Promise<boolean>
  /** It is given up. False as above. */
  dead(id: string, owner: string, error: string, now: number): Promise<boolean>
  /** Where the deliveries of these kinds stand. */
  stateOf(
    handoff: string,
    kinds: readonly string[],
  ): Promise<readonly { readonly dest: string; readonly state: 'pending' | 'done' | 'dead' }[]>
  /** What was given up of this organisation's handoffs, oldest first, but for what was silenced on purpose. */
  deadAt(organisation: string): Promise<readonly DeadDelivery[]>
  /** False for another organisation's, or one that is not dead. */
  revive(id: string, organisation: string, now: number): Promise<boolean>
  /** How many wait, due or not. */
  pending(): Promise<number>
}
