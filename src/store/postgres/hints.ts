// Hints between instances: given in the transaction that they are about or after it, so that none is given for what was taken back. They hold ids only.
import type { Hint } from '../others-port'
import { askTogether } from './ask-together'
import { AT_EASE, type Database, type Queries } from './database'

export const CHANNEL = 'common_ground'

/** Tells the other instances once the transaction is through. */
export interface Tell {
  (queries: Queries, hint: Hint): Promise<void>
  /** Of what is in already, many in one statement. Whoever told does not wait, and what is not heard is found at the next look. */
  readonly soon: (hint: Hint) => void
}

/** PostgreSQL lets one transaction at a time in that tells: one that waits for the disk meanwhile would hold up all others. */
const ALL = `${AT_EASE} SELECT pg_notify(?, payload) FROM at_ease, unnest(?::text[]) AS payload`

/** Milliseconds between two such statements. */
const BREATH = 10

export function tellAs(owner: number, database: Database): Tell {
  const tell = async (queries: Queries, hint: Hint): Promise<void> =>
    void (await queries.run('SELECT pg_notify(?, ?)', CHANNEL, payloadOf(owner, hint)))
  const together = askTogether(async (payloads: readonly string[]) => {
    await database.run(ALL, CHANNEL, payloads)
    await new Promise((resolve) => setTimeout(resolve, BREATH))
    return payloads
  })
  const soon = (hint: Hint): void => void together(payloadOf(owner, hint)).catch(() => undefined)
  return Object.assign(tell, { soon })
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
