// PostgreSQL behind a few plain calls: a pool of connections, transactions, and numbers as numbers.
import { Pool, types, type PoolClient, type PoolConfig, type QueryConfig } from 'pg'

export type Value = string | number | Uint8Array | readonly string[] | readonly number[] | readonly (Uint8Array | null)[] | null
export type Row = Readonly<Record<string, unknown>>

/** Statements with `?` for each value, as for SQLite. */
export interface Queries {
  /** Gives how many rows were written. */
  run(sql: string, ...values: readonly Value[]): Promise<number>
  get(sql: string, ...values: readonly Value[]): Promise<Row | undefined>
  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]>
}

export interface Database extends Queries {
  /** All or nothing on one connection: what `work` writes is taken back when it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** One connection outside a transaction, for what may take long and for locks that belong to a session. */
  session<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const BIGINT = 20

/** Every number here is a count or a moment in milliseconds: exact as a number of JavaScript's. */
const TYPES: NonNullable<PoolConfig['types']> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
}

/** Begins a statement that nobody waits for the disk at: what it writes may be lost where the database itself ends in this moment. */
export const AT_EASE = "WITH at_ease AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))"

/** What every connection of ours shares. The address may name a user, a password, a database and `sslmode`. */
export function connectionOf(url: string): PoolConfig {
  return {
    connectionString: url,
    types: TYPES,
    application_name: 'common-ground',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }
}

/** Rows are looked up by their names here. A plan is kept, and one made while the tables were small must not read them whole once they are large. */
const BY_NAME = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off'

/** A little longer than the database itself would let a statement run: it is silent then, not slow. */
const SILENT_AFTER = 16_000
/** For what may take long. */
const LONGEST = 10 * 60_000

/** At most `connections` at once; what takes longer than a quarter of a minute is given up, `silentAfter` milliseconds where nothing is heard. */
export function openDatabase(url: string, connections: number, silentAfter = SILENT_AFTER): Database {
  const pool = new Pool({
    ...connectionOf(url),
    max: connections,
    options: BY_NAME,
    idleTimeoutMillis: 60_000,
    statement_timeout: 15_000,
    query_timeout: silentAfter,
    idle_in_transaction_session_timeout: 15_000,
  })
  // A connection that breaks while nobody uses it is replaced by the next call; one that breaks as it is handed out says so when it is used.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    ...queriesOn(pool),
    transaction: async (work) => withClient(pool, async (client) => inTransaction(client, work)),
    session: async (work) => withClient(pool, async (client) => unlimited(client, work)),
    close: async () => pool.end(),
  }
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error): void => void (broken = error)
  client.on('error', onError)
  try {
    return await work(client)
  } catch (error) {
    if (isSilent(error)) broken = error
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

/** The connection stands and nothing comes over it, as after a machine vanished. `pg` gives this error no code. */
function isSilent(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout'
}

async function unlimited<T>(client: PoolClient, work: (queries: Queries) => Promise<T>): Promise<T> {
  await client.query('SET statement_timeout = 0')
  try {
    return await work(queriesOn({ query: async (statement) => client.query<Row>({ ...statement, query_timeout: LONGEST } as QueryConfig) }))
  } finally {
    await client.query('RESET statement_timeout')
  }
}

async function inTransaction<T>(client: PoolClient, work: (queries: Queries) => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work(queriesOn(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A connection that says nothing is thrown away, and with it what was begun.
    if (!isSilent(error)) await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

interface Asked {
  query(statement: { readonly text: string; readonly values: unknown[]; readonly name?: string }): Promise<{
    rowCount: number | null
    rows: Row[]
  }>
}

export function queriesOn(asked: Asked): Queries {
  const ask = async (sql: string, values: readonly Value[]) =>
    asked.query({ ...statementOf(sql, values), values: values.map(bytesAsBuffer) })
  return {
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    get: async (sql, ...values) => (await ask(sql, values)).rows[0],
    all: async (sql, ...values) => (await ask(sql, values)).rows,
  }
}

function bytesAsBuffer(value: Value): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value)
  return Array.isArray(value) ? value.map((one: Value) => bytesAsBuffer(one)) : value
}

const known = new Map<string, { readonly text: string; readonly name: string }>()

/** `?` as PostgreSQL counts them: `$1`, `$2`. None of our statements holds one otherwise. What takes values has a name: a connection has it read and planned once. */
function statementOf(sql: string, values: readonly Value[]): { readonly text: string; readonly name?: string } {
  if (values.length === 0) return { text: sql }
  const before = known.get(sql)
  if (before !== undefined) return before
  let count = 0
  const text = sql.replace(/\?/g, () => `$${(count += 1)}`)
  const statement = { text, name: `s${known.size + 1}` }
  known.set(sql, statement)
  return statement
}
