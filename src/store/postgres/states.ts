// State rows in PostgreSQL, every write compare-and-set.
import type { KeptState, StateChange, StateKeeper } from '../port'
import { askTogether } from './ask-together'
import type { Database, Queries, Row } from './database'

export function postgresStates(database: Database): StateKeeper {
  const read = readTogether(database)
  return {
    read: async (scope, key) => read({ scope, key }),
    write: async (scope, change, now) => applyChange(database, scope, change, now),
  }
}

export async function readState(queries: Queries, scope: string, key: string): Promise<KeptState | null> {
  const row = await queries.get('SELECT value, version FROM states WHERE scope = ? AND key = ?', scope, key)
  return row ? kept(row) : null
}

/** As `readState`, outside a transaction. */
export function readTogether(database: Database): (row: { readonly scope: string; readonly key: string }) => Promise<KeptState | null> {
  return askTogether(async (wanted) => {
    const sql = `SELECT n, value, version FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS wanted(scope, key, n)
      JOIN states USING (scope, key)`
    const rows = await database.all(
      sql,
      wanted.map(({ scope }) => scope),
      wanted.map(({ key }) => key),
    )
    const found = new Map(rows.map((row) => [Number(row['n']) - 1, kept(row)]))
    return wanted.map((_, place) => found.get(place) ?? null)
  })
}

function kept(row: Row): KeptState {
  return { value: row['value'] as Uint8Array, version: Number(row['version']) }
}

/** False when the stored version is not the expected one. */
export async function applyChange(queries: Queries, scope: string, change: StateChange, now: number): Promise<boolean> {
  const { key, value, expected } = change
  if (value === null) {
    if (expected === null) return (await readState(queries, scope, key)) === null
    return (await queries.run('DELETE FROM states WHERE scope = ? AND key = ? AND version = ?', scope, key, expected)) === 1
  }
  if (expected === null) {
    const sql = 'INSERT INTO states(scope, key, version, saved_at, value) VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING'
    return (await queries.run(sql, scope, key, now, value)) === 1
  }
  const sql = 'UPDATE states SET value = ?, version = version + 1, saved_at = ? WHERE scope = ? AND key = ? AND version = ?'
  return (await queries.run(sql, value, now, scope, key, expected)) === 1
}
