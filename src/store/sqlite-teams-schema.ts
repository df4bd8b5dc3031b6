// The tables of staff in Teams, in SQL that other databases read too. Nothing about families stands in them.

export const TEAMS_TABLES = `
  CREATE TABLE teams_bindings(
    organisation TEXT PRIMARY KEY, tenant TEXT NOT NULL, team TEXT NOT NULL, channel TEXT NOT NULL, service_url TEXT NOT NULL, bot TEXT NOT NULL,
    bound_by TEXT NOT NULL, bound_at INTEGER NOT NULL, broken_at INTEGER, UNIQUE(tenant, channel)) STRICT;
  CREATE TABLE teams_codes(hash BLOB PRIMARY KEY, organisation TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
  CREATE TABLE teams_staff(
    tenant TEXT NOT NULL, person TEXT NOT NULL, organisation TEXT NOT NULL, name TEXT NOT NULL, name_check BLOB NOT NULL,
    on_duty_until INTEGER, PRIMARY KEY(tenant, person)) STRICT;
  CREATE TABLE teams_cards(
    handoff TEXT PRIMARY KEY, state TEXT NOT NULL, service_url TEXT NOT NULL, conversation TEXT, activity TEXT, version INTEGER,
    sends INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE TABLE corrections(
    id TEXT PRIMARY KEY, organisation TEXT NOT NULL, topic TEXT, text TEXT NOT NULL, pack_version TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE INDEX corrections_at ON corrections(at);`

/** Where staff talk with families; nothing that is said stands in it. */
export const TEAMS_CHATS = `
  CREATE TABLE teams_chats(
    handoff TEXT NOT NULL, tenant TEXT NOT NULL, person TEXT NOT NULL, user_id TEXT NOT NULL, bot TEXT NOT NULL, service_url TEXT NOT NULL,
    conversation TEXT, summary TEXT, last_seq INTEGER NOT NULL, sending INTEGER, at INTEGER NOT NULL, PRIMARY KEY(handoff, tenant, person)) STRICT;`
