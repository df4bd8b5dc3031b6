// Hints between instances: written in the transaction that they are about, so that none is given for what was taken back. They hold ids only.
import type { Hint } from '../others-port'
import type { Queries } from './database'

export const CHANNEL = 'common_ground'

/** Tells the other instances once the transaction is through. */
export interface Tell {
  (queries: Queries, hint: Hint): Promise<void>
  /** What `pg_notify` is given, for a statement that tells by itself. */
  readonly inWords: (hint: Hint) => readonly [channel: string, payload: string]
}

export function tellAs(owner: number): Tell {
  const inWords = (hint: Hint) => [CHANNEL, payloadOf(owner, hint)] as const
  const tell = async (queries: Queries, hint: Hint): Promise<void> => void (await queries.run('SELECT pg_notify(?, ?)', ...inWords(hint)))
  return Object.assign(tell, { inWords })
}

export function payloadOf(owner: number, hint: Hint): string {
  return JSON.stringify({ owner, ...hint })
}

/** The hint of somebody else; null for our own, and for what a newer release may say. */
export function readHint(payload: string, owner: number): Hint | null {
  const said = JSON.parse(payload) as Partial<Record<'kind' | 'conversation' | 'organisation' | 'handoff', unknown>> & { owner?: unknown }
  if (said.owner === owner) return null
  const { kind, conversation, organisation, handoff } = said
  if (kind === 'entries' && typeof conversation === 'string') return { kind, conversation }
  if (kind === 'handoff' && typeof organisation === 'string' && typeof handoff === 'string') return { kind, organisation, handoff }
  return kind === 'presence' || kind === 'teams' ? { kind } : null
}
