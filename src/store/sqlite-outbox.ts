// The outbox in SQLite: leased by a worker, delivered, marked; in order for each receiver and handoff.
import { DUE, dueAt } from './due-deliveries'
import type { Lane, OutboxStore } from './outbox-port'
import { deliveryOf } from './record-rows'
import type { Database } from './sqlite-database'

const claimSql = (lane: Lane): string => `UPDATE outbox SET lease_owner = ?, lease_until = ?, attempts = attempts + 1 WHERE id IN (
  SELECT o.id FROM outbox o WHERE o.state = 'pending' AND o.dest ${lane === 'family' ? '=' : '<>'} 'family' AND ${DUE}
    AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.dest = o.dest AND p.group_key = o.group_key AND p.seq < o.seq AND p.state = 'pending')
  ORDER BY o.next_at LIMIT ?) RETURNING *`

const MINE = "WHERE id = ? AND lease_owner = ? AND state = 'pending'"

export function sqliteOutbox(database: Database): OutboxStore {
  const mark = (set: string, id: string, owner: string, ...values: (string | number)[]): boolean =>
    database.run(`UPDATE outbox SET ${set}, lease_owner = NULL, lease_until = NULL ${MINE}`, ...values, id, owner) === 1
  return {
    claim: async (owner, { now, leaseMs, limit, lane }) =>
      database.transaction(() => database.all(claimSql(lane), owner, now + leaseMs, ...dueAt(now), limit)).map(deliveryOf),
    done: async (id, owner, now) => mark("state = 'done', last_error = NULL, done_at = ?", id, owner, now),
    again: async (id, owner, nextAt, error) => mark('next_at = ?, last_error = ?', id, owner, Math.round(nextAt), error),
    dead: async (id, owner, error, now) => mark("state = 'dead', last_error = ?, done_at = ?", id, owner, error, now),
    stateOf: async (handoff, kinds) => {
      const sql = `SELECT dest, state FROM outbox WHERE group_key = ? AND kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY seq`
      return database.all(sql, handoff, ...kinds).map((row) => ({ dest: String(row['dest']), state: String(row['state']) as 'pending' }))
    },
    deadAt: async (organisation) => {
      const sql = `SELECT o.* FROM outbox o JOIN handoffs h ON h.id = o.group_key
        WHERE o.state = 'dead' AND h.organisation = ? AND o.last_error <> 'silenced' ORDER BY o.created_at`
      return database.all(sql, organisation).map((row) => ({ ...deliveryOf(row), lastError: String(row['last_error']) }))
    },
    revive: async (id, organisation, now) => {
      const sql = `UPDATE outbox SET state = 'pending', attempts = 0, next_at = ?, created_at = ?, last_error = NULL WHERE id = ? AND state = 'dead'
        AND last_error <> 'silenced' AND group_key IN (SELECT id FROM handoffs WHERE organisation = ?)`
      return database.run(sql, now, now, id, organisation) === 1
    },
    pending: async () => Number(database.get("SELECT COUNT(*) AS n FROM outbox WHERE state = 'pending'")?.['n']),
  }
}
