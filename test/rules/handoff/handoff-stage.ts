// A handoff to begin with, and a random life of one, for the tests of its rules.
import * as fc from 'fast-check'
import { changeHandoff } from '../../../src/rules/handoff/handoff-states'
import type { Announcement, Handoff, HandoffEvent, Refused, Route, TimerChange, TimerKind } from '../../../src/rules/handoff/handoff-types'
import { day } from '../../holidays'

export const T0 = 1_800_000_000_000

export const OFFERED: Handoff = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  council: 'demo',
  organisation: 'calm-water',
  conversation: 'chat',
  route: 'live',
  state: 'offered',
  version: 1,
  attempt: 0,
  decision: null,
  flags: [],
  actBy: null,
  actByClocks: [],
  isToMediation: true,
  contactMadeOn: null,
  acceptedBy: null,
  summaryHash: null,
  packVersion: '1',
  createdAt: T0,
  consentedAt: null,
  queuedAt: null,
  leaseUntil: null,
  lastWordAt: null,
  endedAt: null,
  endReason: null,
}

export const CONSENT: HandoffEvent = {
  kind: 'consent',
  summaryHash: 'h',
  decision: 'cease',
  flags: ['looked-after'],
  actBy: day('2027-01-15'),
  actByClocks: ['appeal', 'mediation-adviser'],
}

export interface Lived {
  readonly handoff: Handoff
  readonly announced: readonly Announcement[]
  readonly timers: ReadonlyMap<TimerKind, number>
}

/** After these events, each at its moment; throws on the first that is refused. */
export function after(events: readonly (readonly [HandoffEvent, number])[], from: Handoff = OFFERED): Lived {
  let lived: Lived = { handoff: from, announced: [], timers: new Map() }
  for (const [event, at] of events) {
    const next = changeHandoff(lived.handoff, event, at)
    if ('refused' in next) throw new Error(`${event.kind} was refused: ${next.refused}`)
    lived = { handoff: next.handoff, announced: next.announce, timers: withTimers(lived.timers, next.timers) }
  }
  return lived
}

export function withTimers(timers: ReadonlyMap<TimerKind, number>, changes: readonly TimerChange[]): ReadonlyMap<TimerKind, number> {
  const next = new Map(timers)
  for (const { timer, dueAt } of changes) {
    if (dueAt === null) next.delete(timer)
    else next.set(timer, dueAt)
  }
  return next
}

export function refusalOf(handoff: Handoff, event: HandoffEvent, now: number): Refused | 'changed' {
  const next = changeHandoff(handoff, event, now)
  return 'refused' in next ? next : 'changed'
}

const staff = fc.integer({ min: 1, max: 8 }).map((one) => ({ id: `s${one}`, name: `Adviser ${one}` }))
const TIMERS = ['offer-lapses', 'check-reached', 're-ping', 'ping-again', 'to-lead', 'offer-others', 'expire', 'nudge', 'idle-end'] as const

const oneOfThem = staff.map(({ id }) => id)

const goesOn: fc.Arbitrary<HandoffEvent> = fc.oneof(
  fc.constantFrom('h', 'other').map((summaryHash) => ({ ...CONSENT, summaryHash }) as HandoffEvent),
  fc.constant<HandoffEvent>({ kind: 'queue', closesAt: null }),
  fc.record({ kind: fc.constant('accept' as const), staff, version: fc.integer({ min: 1, max: 12 }), staffHasLive: fc.boolean() }),
  fc.record({ kind: fc.constant('first-word' as const), staff: oneOfThem }),
  fc.record({ kind: fc.constant('word' as const), from: fc.constantFrom('family' as const, 'adviser' as const), staff: oneOfThem }),
  fc.record({ kind: fc.constant('put-back' as const), staff: oneOfThem, closesAt: fc.constant(null) }),
  fc.constant<HandoffEvent>({ kind: 'lease-lapsed', closesAt: null }),
  fc.record({ kind: fc.constant('contact-made' as const), staff: oneOfThem, on: fc.constant(day('2026-11-23')) }),
  fc.record({
    kind: fc.constant('outcome' as const),
    staff,
    outcome: fc.constantFrom('spoke' as const, 'no-answer' as const),
    closesAt: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('timer' as const), timer: fc.constantFrom(...TIMERS.slice(0, 6)), isReached: fc.boolean() }),
  fc.record({ kind: fc.constant('hub-status' as const), status: fc.constant('accepted' as const), staff }),
)

const ends: fc.Arbitrary<HandoffEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('end' as const),
    reason: fc.constantFrom('adviser-ended' as const, 'family-left' as const),
    staff: fc.option(oneOfThem),
  }),
  fc.constantFrom<HandoffEvent>({ kind: 'withdraw' }, { kind: 'erase' }, { kind: 'decline' }, { kind: 'all-dead' }),
  fc.record({
    kind: fc.constant('timer' as const),
    timer: fc.constantFrom(...TIMERS.slice(6)),
    isReached: fc.boolean(),
    ringInstead: fc.constantFrom(null, { closesAt: null }),
  }),
  fc.record({
    kind: fc.constant('outcome' as const),
    staff,
    outcome: fc.constant('certificate-issued' as const),
    closesAt: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('hub-status' as const), status: fc.constantFrom('completed' as const, 'failed' as const), staff }),
)

/** Any event, of any of eight advisers; what ends a life is rarer than what goes on with it. */
const anyEvent: fc.Arbitrary<HandoffEvent> = fc.oneof({ arbitrary: goesOn, weight: 24 }, { arbitrary: ends, weight: 1 })

/** An event, how long after the one before, and whether whoever causes it knows how things stand. */
export const anyMoment = fc.record({
  event: anyEvent,
  wait: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 1_300_000 })),
  isKnowing: fc.boolean(),
})

export const anyRoute: fc.Arbitrary<Route> = fc.constantFrom('live', 'phone', 'callback', 'email')
