// When a failed delivery is tried again, and when it is given up. Milliseconds, always whole.
const SECOND = 1000
const HOUR = 3600 * SECOND

const FIRST = 5 * SECOND
const LONGEST = 15 * 60 * SECOND
const GIVEN_UP = 72 * HOUR
/** A line of a chat is useless a minute later: its sender is told instead. */
export const LINE_GIVEN_UP = 60 * SECOND

/** Full jitter from 5 s to 15 min in the first hour, then hourly for three days; our own chat within seconds at first. `random` is from 0 to 1. Null: give up. */
export function nextTry(
  delivery: { readonly dest: string; readonly kind: string; readonly attempts: number; readonly createdAt: number },
  now: number,
  random: number,
): number | null {
  const age = now - delivery.createdAt
  if (age >= (delivery.kind === 'adviser-line' ? LINE_GIVEN_UP : GIVEN_UP)) return null
  if (delivery.dest === 'family' && age < LINE_GIVEN_UP) return now + Math.round(250 * 2 ** Math.min(4, delivery.attempts) * (0.5 + random))
  if (age >= HOUR) return now + Math.round(HOUR * (0.9 + 0.2 * random))
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(delivery.attempts, 20))
  return now + Math.max(SECOND, Math.round(ceiling * random))
}
