// State rows in PostgreSQL, every write compare-and-set.
import type { KeptState, StateChange, StateKeeper } from '../port'
import { askTogether } from './ask-together'
import type { Database, Queries, Row } from './database'

export function postgresStates(database: Database): StateKeeper {
  const read = readTogether(database)
  const replace = askTogether(async (all: readonly Replacement[]) => replaceAll(database, all))
  return {
    read: async (scope, key) => read({ scope, key }),
    write: async (scope, { key, value, expected }, now) => {
      if (value === null || expected === null) return applyChange(database, scope, { key, value, expected }, now)
      return replace({ scope, key, value, expected, now })
    },
  }
}

interface Replacement {
  readonly scope: string
  readonly key: string
  readonly value: Uint8Array
  readonly expected: number
  readonly now: number
}

/** Rows are held in the order of their names first, so that two instances never wait for one another. Of two that replace the same version, one does. */
const REPLACE = `WITH wanted AS (
    SELECT * FROM unnest(?::text[], ?::text[], ?::bytea[], ?::bigint[], ?::bigint[]) WITH ORDINALITY AS w(scope, key, value, expected, at, n)),
  held AS (
    SELECT s.scope, s.key FROM states s JOIN wanted w ON s.scope = w.scope AND s.key = w.key AND s.version = w.expected
    ORDER BY s.scope, s.key FOR UPDATE OF s)
  UPDATE states s SET value = w.value, version = s.version + 1, saved_at = w.at
  FROM wanted w JOIN held h ON h.scope = w.scope AND h.key = w.key
  WHERE s.scope = w.scope AND s.key = w.key AND s.version = w.expected RETURNING w.n`

async function replaceAll(database: Database, all: readonly Replacement[]): Promise<readonly boolean[]> {
  const rows = await database.all(
    REPLACE,
    all.map(({ scope }) => scope),
    all.map(({ key }) => key),
    all.map(({ value }) => value),
    all.map(({ expected }) => expected),
    all.map(({ now }) => now),
  )
  const replaced = new Set(rows.map((row) => Number(row['n']) - 1))
  return all.map((_, place) => replaced.has(place))
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
