// Whose records a statement is about, as SQL: councils stand in it as one `?` each.
import type { Whose } from '../rules/retention'

export interface Condition {
  /** Begins with ` AND `; empty where it is everybody's. */
  readonly sql: string
  readonly values: readonly string[]
}

/** By a column that holds the council itself; null there is nobody's in particular. */
export function byCouncil(whose: Whose, column: string): Condition {
  if (whose === 'everybody') return { sql: '', values: [] }
  if ('only' in whose) return { sql: ` AND ${column} IN (${marks(whose.only)})`, values: whose.only }
  return { sql: ` AND (${column} IS NULL OR ${column} NOT IN (${marks(whose.except)}))`, values: whose.except }
}

/** By a column that holds the id of a row of `table`, which has the council. */
export function byOwner(whose: Whose, column: string, table: 'handoffs' | 'conversations'): Condition {
  if (whose === 'everybody') return { sql: '', values: [] }
  const owned = (councils: readonly string[]): string => `(SELECT id FROM ${table} WHERE council IN (${marks(councils)}))`
  if ('only' in whose) return { sql: ` AND ${column} IN ${owned(whose.only)}`, values: whose.only }
  return { sql: ` AND (${column} IS NULL OR ${column} NOT IN ${owned(whose.except)})`, values: whose.except }
}

function marks(councils: readonly string[]): string {
  return councils.map(() => '?').join(', ')
}
