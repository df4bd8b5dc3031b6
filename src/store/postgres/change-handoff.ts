// One change of a handoff in PostgreSQL: decided while its row is held, written with its event, deliveries, timers and secrets, or not at all.
import type { Handoff, TimerChange } from '../../rules/handoff/handoff-types'
import type { ChangePlan, ChangeRequest, ChangeResult, EventRow, NewDelivery, NewLine } from '../handoff-port'
import { HANDOFF_COLUMNS, handoffOf, rowOf } from '../handoff-rows'
import type { Database, Queries } from './database'
import type { Tell } from './hints'

const SET = HANDOFF_COLUMNS.map((column) => `${column} = ?`).join(', ')

/** Thrown out of the transaction, so that everything written in it is taken back. */
class TakenBack extends Error {
  constructor(readonly result: ChangeResult) {
    super('taken back')
  }
}

export async function changeInPostgres(database: Database, tell: Tell, request: ChangeRequest): Promise<ChangeResult> {
  try {
    return await database.transaction(async (queries) => change(queries, tell, request))
  } catch (error) {
    if (error instanceof TakenBack) return error.result
    throw error
  }
}

async function change(queries: Queries, tell: Tell, { id, now, decide, staff, timer }: ChangeRequest): Promise<ChangeResult> {
  // One member of staff takes one family at a time, also when they press twice at once on two instances.
  if (staff !== undefined) await queries.run('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', `staff|${staff}`)
  const row = await queries.get('SELECT * FROM handoffs WHERE id = ? FOR UPDATE', id)
  if (!row) return { kind: 'unknown' }
  const handoff = handoffOf(row)
  if (timer && !(await takeTimer(queries, id, timer))) return { kind: 'stale' }
  const plan = decide(handoff, { staffHasLive: staff !== undefined && (await hasLive(queries, staff, id)) })
  // A timer that came to nothing is gone all the same.
  if ('refused' in plan) return { kind: 'refused', handoff, ...plan }
  if (plan.line && (await queries.get('SELECT 1 AS one FROM relay WHERE handoff = ? AND source = ?', id, plan.line.source))) {
    return { kind: 'repeated', handoff }
  }
  const last = plan.changes.at(-1)
  if (!last) throw new Error('a change without a change')
  await queries.run(`UPDATE handoffs SET ${SET} WHERE id = ?`, ...rowOf(last.handoff), id)
  await write(queries, plan, last.handoff, now)
  await tell(queries, { kind: 'handoff', organisation: last.handoff.organisation, handoff: id })
  return { kind: 'changed', handoff: last.handoff }
}

async function takeTimer(
  queries: Queries,
  id: string,
  { timer, dueAt }: { readonly timer: string; readonly dueAt: number },
): Promise<boolean> {
  return (await queries.run('DELETE FROM timers WHERE handoff = ? AND kind = ? AND due_at = ?', id, timer, dueAt)) === 1
}

async function write(queries: Queries, plan: ChangePlan, handoff: Handoff, now: number): Promise<void> {
  const { id } = handoff
  for (const each of plan.changes) await addEvent(queries, id, each.handoff.version, each.event, now)
  if (plan.reference) await refer(queries, plan.reference, handoff, now)
  for (const { purpose, kid, wrappedKey, sealed } of plan.secrets ?? []) {
    const sql = 'INSERT INTO handoff_secrets(handoff, purpose, kid, wrapped_key, sealed) VALUES (?, ?, ?, ?, ?)'
    await queries.run(sql, id, purpose, kid, wrappedKey, sealed)
  }
  for (const purpose of plan.shred ?? []) await shred(queries, id, purpose)
  if (plan.silence) await silence(queries, id)
  for (const delivery of plan.deliveries) await addDelivery(queries, id, delivery, now)
  if (plan.line) await addLine(queries, id, plan.line, now)
  await setTimers(queries, id, plan.timers)
}

