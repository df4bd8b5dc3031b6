// The SQLite tables, as a list of steps that is only ever added to. `user_version` counts the steps taken.
import type { DatabaseSync } from 'node:sqlite'
import { ACT_BY_CLOCKS, HANDOFF_TABLES, HOURS_TABLE } from './sqlite-handoff-schema'
import { TEAMS_CHATS, TEAMS_TABLES } from './sqlite-teams-schema'

/** Rows of a kilobyte lie in the order in which they come; kept sorted by conversation, each would tear a page apart. */
const IN_ORDER_OF_COMING = `
  CREATE TABLE entries_in_order(
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, client_id BLOB, pending INTEGER NOT NULL,
    sealed BLOB NOT NULL, tries INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(conversation, seq)) STRICT;
  INSERT INTO entries_in_order(conversation, seq, at, client_id, pending, sealed, tries)
    SELECT conversation, seq, at, client_id, pending, sealed, tries FROM entries ORDER BY at, conversation, seq;
  DROP TABLE entries;
  ALTER TABLE entries_in_order RENAME TO entries;
  CREATE UNIQUE INDEX entries_client ON entries(conversation, client_id) WHERE client_id IS NOT NULL;
  CREATE INDEX entries_pending ON entries(conversation, seq) WHERE pending = 1;
  CREATE INDEX entries_at ON entries(at);
  CREATE TABLE states_in_order(
    scope TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, saved_at INTEGER NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY(scope, key)) STRICT;
  INSERT INTO states_in_order(scope, key, version, saved_at, value)
    SELECT scope, key, version, saved_at, value FROM states ORDER BY saved_at, scope, key;
  DROP TABLE states;
  ALTER TABLE states_in_order RENAME TO states;
  CREATE INDEX states_saved ON states(saved_at);`

export const STEPS: readonly string[] = [
  `CREATE TABLE conversations(
     id TEXT PRIMARY KEY, council TEXT, key_check BLOB, begun_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
     last_seq INTEGER NOT NULL DEFAULT 0, greeted INTEGER NOT NULL DEFAULT 0) STRICT;
   CREATE INDEX conversations_last ON conversations(last_at);
   CREATE TABLE entries(
     conversation TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, client_id BLOB, pending INTEGER NOT NULL,
     sealed BLOB NOT NULL, PRIMARY KEY(conversation, seq)) STRICT, WITHOUT ROWID;
   CREATE UNIQUE INDEX entries_client ON entries(conversation, client_id) WHERE client_id IS NOT NULL;
   CREATE INDEX entries_pending ON entries(conversation, seq) WHERE pending = 1;
   CREATE INDEX entries_at ON entries(at);
   CREATE TABLE states(
     scope TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, saved_at INTEGER NOT NULL, value BLOB NOT NULL,
     PRIMARY KEY(scope, key)) STRICT, WITHOUT ROWID;
   CREATE INDEX states_saved ON states(saved_at);
   CREATE TABLE inbox(id BLOB PRIMARY KEY, seen_at INTEGER NOT NULL, done INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX inbox_seen ON inbox(seen_at);`,
  'ALTER TABLE entries ADD COLUMN tries INTEGER NOT NULL DEFAULT 0',
  // A kept question has a random id and no time of day, so that neither its place nor its hour leads back to a conversation.
  `CREATE TABLE unanswered_counts(
     day TEXT NOT NULL, council TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(day, council, kind)) STRICT, WITHOUT ROWID;
   CREATE TABLE kept_questions(id BLOB PRIMARY KEY, day TEXT NOT NULL, council TEXT, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX kept_questions_day ON kept_questions(day);`,
  HANDOFF_TABLES,
  TEAMS_TABLES,
  TEAMS_CHATS,
  HOURS_TABLE,
  ACT_BY_CLOCKS,
  IN_ORDER_OF_COMING,
]

/** Brings the tables to this release's form; throws when a newer release has been here. */
export function migrate(database: DatabaseSync): void {
  const taken = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (taken > STEPS.length) throw new Error(`the store was written by a newer release (form ${taken}, this one knows ${STEPS.length})`)
  for (let step = taken; step < STEPS.length; step += 1) {
    database.exec(`BEGIN IMMEDIATE; ${STEPS[step]}; PRAGMA user_version = ${step + 1}; COMMIT;`)
  }
}
