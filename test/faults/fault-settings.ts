// What the processes of the handoff faults are told.

export const FAULT_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`

export interface ChildSettings {
  readonly role: 'service' | 'worker'
  readonly folder: string
  /** Address of a PostgreSQL; null for a file in the folder. */
  readonly database: string | null
  readonly url: string
  readonly count: number
  /** The clock of everybody runs `speed` times as fast from `base`. */
  readonly clock: { readonly base: number; readonly start: number; readonly speed: number }
  /** How many of the deliveries end the worker behind them. */
  readonly killShare: number
}
