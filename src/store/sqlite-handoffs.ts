// Handoffs in SQLite.
import type { AuditRow, HandoffStore, Purpose, Secret } from './handoff-port'
import { HANDOFF_COLUMNS, handoffOf, rowOf } from './handoff-rows'
import { eventOf, hoursOf, lineOf, timerOf } from './record-rows'
import { addEvent, changeInSqlite, setTimers } from './sqlite-change-handoff'
import { sweepHandoffs } from './sqlite-sweep-handoffs'
import type { Database } from './sqlite-database'

const INSERT = `INSERT INTO handoffs(${HANDOFF_COLUMNS.join(', ')}) VALUES (${HANDOFF_COLUMNS.map(() => '?').join(', ')})`
const LINES =
  'SELECT r.seq, r.sender, r.source, r.sealed, r.at, o.state FROM relay r LEFT JOIN outbox o ON o.id = r.delivery WHERE r.handoff = ?'

export function sqliteHandoffs(database: Database): HandoffStore {
  return {
    insert: async (handoff, event, timers) =>
      database.durably(() => {
        database.run(INSERT, ...rowOf(handoff))
        addEvent(database, handoff.id, handoff.version, event, handoff.createdAt)
        setTimers(database, handoff.id, timers)
      }),
    find: async (id) => {
      const row = database.get('SELECT * FROM handoffs WHERE id = ?', id)
      return row ? handoffOf(row) : null
    },
    change: async (request) => changeInSqlite(database, request),
    openAt: async (organisation) =>
      database
        .all("SELECT * FROM handoffs WHERE organisation = ? AND state IN ('queued', 'accepted', 'live')", organisation)
        .map(handoffOf),
    sharedSince: async (conversation, since) =>
      Number(
        database.get('SELECT COUNT(*) AS shared FROM handoffs WHERE conversation = ? AND consented_at >= ?', conversation, since)?.[
          'shared'
        ],
      ),
    secret: async (id, purpose) => secret(database, id, purpose),
    lines: async (id) => database.all(`${LINES} ORDER BY r.seq`, id).map(lineOf),
    line: async (id, seq) => database.all(`${LINES} AND r.seq = ?`, id, seq).map(lineOf)[0] ?? null,
    byReference: async (organisation, hashes, now) => byReference(database, organisation, hashes, now),
    ...records(database),
    ...timers(database),
    ...hours(database),
    sweep: async (limits) => sweepHandoffs(database, limits),
  }
}

function secret(database: Database, id: string, purpose: Purpose): Secret | null {
  const row = database.get('SELECT kid, wrapped_key, sealed FROM handoff_secrets WHERE handoff = ? AND purpose = ?', id, purpose)
  if (!row) return null
  return { purpose, kid: String(row['kid']), wrappedKey: row['wrapped_key'] as Uint8Array, sealed: row['sealed'] as Uint8Array }
}

function byReference(database: Database, organisation: string, hashes: readonly Uint8Array[], now: number): string | null {
  for (const hash of hashes) {
    const sql = 'SELECT handoff FROM handoff_references WHERE hash = ? AND organisation = ? AND expires_at > ?'
    const row = database.get(sql, hash, organisation, now)
    if (row) return String(row['handoff'])
  }
  return null
}

function records(database: Database): Pick<HandoffStore, 'audit' | 'auditCount' | 'events' | 'askedAgain' | 'askedAgainCounts'> {
  return {
    audit: async (row) => addAudit(database, row),
    auditCount: async (staff, what, since) =>
      Number(database.get('SELECT COUNT(*) AS n FROM audit WHERE staff = ? AND what = ? AND at > ?', staff, what, since)?.['n']),
    events: async (id) => database.all('SELECT * FROM handoff_events WHERE handoff = ? ORDER BY version', id).map(eventOf),
    askedAgain: async ({ id, organisation }, fields) =>
      database.durably(() => {
        const sql = 'INSERT INTO asked_again(handoff, field, organisation) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
        for (const field of fields) database.run(sql, id, field, organisation)
      }),
    askedAgainCounts: async (organisation) => {
      const sql = 'SELECT field, COUNT(*) AS n FROM asked_again WHERE organisation = ? GROUP BY field ORDER BY field'
      return Object.fromEntries(database.all(sql, organisation).map((row) => [String(row['field']), Number(row['n'])]))
    },
  }
}

function timers(database: Database): Pick<HandoffStore, 'dueTimers'> {
  return {
    dueTimers: async (now, limit) =>
      database.all('SELECT handoff, kind, due_at FROM timers WHERE due_at <= ? ORDER BY due_at LIMIT ?', now, limit).map(timerOf),
  }
}

function addAudit(database: Database, { staff, handoff, what, at }: AuditRow): void {
  database.run('INSERT INTO audit(staff, handoff, what, at) VALUES (?, ?, ?, ?)', staff, handoff, what, at)
}

function hours(database: Database): Pick<HandoffStore, 'todaysHours' | 'setTodaysHours'> {
  return {
    todaysHours: async (organisation) => hoursOf(database.get('SELECT * FROM todays_hours WHERE organisation = ?', organisation)),
    setTodaysHours: async (organisation, set, audit) =>
      database.durably(() => {
        database.run('DELETE FROM todays_hours WHERE organisation = ?', organisation)
        const sql = 'INSERT INTO todays_hours(organisation, open_until, ends_at) VALUES (?, ?, ?)'
        if (set !== null) database.run(sql, organisation, set.openUntil, set.endsAt)
        addAudit(database, audit)
      }),
  }
}
