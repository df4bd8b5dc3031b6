// Opens the one SQLite file, readable by its owner only, and gives transactions and prepared statements.
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite'
import { commitTogether } from './commit-together'
import { migrate } from './sqlite-schema'

export type Row = Record<string, SQLOutputValue>

export interface Database {
  run(sql: string, ...values: SQLInputValue[]): number
  get(sql: string, ...values: SQLInputValue[]): Row | undefined
  all(sql: string, ...values: SQLInputValue[]): Row[]
  /** All or nothing: what `work` writes is taken back when it throws. */
  transaction<T>(work: () => T): T
  /** A transaction shared with whatever else is asked for until the event loop has turned. Resolves when it is in; what fails is taken back alone. */
  together<T>(work: () => T): Promise<T>
  /** As `transaction`, and on the disk before it returns: kept even when the power fails. What a kill alone cannot undo needs no more than `transaction`. */
  durably<T>(work: () => T): T
  /** Moves the write-ahead log into the file and empties it. */
  checkpoint(): void
  close(): void
}

/** While it waits for another process that writes, everything else here waits too. */
const PATIENCE = 2000
const SQLITE_BUSY = 5
/** Of 4 kB, in the write-ahead log before they are moved into the file: pages that change with every turn are moved a fourth as often. */
const PAGES_IN_LOG = 4000

/** Opens or makes the file at `path` (mode 0600; `:memory:` for none). Throws when it cannot be used. */
export function openDatabase(path: string): Database {
  if (path !== ':memory:') makePrivate(path)
  const database = new DatabaseSync(path, { timeout: PATIENCE })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;')
  database.exec(`PRAGMA wal_autocheckpoint = ${PAGES_IN_LOG}`)
  migrate(database)
  return withStatements(database)
}

function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}

function withStatements(database: DatabaseSync): Database {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  let isHeld = false
  /** Once somebody held the file for too long, nobody here waits for it until it was written again. */
  const write = <T>(work: () => T): T => {
    try {
      const result = work()
      if (isHeld) database.exec(`PRAGMA busy_timeout = ${PATIENCE}`)
      isHeld = false
      return result
    } catch (error) {
      if (!isHeld && isBusy(error)) database.exec('PRAGMA busy_timeout = 0')
      isHeld ||= isBusy(error)
      throw error
    }
  }
  const transaction = <T>(work: () => T): T => {
    write(() => statement('BEGIN IMMEDIATE').run())
    try {
      const result = work()
      statement('COMMIT').run()
      return result
    } catch (error) {
      if (database.isTransaction) statement('ROLLBACK').run()
      throw error
    }
  }
  return {
    run: (sql, ...values) => write(() => Number(statement(sql).run(...values).changes)),
    get: (sql, ...values) => statement(sql).get(...values),
    all: (sql, ...values) => statement(sql).all(...values),
    transaction,
    together: commitTogether({ transaction, exec: (sql) => void statement(sql).run() }),
    durably: (work) => {
      database.exec('PRAGMA synchronous = FULL')
      try {
        return transaction(work)
      } finally {
        database.exec('PRAGMA synchronous = NORMAL')
      }
    },
    checkpoint: () => void database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all(),
    close: () => {
      prepared.clear()
      database.close()
    },
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY
}
