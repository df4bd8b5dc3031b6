// The store of several instances: one PostgreSQL database behind the store's port.
import type { Store, Swept } from '../port'
import type { TeamsStore } from '../teams-port'
import { postgresConversations } from './conversations'
import { openDatabase, type Database } from './database'
import { postgresHandoffs } from './handoffs'
import { postgresInbox } from './inbox'
import { tellAs } from './hints'
import { postgresKeys } from './keys'
import { lives, newOwner, openLink } from './link'
import { onlyOne } from './only-one'
import { postgresOthers } from './others'
import { postgresOutbox } from './outbox'
import { migrate } from './schema'
import { conversationStatements } from '../sweep-statements'
import { postgresStates } from './states'
import { postgresTeams } from './teams'
import { postgresUnanswered } from './unanswered'
import { within } from '../../within'

export interface PostgresSettings {
  /** `postgres://user:password@host:5432/database?sslmode=verify-full` */
  readonly url: string
  /** At once, besides the one that stays. */
  readonly connections: number
}

/** Opens the store and brings its tables to this release's form. @throws NewerTables, or what the database answers */
export async function openPostgresStore({ url, connections }: PostgresSettings): Promise<Store> {
  const database = await openMigrated(url, connections)
  const owner = newOwner()
  const link = await openLink(url, owner).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  const tell = tellAs(owner, database)
  return {
    conversations: postgresConversations(database, tell),
    states: postgresStates(database),
    inbox: postgresInbox(database, owner),
    unanswered: postgresUnanswered(database),
    handoffs: postgresHandoffs(database, tell),
    outbox: postgresOutbox(database, owner),
    teams: postgresTeams(database, tell),
    keys: postgresKeys(database),
    others: postgresOthers(database, tell, link, owner),
    sweep: async (before, questionsUntil, more = {}) => sweep(database, conversationStatements(before, questionsUntil, more)),
    scrub: async () => scrub(database),
    isWritable: async () => isWritable(database, owner),
    close: async () => {
      await link.close()
      await database.close()
    },
  }
}

/** Beside the servers that work on the same database: nothing of theirs is touched. */
export async function openPostgresTeams(url: string): Promise<TeamsStore & { close(): Promise<void> }> {
  const database = await openMigrated(url, 1)
  return { ...postgresTeams(database, tellAs(newOwner(), database)), close: async () => database.close() }
}

async function openMigrated(url: string, connections: number): Promise<Database> {
  const database = openDatabase(url, connections)
  try {
    await database.session(async (queries) => migrate(queries))
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

const NONE = { conversations: 0, entries: 0, states: 0, activities: 0, questions: 0 }

/** Each statement by itself, so that no row is held longer than it takes. None where another instance sweeps at this moment. */
async function sweep(database: Database, statements: ReturnType<typeof conversationStatements>): Promise<Swept> {
  const swept = await onlyOne(database, 'sweep', async (queries) => {
    const counted = { ...NONE }
    for (const [what, [sql, ...values]] of statements) {
      const went = await queries.run(sql, ...values)
      if (what !== null) counted[what] += went
    }
    for (const table of ['presence', 'instances']) await queries.run(`DELETE FROM ${table} WHERE NOT ${lives(`${table}.owner`)}`)
    return counted
  })
  if (swept) await vacuum(database, [...SMALL, 'entries', 'states'])
  return swept ?? NONE
}

const SMALL = ['handoff_secrets', 'handoff_references', 'relay']

/** What was shared is taken out of the tables' pages at once; the conversations' larger tables follow with the next sweep. Everything in them is sealed. */
async function scrub(database: Database): Promise<void> {
  await vacuum(database, SMALL)
}

/** A table that somebody else holds is left out: it is being cleaned, or will be. */
async function vacuum(database: Database, tables: readonly string[]): Promise<void> {
  await database.session(async (queries) => {
    for (const table of tables) await queries.run(`VACUUM (SKIP_LOCKED, TRUNCATE FALSE) ${table}`)
  })
}

/** Whoever asks whether there may be work is not kept waiting longer. */
const ASKED_WITHIN = 3000

/** Writes a row: a server that only reads, or whose disk is full, would not notice otherwise. */
async function isWritable(database: Database, owner: number): Promise<boolean> {
  const sql = 'INSERT INTO instances(owner, seen_at) VALUES (?, ?) ON CONFLICT (owner) DO UPDATE SET seen_at = excluded.seen_at'
  return within(ASKED_WITHIN, database.run(sql, owner, Date.now())).catch(() => false)
}
