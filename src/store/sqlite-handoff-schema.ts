// The tables of handoffs, in SQL that other databases read too. Nothing personal stands outside `sealed`.

export const HANDOFF_TABLES = `
  CREATE TABLE handoffs(
    id TEXT PRIMARY KEY, council TEXT NOT NULL, organisation TEXT NOT NULL, conversation TEXT, route TEXT NOT NULL, state TEXT NOT NULL,
    version INTEGER NOT NULL, attempt INTEGER NOT NULL, decision TEXT, flags TEXT NOT NULL, act_by TEXT, is_to_mediation INTEGER NOT NULL,
    contact_made_on TEXT, accepted_by TEXT, accepted_name TEXT, summary_hash TEXT, pack_version TEXT NOT NULL, created_at INTEGER NOT NULL,
    consented_at INTEGER, queued_at INTEGER, lease_until INTEGER, last_word_at INTEGER, ended_at INTEGER, end_reason TEXT) STRICT;
  CREATE INDEX handoffs_open ON handoffs(organisation, state);
  CREATE INDEX handoffs_staff ON handoffs(accepted_by, state);
  CREATE INDEX handoffs_ended ON handoffs(ended_at);
  CREATE TABLE handoff_secrets(
    handoff TEXT NOT NULL, purpose TEXT NOT NULL, kid TEXT NOT NULL, wrapped_key BLOB NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY(handoff, purpose)) STRICT;
  CREATE TABLE handoff_events(
    handoff TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL, actor_kind TEXT NOT NULL, actor_hash TEXT, at INTEGER NOT NULL,
    PRIMARY KEY(handoff, version)) STRICT;
  CREATE INDEX handoff_events_at ON handoff_events(at);
  CREATE TABLE handoff_references(
    hash BLOB PRIMARY KEY, organisation TEXT NOT NULL, handoff TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
  CREATE INDEX handoff_references_handoff ON handoff_references(handoff);
  CREATE TABLE relay(
    handoff TEXT NOT NULL, seq INTEGER NOT NULL, sender TEXT NOT NULL, source TEXT NOT NULL, delivery TEXT, sealed BLOB NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY(handoff, seq), UNIQUE(handoff, source)) STRICT;
  CREATE TABLE outbox(
    id TEXT PRIMARY KEY, dest TEXT NOT NULL, group_key TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL, vars TEXT NOT NULL,
    state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, lease_owner TEXT, lease_until INTEGER, last_error TEXT,
    created_at INTEGER NOT NULL, done_at INTEGER, UNIQUE(dest, group_key, seq)) STRICT;
  CREATE INDEX outbox_due ON outbox(state, next_at);
  CREATE INDEX outbox_group ON outbox(group_key);
  CREATE TABLE timers(
    handoff TEXT NOT NULL, kind TEXT NOT NULL, due_at INTEGER NOT NULL, PRIMARY KEY(handoff, kind)) STRICT;
  CREATE INDEX timers_due ON timers(due_at);
  CREATE TABLE audit(staff TEXT NOT NULL, handoff TEXT, what TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE INDEX audit_staff ON audit(staff, what, at);
  CREATE INDEX audit_handoff ON audit(handoff);
  CREATE TABLE asked_again(handoff TEXT NOT NULL, field TEXT NOT NULL, organisation TEXT NOT NULL, PRIMARY KEY(handoff, field)) STRICT;`

/** What staff set for the rest of a day. */
export const HOURS_TABLE = 'CREATE TABLE todays_hours(organisation TEXT PRIMARY KEY, open_until INTEGER, ends_at INTEGER NOT NULL) STRICT;'

/** Which clocks the day to act by belongs to. */
export const ACT_BY_CLOCKS = "ALTER TABLE handoffs ADD COLUMN act_by_clocks TEXT NOT NULL DEFAULT '[]'"
