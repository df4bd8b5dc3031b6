// One change of a handoff in SQLite: what was decided is written with its event, deliveries, timers and secrets, or not at all.
import type { TimerChange } from '../rules/handoff/handoff-types'
import { HANDOFF_COLUMNS, handoffOf, rowOf } from './handoff-rows'
import type { ChangePlan, ChangeRequest, ChangeResult, EventRow, NewDelivery, NewLine } from './handoff-port'
import type { Database } from './sqlite-database'

const SET = HANDOFF_COLUMNS.map((column) => `${column} = ?`).join(', ')

/** Thrown out of the transaction, so that everything written in it is taken back. */
class TakenBack extends Error {
  constructor(readonly result: ChangeResult) {
    super('taken back')
  }
}

export function changeInSqlite(database: Database, request: ChangeRequest): ChangeResult {
  try {
    return database.durably(() => change(database, request))
  } catch (error) {
    if (error instanceof TakenBack) return error.result
    throw error
  }
}

function change(database: Database, { id, now, decide, staff, timer }: ChangeRequest): ChangeResult {
  const row = database.get('SELECT * FROM handoffs WHERE id = ?', id)
  if (!row) return { kind: 'unknown' }
  const handoff = handoffOf(row)
  if (timer && database.run('DELETE FROM timers WHERE handoff = ? AND kind = ? AND due_at = ?', id, timer.timer, timer.dueAt) === 0) {
    return { kind: 'stale' }
  }
  const plan = decide(handoff, { staffHasLive: staff !== undefined && hasLive(database, staff, id) })
  if ('refused' in plan) return { kind: 'refused', handoff, ...plan }
  if (plan.line && database.get('SELECT 1 AS one FROM relay WHERE handoff = ? AND source = ?', id, plan.line.source)) {
    return { kind: 'repeated', handoff }
  }
  const last = plan.changes.at(-1)
  if (!last) throw new Error('a change without a change')
  const written = database.run(
    `UPDATE handoffs SET ${SET} WHERE id = ? AND state = ? AND version = ?`,
    ...rowOf(last.handoff),
    id,
    handoff.state,
    handoff.version,
  )
  if (written !== 1) throw new Error('a handoff changed inside its own transaction')
  write(database, id, plan, { now, handoff: last.handoff })
  return { kind: 'changed', handoff: last.handoff }
}

function write(
  database: Database,
  id: string,
  plan: ChangePlan,
  { now, handoff }: { now: number; handoff: ReturnType<typeof handoffOf> },
): void {
  for (const each of plan.changes) addEvent(database, id, each.handoff.version, each.event, now)
  if (plan.reference) {
    const { hash, expiresAt } = plan.reference
    database.run('DELETE FROM handoff_references WHERE hash = ? AND expires_at <= ?', hash, now)
    const sql = 'INSERT INTO handoff_references(hash, organisation, handoff, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
    if (database.run(sql, hash, handoff.organisation, id, expiresAt) === 0) throw new TakenBack({ kind: 'reference-taken' })
  }
  for (const { purpose, kid, wrappedKey, sealed } of plan.secrets ?? []) {
    const sql = 'INSERT INTO handoff_secrets(handoff, purpose, kid, wrapped_key, sealed) VALUES (?, ?, ?, ?, ?)'
    database.run(sql, id, purpose, kid, wrappedKey, sealed)
  }
  for (const purpose of plan.shred ?? []) shred(database, id, purpose)
  if (plan.silence) silence(database, id)
  for (const delivery of plan.deliveries) addDelivery(database, id, delivery, now)
  if (plan.line) addLine(database, id, plan.line, now)
  setTimers(database, id, plan.timers)
}

function hasLive(database: Database, staff: string, except: string): boolean {
  const sql = "SELECT 1 AS one FROM handoffs WHERE accepted_by = ? AND state IN ('accepted', 'live') AND route = 'live' AND id <> ? LIMIT 1"
  return database.get(sql, staff, except) !== undefined
}

export function addEvent(database: Database, id: string, version: number, event: EventRow, now: number): void {
  const sql = 'INSERT INTO handoff_events(handoff, version, kind, actor_kind, actor_hash, at) VALUES (?, ?, ?, ?, ?, ?)'
  database.run(sql, id, version, event.kind, event.actorKind, event.actorHash, now)
}

export function setTimers(database: Database, id: string, timers: readonly TimerChange[]): void {
  for (const { timer, dueAt } of timers) {
    if (dueAt === null) database.run('DELETE FROM timers WHERE handoff = ? AND kind = ?', id, timer)
    else {
      const sql =
        'INSERT INTO timers(handoff, kind, due_at) VALUES (?, ?, ?) ON CONFLICT(handoff, kind) DO UPDATE SET due_at = excluded.due_at'
      database.run(sql, id, timer, Math.round(dueAt))
    }
  }
}

function addDelivery(database: Database, id: string, { id: delivery, dest, kind, vars }: NewDelivery, now: number): void {
  const sql = `INSERT INTO outbox(id, dest, group_key, seq, kind, vars, state, attempts, next_at, created_at)
    SELECT ?, ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ?, 'pending', 0, ?, ? FROM outbox WHERE dest = ? AND group_key = ?`
  database.run(sql, delivery, dest, id, kind, JSON.stringify(vars), now, now, dest, id)
}

function addLine(database: Database, id: string, line: NewLine, now: number): void {
  const seq = Number(database.get('SELECT COALESCE(MAX(seq), 0) + 1 AS seq FROM relay WHERE handoff = ?', id)?.['seq'])
  const delivery = line.deliver?.(seq) ?? null
  const sql = 'INSERT INTO relay(handoff, seq, sender, source, delivery, sealed, at) VALUES (?, ?, ?, ?, ?, ?, ?)'
  database.run(sql, id, seq, line.sender, line.source, delivery?.id ?? null, line.seal(seq), now)
  if (delivery) addDelivery(database, id, delivery, now)
}

/** Without its key nothing of it can be read; with the lines their order goes too. */
function shred(database: Database, id: string, purpose: string): void {
  database.run('DELETE FROM handoff_secrets WHERE handoff = ? AND purpose = ?', id, purpose)
  if (purpose === 'relay') database.run('DELETE FROM relay WHERE handoff = ?', id)
  if (purpose === 'summary') database.run('DELETE FROM handoff_references WHERE handoff = ?', id)
}

function silence(database: Database, id: string): void {
  database.run(
    "UPDATE outbox SET state = 'dead', last_error = 'silenced' WHERE group_key = ? AND dest = 'family' AND state = 'pending'",
    id,
  )
}
