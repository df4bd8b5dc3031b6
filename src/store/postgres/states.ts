// State rows in PostgreSQL, every write compare-and-set.
import type { KeptState, StateChange, StateKeeper } from '../port'
import type { Database, Queries } from './database'

export function postgresStates(database: Database): StateKeeper {
  return {
    read: async (scope, key) => readState(database, scope, key),
    write: async (scope, change, now) => applyChange(database, scope, change, now),
  }
}

export async function readState(queries: Queries, scope: string, key: string): Promise<KeptState | null> {
  const row = await queries.get('SELECT value, version FROM states WHERE scope = ? AND key = ?', scope, key)
  return row ? { value: row['value'] as Uint8Array, version: Number(row['version']) } : null
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
