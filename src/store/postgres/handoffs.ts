// Handoffs in PostgreSQL.
import type { AuditRow, HandoffStore, Purpose, Secret } from '../handoff-port'
import { HANDOFF_COLUMNS, handoffOf, rowOf } from '../handoff-rows'
import { eventOf, hoursOf, lineOf, timerOf } from '../record-rows'
import { addEvent, changeInPostgres, setTimers } from './change-handoff'
import type { Database, Queries } from './database'
import type { Tell } from './hints'
import { sweepHandoffs } from './sweep-handoffs'

const INSERT = `INSERT INTO handoffs(${HANDOFF_COLUMNS.join(', ')}) VALUES (${HANDOFF_COLUMNS.map(() => '?').join(', ')})`
const LINES =
  'SELECT r.seq, r.sender, r.source, r.sealed, r.at, o.state FROM relay r LEFT JOIN outbox o ON o.id = r.delivery WHERE r.handoff = ?'

export function postgresHandoffs(database: Database, tell: Tell): HandoffStore {
  return {
    insert: async (handoff, event, timers) =>
      database.transaction(async (queries) => {
        await queries.run(INSERT, ...rowOf(handoff))
        await addEvent(queries, handoff.id, handoff.version, event, handoff.createdAt)
        await setTimers(queries, handoff.id, timers)
      }),
    find: async (id) => {
      const row = await database.get('SELECT * FROM handoffs WHERE id = ?', id)
      return row ? handoffOf(row) : null
    },
    change: async (request) => changeInPostgres(database, tell, request),
    openAt: async (organisation) => {
      const sql = "SELECT * FROM handoffs WHERE organisation = ? AND state IN ('queued', 'accepted', 'live')"
      return (await database.all(sql, organisation)).map(handoffOf)
    },
    sharedSince: async (conversation, since) => {
      const sql = 'SELECT COUNT(*) AS shared FROM handoffs WHERE conversation = ? AND consented_at >= ?'
      return Number((await database.get(sql, conversation, since))?.['shared'])
    },
    secret: async (id, purpose) => secret(database, id, purpose),
    lines: async (id) => (await database.all(`${LINES} ORDER BY r.seq`, id)).map(lineOf),
    line: async (id, seq) => (await database.all(`${LINES} AND r.seq = ?`, id, seq)).map(lineOf)[0] ?? null,
    byReference: async (organisation, hashes, now) => {
      const sql = `SELECT handoff FROM handoff_references WHERE hash = ANY(?::bytea[]) AND organisation = ? AND expires_at > ?
        ORDER BY array_position(?::bytea[], hash) LIMIT 1`
      const row = await database.get(sql, hashes, organisation, now, hashes)
      return row ? String(row['handoff']) : null
    },
    ...records(database),
    dueTimers: async (now, limit) =>
      (await database.all('SELECT handoff, kind, due_at FROM timers WHERE due_at <= ? ORDER BY due_at LIMIT ?', now, limit)).map(timerOf),
    ...hours(database),
    sweep: async (limits) => sweepHandoffs(database, limits),
  }
}

async function secret(database: Database, id: string, purpose: Purpose): Promise<Secret | null> {
  const sql = 'SELECT kid, wrapped_key, sealed FROM handoff_secrets WHERE handoff = ? AND purpose = ?'
  const row = await database.get(sql, id, purpose)
  if (!row) return null
  return { purpose, kid: String(row['kid']), wrappedKey: row['wrapped_key'] as Uint8Array, sealed: row['sealed'] as Uint8Array }
}

function records(database: Database): Pick<HandoffStore, 'audit' | 'auditCount' | 'events' | 'askedAgain' | 'askedAgainCounts'> {
  return {
    audit: async (row) => addAudit(database, row),
    auditCount: async (staff, what, since) => {
      const row = await database.get('SELECT COUNT(*) AS n FROM audit WHERE staff = ? AND what = ? AND at > ?', staff, what, since)
      return Number(row?.['n'])
    },
    events: async (id) => (await database.all('SELECT * FROM handoff_events WHERE handoff = ? ORDER BY version', id)).map(eventOf),
    askedAgain: async ({ id, organisation }, fields) => {
      const sql = `INSERT INTO asked_again(handoff, field, organisation) SELECT ?::text, field, ?::text FROM unnest(?::text[]) AS field
        ON CONFLICT DO NOTHING`
      await database.run(sql, id, organisation, fields)
    },
    askedAgainCounts: async (organisation) => {
      const sql = 'SELECT field, COUNT(*) AS n FROM asked_again WHERE organisation = ? GROUP BY field ORDER BY field COLLATE "C"'
      return Object.fromEntries((await database.all(sql, organisation)).map((row) => [String(row['field']), Number(row['n'])]))
    },
  }
}

async function addAudit(queries: Queries, { staff, handoff, what, at }: AuditRow): Promise<void> {
  await queries.run('INSERT INTO audit(staff, handoff, what, at) VALUES (?, ?, ?, ?)', staff, handoff, what, at)
}

function hours(database: Database): Pick<HandoffStore, 'todaysHours' | 'setTodaysHours'> {
  return {
    todaysHours: async (organisation) => hoursOf(await database.get('SELECT * FROM todays_hours WHERE organisation = ?', organisation)),
    setTodaysHours: async (organisation, set, audit) =>
      database.transaction(async (queries) => {
        const sql = `INSERT INTO todays_hours(organisation, open_until, ends_at) VALUES (?, ?, ?)
          ON CONFLICT(organisation) DO UPDATE SET open_until = excluded.open_until, ends_at = excluded.ends_at`
        if (set === null) await queries.run('DELETE FROM todays_hours WHERE organisation = ?', organisation)
        else await queries.run(sql, organisation, set.openUntil, set.endsAt)
        await addAudit(queries, audit)
      }),
  }
}
