// What is kept beside a handoff, read back from whichever database: events, lines, timers, deliveries.
import type { DueTimer, EventRow, KeptLine, TodaysHours } from './handoff-port'
import type { Delivery } from './outbox-port'

type Row = Readonly<Record<string, unknown>>

export function eventOf(row: Row): EventRow & { readonly version: number; readonly at: number } {
  return {
    version: Number(row['version']),
    kind: String(row['kind']),
    actorKind: String(row['actor_kind']) as 'service',
    actorHash: row['actor_hash'] === null ? null : String(row['actor_hash']),
    at: Number(row['at']),
  }
}

export function timerOf(row: Row): DueTimer {
  return { handoff: String(row['handoff']), timer: String(row['kind']) as 'expire', dueAt: Number(row['due_at']) }
}

/** A line without a delivery is read where it is kept. */
export function lineOf(row: Row): KeptLine {
  const state = row['state']
  const delivery = state === 'pending' ? 'waiting' : state === 'dead' ? 'not-delivered' : 'delivered'
  const sender = row['sender'] === 'family' ? 'family' : 'adviser'
  const [seq, at, source] = [Number(row['seq']), Number(row['at']), String(row['source'])]
  return { seq, sender, source, sealed: row['sealed'] as Uint8Array, at, delivery }
}

export function deliveryOf(row: Row): Delivery {
  return {
    id: String(row['id']),
    dest: String(row['dest']),
    handoff: String(row['group_key']),
    seq: Number(row['seq']),
    kind: String(row['kind']),
    vars: JSON.parse(String(row['vars'])) as Record<string, unknown>,
    attempts: Number(row['attempts']),
    createdAt: Number(row['created_at']),
  }
}

export function hoursOf(row: Row | undefined): TodaysHours | null {
  if (row === undefined) return null
  return { openUntil: row['open_until'] === null ? null : Number(row['open_until']), endsAt: Number(row['ends_at']) }
}
