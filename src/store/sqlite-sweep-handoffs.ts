// How long handoffs are kept in SQLite: what was shared goes first, then the lines of a chat, then what says nothing about anybody.
import type { HandoffLimits } from './handoff-port'
import type { Database } from './sqlite-database'
import { sweepStatements } from './sweep-statements'

/** Gives how many rows went. */
export function sweepHandoffs(database: Database, limits: HandoffLimits): number {
  const swept = database.transaction(() => sweepStatements(limits).reduce((sum, [sql, ...values]) => sum + database.run(sql, ...values), 0))
  database.checkpoint()
  return swept
}
