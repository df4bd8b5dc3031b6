// Which deliveries of the outbox are due. The trap: a clock that is put back leaves rows that are due, or leased, hours from now.

const SOON = 15 * 60_000
const LATE = 2 * 3_600_000

/** Of `outbox o`; takes what `dueAt` gives. In its first hour nothing waits for longer than a quarter of an hour, and later not for two: what does was written while the clock was ahead. */
export const DUE = `(o.next_at <= ? OR o.next_at > ? OR (o.next_at > ? AND o.created_at > ?))
    AND (o.lease_until IS NULL OR o.lease_until < ? OR o.lease_until > ?)`

/** `now` in epoch milliseconds. */
export function dueAt(now: number): readonly number[] {
  return [now, now + LATE, now + SOON, now, now, now + SOON]
}
