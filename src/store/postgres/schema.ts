// The PostgreSQL tables, as a list of steps that is only ever added to, and only ever adds: an older release goes on working beside a newer one.
import type { Queries } from './database'
import { ACT_BY_CLOCKS, HANDOFF_TABLES, HOURS_TABLE } from './handoff-schema'
import { TEAMS_CHATS, TEAMS_TABLES } from './teams-schema'

/** What a release that came later did to the tables is more than this one can work with. */
export class NewerTables extends Error {
  override readonly name = 'NewerTables'
}

export interface Step {
  readonly sql: string
  /** The oldest form whose release still works on the tables after this step. Left out where every one does. */
  readonly oldest?: number
}

/** New columns have a default or may be null; nothing is renamed or dropped while a release that uses it may run. */
export const STEPS: readonly Step[] = [
  {
    sql: `CREATE TABLE conversations(
      id TEXT PRIMARY KEY, council TEXT, key_check BYTEA, begun_at BIGINT NOT NULL, last_at BIGINT NOT NULL,
      last_seq BIGINT NOT NULL DEFAULT 0, greeted SMALLINT NOT NULL DEFAULT 0);
    CREATE INDEX conversations_last ON conversations(last_at);
    CREATE TABLE entries(
      conversation TEXT NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL, client_id BYTEA, pending SMALLINT NOT NULL,
      sealed BYTEA NOT NULL, tries INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(conversation, seq));
    CREATE UNIQUE INDEX entries_client ON entries(conversation, client_id) WHERE client_id IS NOT NULL;
    CREATE INDEX entries_pending ON entries(conversation, seq) WHERE pending = 1;
    CREATE INDEX entries_at ON entries(at);
    CREATE TABLE states(
      scope TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, saved_at BIGINT NOT NULL, value BYTEA NOT NULL,
      PRIMARY KEY(scope, key));
    CREATE INDEX states_saved ON states(saved_at);
    CREATE TABLE inbox(id BYTEA PRIMARY KEY, seen_at BIGINT NOT NULL, done SMALLINT NOT NULL, owner BIGINT NOT NULL);
    CREATE INDEX inbox_seen ON inbox(seen_at);
    CREATE TABLE unanswered_counts(
      day TEXT NOT NULL, council TEXT NOT NULL, kind TEXT NOT NULL, count BIGINT NOT NULL, PRIMARY KEY(day, council, kind));
    CREATE TABLE kept_questions(id BYTEA PRIMARY KEY, day TEXT NOT NULL, council TEXT, text TEXT NOT NULL);
    CREATE INDEX kept_questions_day ON kept_questions(day);`,
  },
  { sql: HANDOFF_TABLES },
  { sql: TEAMS_TABLES },
  {
    // Who works on this store, and at whose desks somebody sits there.
    sql: `CREATE TABLE instances(owner BIGINT PRIMARY KEY, seen_at BIGINT NOT NULL);
    CREATE TABLE presence(name TEXT NOT NULL, owner BIGINT NOT NULL, PRIMARY KEY(name, owner));`,
  },
  { sql: TEAMS_CHATS },
  { sql: HOURS_TABLE },
  { sql: ACT_BY_CLOCKS },
]

/** One at a time, whichever instance or release asks. */
const MIGRATION_LOCK = 735_201_998
const FORMS = 'CREATE TABLE IF NOT EXISTS store_forms(form INTEGER PRIMARY KEY, oldest INTEGER NOT NULL, taken_at BIGINT NOT NULL)'

/** Brings the tables to this release's form; leaves them where a newer release has been here that this one works beside. @throws NewerTables */
export async function migrate(session: Queries, steps: readonly Step[] = STEPS): Promise<void> {
  await session.run('SELECT pg_advisory_lock(?::bigint)', MIGRATION_LOCK)
  try {
    await session.run(FORMS)
    const row = await session.get('SELECT COALESCE(MAX(form), 0) AS form, COALESCE(MAX(oldest), 0) AS oldest FROM store_forms')
    const [taken, oldest] = [Number(row?.['form']), Number(row?.['oldest'])]
    if (oldest > steps.length) throw new NewerTables(`the tables have form ${taken}, this release knows ${steps.length}`)
    for (const [index, step] of [...steps.entries()].slice(taken)) await take(session, step, index + 1)
  } finally {
    await session.run('SELECT pg_advisory_unlock(?::bigint)', MIGRATION_LOCK)
  }
}

/** A statement that has to wait for the other release's longer than a few seconds would hold up everybody behind it. */
async function take(session: Queries, { sql, oldest = 0 }: Step, form: number): Promise<void> {
  await session.run('BEGIN')
  try {
    await session.run("SET LOCAL lock_timeout = '4s'")
    await session.run(sql)
    await session.run('INSERT INTO store_forms(form, oldest, taken_at) VALUES (?, ?, ?)', form, oldest, Date.now())
    await session.run('COMMIT')
  } catch (error) {
    await session.run('ROLLBACK')
    throw error
  }
}
