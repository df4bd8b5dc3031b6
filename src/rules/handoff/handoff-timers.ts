// How long each wait of a handoff is, and which timers run in which state. Times are milliseconds.
import type { BackInQueue, Handoff, TimerChange, TimerKind } from './handoff-types'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

export const WAITS = {
  offer: 30 * MINUTE,
  /** The family is to know within ten, on a busy machine too. */
  checkReached: 6 * SECOND,
  rePing: 3 * MINUTE,
  toLead: 6 * MINUTE,
  offerOthers: 10 * MINUTE,
  expire: 30 * MINUTE,
  lease: 2 * MINUTE,
  /** An adviser who rings needs the time of a call before it goes back to the others. */
  callLease: 60 * MINUTE,
  nudge: 10 * MINUTE,
  idle: 20 * MINUTE,
  /** What nobody took up is not kept longer. */
  workItem: 14 * DAY,
  /** A call that nobody closed. */
  call: DAY,
} as const

const KINDS: readonly TimerKind[] = [
  'offer-lapses',
  'check-reached',
  're-ping',
  'ping-again',
  'to-lead',
  'offer-others',
  'expire',
  'lease',
  'nudge',
  'idle-end',
]

/** These timers and no others. */
export function only(due: Partial<Record<TimerKind, number | null>>): readonly TimerChange[] {
  return KINDS.map((timer) => ({ timer, dueAt: due[timer] ?? null }))
}

export const NO_TIMERS = only({})

/** The timers of a new offer. */
export function offerTimers(now: number): readonly TimerChange[] {
  return only({ 'offer-lapses': now + WAITS.offer })
}

/** While it waits for an adviser. Who rings by themselves is not waiting for anybody to act, so that is not escalated. */
export function queueTimers({ route }: Handoff, { closesAt, escalates }: BackInQueue, now: number): readonly TimerChange[] {
  if (route === 'phone') return only({ expire: now + WAITS.workItem })
  if (route !== 'live')
    return only({
      'check-reached': now + WAITS.checkReached,
      'ping-again': escalates?.againAt ?? null,
      'to-lead': escalates?.leadAt ?? null,
      expire: now + WAITS.workItem,
    })
  return only({
    'check-reached': now + WAITS.checkReached,
    're-ping': now + WAITS.rePing,
    'to-lead': now + WAITS.toLead,
    'offer-others': now + WAITS.offerOthers,
    expire: Math.min(now + WAITS.expire, closesAt ?? Infinity),
  })
}

/** Once it is with the lead, it goes there again; a live wait is over before that. */
export function leadTimers({ route }: Handoff, leadAgainAt: number | null): readonly TimerChange[] {
  const dueAt = route === 'live' ? null : leadAgainAt
  return [
    { timer: 'ping-again', dueAt: null },
    { timer: 'to-lead', dueAt },
  ]
}

/** When the adviser who took it must have begun. */
export function leaseEnd({ route }: Handoff, now: number): number {
  return now + (route === 'live' ? WAITS.lease : WAITS.callLease)
}

/** While two people talk: after every word again. */
export function talkTimers({ route }: Handoff, now: number): readonly TimerChange[] {
  return only(route === 'live' ? { nudge: now + WAITS.nudge, 'idle-end': now + WAITS.idle } : { 'idle-end': now + WAITS.call })
}
