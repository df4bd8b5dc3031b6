// State rows in SQLite, every write compare-and-set.
import type { KeptState, StateChange, StateKeeper } from './port'
import type { Database } from './sqlite-database'

export function sqliteStates(database: Database): StateKeeper {
  return {
    read: async (scope, key) => readState(database, scope, key),
    write: (scope, change, now) => database.together(() => applyChange(database, scope, change, now)),
  }
}

export function readState(database: Database, scope: string, key: string): KeptState | null {
  const row = database.get('SELECT value, version FROM states WHERE scope = ? AND key = ?', scope, key)
  return row ? { value: row['value'] as Uint8Array, version: Number(row['version']) } : null
}

/** False when the stored version is not the expected one. */
export function applyChange(database: Database, scope: string, change: StateChange, now: number): boolean {
  const { key, value, expected } = change
  if (value === null) return remove(database, scope, key, expected)
  if (expected === null) {
    const sql = 'INSERT INTO states(scope, key, version, saved_at, value) VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING'
    return database.run(sql, scope, key, now, value) === 1
  }
  const sql = 'UPDATE states SET value = ?, version = version + 1, saved_at = ? WHERE scope = ? AND key = ? AND version = ?'
  return database.run(sql, value, now, scope, key, expected) === 1
}

function remove(database: Database, scope: string, key: string, expected: number | null): boolean {
  if (expected === null) return readState(database, scope, key) === null
  return database.run('DELETE FROM states WHERE scope = ? AND key = ? AND version = ?', scope, key, expected) === 1
}
