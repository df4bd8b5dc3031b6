// The tables of staff in Teams, in PostgreSQL. Nothing about families stands in them.

export const TEAMS_TABLES = `
  CREATE TABLE teams_bindings(
    organisation TEXT PRIMARY KEY, tenant TEXT NOT NULL, team TEXT NOT NULL, channel TEXT NOT NULL, service_url TEXT NOT NULL, bot TEXT NOT NULL,
    bound_by TEXT NOT NULL, bound_at BIGINT NOT NULL, broken_at BIGINT, UNIQUE(tenant, channel));
  CREATE TABLE teams_codes(hash BYTEA PRIMARY KEY, organisation TEXT NOT NULL, expires_at BIGINT NOT NULL);
  CREATE TABLE teams_staff(
    tenant TEXT NOT NULL, person TEXT NOT NULL, organisation TEXT NOT NULL, name TEXT NOT NULL, name_check BYTEA NOT NULL,
    on_duty_until BIGINT, PRIMARY KEY(tenant, person));
  CREATE TABLE teams_cards(
    handoff TEXT PRIMARY KEY, state TEXT NOT NULL, service_url TEXT NOT NULL, conversation TEXT, activity TEXT, version BIGINT,
    sends INTEGER NOT NULL, at BIGINT NOT NULL);
  CREATE TABLE corrections(
    id TEXT PRIMARY KEY, organisation TEXT NOT NULL, topic TEXT, text TEXT NOT NULL, pack_version TEXT NOT NULL, at BIGINT NOT NULL);
  CREATE INDEX corrections_at ON corrections(at);`

/** Where staff talk with families; nothing that is said stands in it. */
export const TEAMS_CHATS = `
  CREATE TABLE teams_chats(
    handoff TEXT NOT NULL, tenant TEXT NOT NULL, person TEXT NOT NULL, user_id TEXT NOT NULL, bot TEXT NOT NULL, service_url TEXT NOT NULL,
    conversation TEXT, summary TEXT, last_seq BIGINT NOT NULL, sending BIGINT, at BIGINT NOT NULL, PRIMARY KEY(handoff, tenant, person));`
