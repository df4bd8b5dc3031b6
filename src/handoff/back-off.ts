// When a failed delivery is tried again, and when it is given up. Milliseconds, always whole.
const SECOND = 1000
const HOUR = 3600 * SECOND

const FIRST = 5 * SECOND
const LONGEST = 15 * 60 * SECOND
const GIVEN_UP = 72 * HOUR
/** A line of a chat is useless a minute later: its sender is told instead. */
const LINE_GIVEN_UP = 60 * SECOND

/** Full jitter from 5 s to 15 min in the first hour, then hourly for three days. `random` is from 0 to 1. Null: give up. */
export function nextTry(
  delivery: { readonly kind: string; readonly attempts: number; readonly createdAt: number },
  now: number,
  random: number,
): number | null {
  const age = now - delivery.createdAt
  if (delivery.kind === 'adviser-line')
    return age >= LINE_GIVEN_UP ? null : now + Math.round(Math.min(8, 2 ** delivery.attempts) * 250 * (1 + random))
  if (age >= GIVEN_UP) return null
  if (age >= HOUR) return now + Math.round(HOUR * (0.9 + 0.2 * random))
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(delivery.attempts, 20))
  return now + Math.max(SECOND, Math.round(ceiling * random))
}