async function refer(queries: Queries, reference: NonNullable<ChangePlan['reference']>, handoff: Handoff, now: number): Promise<void> {
  const { hash, expiresAt } = reference
  await queries.run('DELETE FROM handoff_references WHERE hash = ? AND expires_at <= ?', hash, now)
  const sql = 'INSERT INTO handoff_references(hash, organisation, handoff, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  if ((await queries.run(sql, hash, handoff.organisation, handoff.id, expiresAt)) === 0) throw new TakenBack({ kind: 'reference-taken' })
}

async function hasLive(queries: Queries, staff: string, except: string): Promise<boolean> {
  const sql = "SELECT 1 AS one FROM handoffs WHERE accepted_by = ? AND state IN ('accepted', 'live') AND route = 'live' AND id <> ? LIMIT 1"
  return (await queries.get(sql, staff, except)) !== undefined
}

export async function addEvent(queries: Queries, id: string, version: number, event: EventRow, now: number): Promise<void> {
  const sql = 'INSERT INTO handoff_events(handoff, version, kind, actor_kind, actor_hash, at) VALUES (?, ?, ?, ?, ?, ?)'
  await queries.run(sql, id, version, event.kind, event.actorKind, event.actorHash, now)
}

export async function setTimers(queries: Queries, id: string, timers: readonly TimerChange[]): Promise<void> {
  for (const { timer, dueAt } of timers) {
    if (dueAt === null) await queries.run('DELETE FROM timers WHERE handoff = ? AND kind = ?', id, timer)
    else {
      const sql = `INSERT INTO timers(handoff, kind, due_at) VALUES (?, ?, ?)
        ON CONFLICT(handoff, kind) DO UPDATE SET due_at = excluded.due_at`
      await queries.run(sql, id, timer, Math.round(dueAt))
    }
  }
}

/** The handoff's row is held, so nobody else counts on meanwhile. */
async function addDelivery(queries: Queries, id: string, { id: delivery, dest, kind, vars }: NewDelivery, now: number): Promise<void> {
  const sql = `INSERT INTO outbox(id, dest, group_key, seq, kind, vars, state, attempts, next_at, created_at)
    SELECT ?::text, ?::text, ?::text, COALESCE(MAX(seq), 0) + 1, ?::text, ?::text, 'pending', 0, ?::bigint, ?::bigint
    FROM outbox WHERE dest = ? AND group_key = ?`
  await queries.run(sql, delivery, dest, id, kind, JSON.stringify(vars), now, now, dest, id)
}

async function addLine(queries: Queries, id: string, line: NewLine, now: number): Promise<void> {
  const row = await queries.get('SELECT COALESCE(MAX(seq), 0) + 1 AS seq FROM relay WHERE handoff = ?', id)
  const seq = Number(row?.['seq'])
  const delivery = line.deliver?.(seq) ?? null
  const sql = 'INSERT INTO relay(handoff, seq, sender, source, delivery, sealed, at) VALUES (?, ?, ?, ?, ?, ?, ?)'
  await queries.run(sql, id, seq, line.sender, line.source, delivery?.id ?? null, line.seal(seq), now)
  if (delivery) await addDelivery(queries, id, delivery, now)
}

/** Without its key nothing of it can be read; with the lines their order goes too. */
async function shred(queries: Queries, id: string, purpose: string): Promise<void> {
  await queries.run('DELETE FROM handoff_secrets WHERE handoff = ? AND purpose = ?', id, purpose)
  if (purpose === 'relay') await queries.run('DELETE FROM relay WHERE handoff = ?', id)
  if (purpose === 'summary') await queries.run('DELETE FROM handoff_references WHERE handoff = ?', id)
}

async function silence(queries: Queries, id: string): Promise<void> {
  const sql = "UPDATE outbox SET state = 'dead', last_error = 'silenced' WHERE group_key = ? AND dest = 'family' AND state = 'pending'"
  await queries.run(sql, id)
}
