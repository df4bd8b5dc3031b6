// How long handoffs are kept in PostgreSQL: what was shared goes first, then the lines of a chat, then what says nothing about anybody.
import type { HandoffLimits } from '../handoff-port'
import { sweepStatements } from '../sweep-statements'
import type { Database } from './database'
import { onlyOne } from './only-one'

/** Gives how many rows went; none where another instance sweeps at this moment. Each statement by itself: it may be stopped anywhere, and no row is held longer. */
export async function sweepHandoffs(database: Database, limits: HandoffLimits): Promise<number> {
  const swept = await onlyOne(database, 'sweep-handoffs', async (queries) => {
    let sum = 0
    for (const [sql, ...values] of sweepStatements(limits)) sum += await queries.run(sql, ...values)
    return sum
  })
  return swept ?? 0
}
