// The life of a handoff: what may happen when, in a table; and what holds whatever happens, in any order, by up to eight advisers.
import * as fc from 'fast-check'
import { changeHandoff } from '../../../src/rules/handoff/handoff-states'
import type { Handoff, HandoffEvent, TimerKind } from '../../../src/rules/handoff/handoff-types'
import { day } from '../../holidays'
import { after, anyMoment, anyRoute, CONSENT, OFFERED, refusalOf, T0, withTimers } from './handoff-stage'

const ANN = { id: 's1', name: 'Ann, adviser' }
const BOB = { id: 's2', name: 'Bob, adviser' }
const QUEUE: HandoffEvent = { kind: 'queue', closesAt: null }
const accept = (version: number, staff = ANN): HandoffEvent => ({ kind: 'accept', staff, version, staffHasLive: false })
const FIRST: HandoffEvent = { kind: 'first-word', staff: 's1' }
const timer = (kind: Exclude<TimerKind, 'lease'>, isReached = false): HandoffEvent => ({ kind: 'timer', timer: kind, isReached })
const outcome = (what: 'spoke' | 'no-answer' | 'certificate-issued', staff = ANN): HandoffEvent => ({
  kind: 'outcome',
  staff,
  outcome: what,
  closesAt: null,
})

const consented = after([[CONSENT, T0]]).handoff
const queued = after([[CONSENT, T0], [QUEUE, T0]]).handoff // prettier-ignore
const accepted = after([[accept(3), T0]], queued).handoff
const live = after([[FIRST, T0]], accepted).handoff
const ended = after([[{ kind: 'end', reason: 'adviser-ended', staff: 's1' }, T0]], live).handoff

describe('what follows each change', () => {
  test('consent keeps the hash, and what the queue is ordered by; nobody is told yet', () => {
    const lived = after([[CONSENT, T0 + 1]])
    expect(lived.handoff).toMatchObject({
      state: 'consented',
      version: 2,
      summaryHash: 'h',
      consentedAt: T0 + 1,
      actBy: '2027-01-15',
      flags: ['looked-after'],
    })
    expect(lived.announced).toEqual([])
  })

  test('queued: told to receivers and the desk, five timers', () => {
    const lived = after([[QUEUE, T0 + 5]], consented)
    expect(lived.handoff).toMatchObject({ state: 'queued', version: 3, attempt: 1, queuedAt: T0 + 5 })
    expect(lived.announced).toEqual([{ to: 'receivers', type: 'handoff.created' }, { to: 'desk' }])
    expect([...lived.timers]).toEqual([
      ['check-reached', T0 + 5 + 6_000],
      ['re-ping', T0 + 5 + 180_000],
      ['to-lead', T0 + 5 + 360_000],
      ['offer-others', T0 + 5 + 600_000],
      ['expire', T0 + 5 + 1_800_000],
    ])
  })

  test.each([
    ['phone', [['expire', T0 + 14 * 86_400_000]]],
    [
      'callback',
      [
        ['check-reached', T0 + 6_000],
        ['expire', T0 + 14 * 86_400_000],
      ],
    ],
    [
      'email',
      [
        ['check-reached', T0 + 6_000],
        ['expire', T0 + 14 * 86_400_000],
      ],
    ],
  ] as const)('queued by %s: kept for fourteen days', (route, timers) => {
    const lived = after([[CONSENT, T0], [QUEUE, T0]], { ...OFFERED, route }) // prettier-ignore
    expect([...lived.timers]).toEqual(timers)
    expect(lived.announced[0]).toEqual({ to: 'receivers', type: route === 'callback' ? 'callback.requested' : 'handoff.created' })
  })

  test('what nobody takes is announced again, then goes to the lead, and again; who rings by themselves is not waited for', () => {
    const escalates = { againAt: T0 + 1, leadAt: T0 + 2, leadAgainAt: T0 + 3 }
    const begin = (route: Handoff['route']): Handoff => ({ ...consented, route })
    const event: HandoffEvent = { kind: 'queue', closesAt: null, escalates }
    const waiting = after([[event, T0]], begin('callback'))
    expect([waiting.timers.get('ping-again'), waiting.timers.get('to-lead')]).toEqual([T0 + 1, T0 + 2])
    expect([...after([[event, T0]], begin('phone')).timers.keys()]).toEqual(['expire'])
    expect([...after([[event, T0]], begin('live')).timers.keys()]).not.toContain('ping-again')
    const again = after([[timer('ping-again'), T0]], waiting.handoff)
    expect([again.handoff.attempt, again.handoff.state]).toEqual([2, 'queued'])
    expect(again.announced).toEqual([{ to: 'desk' }])
    const lead: HandoffEvent = { kind: 'timer', timer: 'to-lead', isReached: false, leadAgainAt: T0 + 9 }
    const toLead = changeHandoff(waiting.handoff, lead, T0)
    expect(toLead).toMatchObject({
      handoff: { attempt: 2 },
      announce: again.announced,
      timers: [
        { timer: 'ping-again', dueAt: null },
        { timer: 'to-lead', dueAt: T0 + 9 },
      ],
    })
    expect(changeHandoff({ ...waiting.handoff, route: 'live' }, lead, T0)).toMatchObject({ timers: [{ dueAt: null }, { dueAt: null }] })
    expect(refusalOf(accepted, timer('ping-again'), T0)).toEqual({ refused: 'wrong-state' })
    expect(refusalOf(ended, timer('to-lead'), T0)).toEqual({ refused: 'wrong-state' })
    const back: HandoffEvent = { kind: 'put-back', staff: 's1', closesAt: null, escalates }
    expect(after([[back, T0]], { ...accepted, route: 'callback' }).timers.get('ping-again')).toBe(T0 + 1)
  })

  test('closing time comes before the half hour', () => {
    expect(after([[{ kind: 'queue', closesAt: T0 + 60_000 }, T0]], consented).timers.get('expire')).toBe(T0 + 60_000)
    expect(after([[{ kind: 'queue', closesAt: T0 + 86_400_000 }, T0]], consented).timers.get('expire')).toBe(T0 + 1_800_000)
  })

  test('a chat that nobody took goes on as the call that the family agreed to beforehand, in its place and under its reference', () => {
    const escalates = { againAt: T0 + 1, leadAt: T0 + 2, leadAgainAt: null }
    const expire: HandoffEvent = { kind: 'timer', timer: 'expire', isReached: true, ringInstead: { closesAt: null, escalates } }
    const lived = after([[expire, T0 + 9]], queued)
    expect(lived.handoff).toMatchObject({ state: 'queued', route: 'callback', summaryHash: 'h', queuedAt: queued.queuedAt, endedAt: null })
    expect(lived.announced).toEqual([
      { to: 'receivers', type: 'callback.requested' },
      { to: 'family', message: 'handoff.told-will-ring', vars: {} },
      { to: 'desk' },
    ])
    expect([...lived.timers].sort()).toEqual([
      ['check-reached', T0 + 9 + 6000],
      ['expire', T0 + 9 + 14 * 86_400_000],
      ['ping-again', T0 + 1],
      ['to-lead', T0 + 2],
    ])
    expect(after([[expire, T0]], lived.handoff).handoff).toMatchObject({ state: 'expired', route: 'callback' })
  })

  test('accepted: the family hears by whom; two minutes, or an hour for a call', () => {
    const lived = after([[accept(3), T0]], queued)
    expect(lived.handoff).toMatchObject({ state: 'accepted', acceptedBy: ANN, leaseUntil: T0 + 120_000 })
    expect(lived.announced).toContainEqual({ to: 'family', message: 'handoff.told-accepted', vars: { name: 'Ann, adviser' } })
    expect([...lived.timers]).toEqual([['lease', T0 + 120_000]])
    expect(after([[accept(3), T0]], { ...queued, route: 'callback' }).handoff.leaseUntil).toBe(T0 + 3_600_000)
  })

  test('the first word makes it live; every word begins the silence anew', () => {
    const lived = after([[FIRST, T0]], accepted)
    expect([...lived.timers]).toEqual([['nudge', T0 + 600_000], ['idle-end', T0 + 1_200_000]]) // prettier-ignore
    expect(lived.handoff).toMatchObject({ state: 'live', leaseUntil: null, lastWordAt: T0 })
    const word = after([[{ kind: 'word', from: 'family', staff: null }, T0 + 1000]], lived.handoff)
    expect([...word.timers]).toEqual([['nudge', T0 + 601_000], ['idle-end', T0 + 1_201_000]]) // prettier-ignore
    expect(after([[outcome('spoke'), T0]], { ...accepted, route: 'phone' }).timers).toEqual(new Map([['idle-end', T0 + 86_400_000]]))
  })

  test.each([
    ['the lease', accepted, { kind: 'lease-lapsed', closesAt: null }, T0 + 120_000, 'queued', 'handoff.told-back-in-queue'],
    ['put back', accepted, { kind: 'put-back', staff: 's1', closesAt: null }, T0, 'queued', 'handoff.told-back-in-queue'],
    ['no answer', accepted, outcome('no-answer'), T0, 'queued', 'handoff.told-no-answer'],
    ['not reached', queued, timer('check-reached'), T0, 'queued', 'handoff.told-not-reached'],
    ['three minutes', queued, timer('re-ping'), T0, 'queued', 'handoff.told-still-waiting'],
    ['ten minutes', queued, timer('offer-others'), T0, 'queued', 'handoff.told-other-ways'],
    ['half an hour', queued, timer('expire'), T0, 'expired', 'handoff.told-expired'],
    ['nobody can be told', queued, { kind: 'all-dead' }, T0, 'failed', 'handoff.told-undeliverable'],
    ['ten minutes’ silence', live, timer('nudge'), T0 + 600_000, 'live', 'handoff.told-nudge'],
    ['twenty', live, timer('idle-end'), T0 + 1_200_000, 'ended', 'handoff.told-ended-idle'],
    ['the adviser ends', live, { kind: 'end', reason: 'adviser-ended', staff: 's1' }, T0, 'ended', 'handoff.told-ended-by-adviser'],
    ['a certificate', live, outcome('certificate-issued'), T0, 'ended', 'handoff.told-done'],
    ['the hub ends', live, { kind: 'hub-status', status: 'completed', staff: ANN }, T0, 'ended', 'handoff.told-ended-by-adviser'],
    [
      'the hub ends a call',
      { ...live, route: 'callback' },
      { kind: 'hub-status', status: 'completed', staff: ANN },
      T0,
      'ended',
      'handoff.told-done',
    ],
    ['the hub fails', accepted, { kind: 'hub-status', status: 'failed', staff: ANN }, T0, 'failed', 'handoff.told-undeliverable'],
  ] as const)('%s', (_name, from, event, at, state, message) => {
    const lived = after([[event as HandoffEvent, at]], from)
    expect(lived.handoff.state).toBe(state)
    expect(lived.announced.flatMap((each) => (each.to === 'family' ? [each.message] : []))).toEqual([message])
    expect(lived.announced).toContainEqual({ to: 'desk' })
  })

  test('withdrawn before anything was shared is nobody else’s business; after it, receivers hear it', () => {
    expect(after([[{ kind: 'erase' }, T0]]).announced).toEqual([{ to: 'desk' }])
    expect(after([[{ kind: 'withdraw' }, T0]], queued).announced).toEqual([{ to: 'receivers', type: 'handoff.withdrawn' }, { to: 'desk' }])
    expect(after([[{ kind: 'erase' }, T0]], live).handoff).toMatchObject({ state: 'ended', endReason: 'erased', endedAt: T0 })
    const late = after([[{ kind: 'erase' }, T0 + 9]], ended)
    expect(late.handoff).toMatchObject({ state: 'ended', endReason: 'erased', endedAt: T0 })
    expect(late.announced).toContainEqual({ to: 'receivers', type: 'handoff.withdrawn' })
  })

  test('contact is what an adviser records, with mediation providers only', () => {
    const event: HandoffEvent = { kind: 'contact-made', staff: 's1', on: day('2026-11-23') }
    expect(after([[event, T0]], live).handoff.contactMadeOn).toBe('2026-11-23')
    expect(after([[event, T0]], ended).handoff.contactMadeOn).toBe('2026-11-23')
    expect(refusalOf({ ...live, isToMediation: false }, event, T0)).toEqual({ refused: 'wrong-state' })
    expect(refusalOf(consented, event, T0)).toEqual({ refused: 'wrong-state' })
    expect(refusalOf(live, { ...event, staff: 's2' }, T0)).toEqual({ refused: 'not-yours', by: 'Ann, adviser' })
  })
})

describe('what is refused', () => {
  test.each([
    ['a yes to another text', queued, { ...CONSENT, summaryHash: 'x' }, { refused: 'wrong-summary' }],
    ['the same yes again', queued, CONSENT, { refused: 'wrong-state' }],
    ['the queue without a yes', OFFERED, QUEUE, { refused: 'wrong-state' }],
    ['what a colleague has', accepted, accept(4, BOB), { refused: 'taken', by: 'Ann, adviser' }],
    ['what a colleague talks to', live, accept(5, BOB), { refused: 'taken', by: 'Ann, adviser' }],
    ['an old page', queued, accept(2), { refused: 'other-version' }],
    ['a second family', queued, { kind: 'accept', staff: ANN, version: 3, staffHasLive: true }, { refused: 'busy' }],
    ['what is over', ended, accept(6), { refused: 'wrong-state' }],
    ['a colleague’s first word', accepted, { kind: 'first-word', staff: 's2' }, { refused: 'not-yours', by: 'Ann, adviser' }],
    ['an adviser’s word before the first', accepted, { kind: 'word', from: 'adviser', staff: 's1' }, { refused: 'wrong-state' }],
    ['a family’s word to nobody', queued, { kind: 'word', from: 'family', staff: null }, { refused: 'wrong-state' }],
    ['a word after the end', ended, { kind: 'word', from: 'family', staff: null }, { refused: 'wrong-state' }],
    ['a lease that still runs', accepted, { kind: 'lease-lapsed', closesAt: null }, { refused: 'wrong-state' }],
    ['an end of what nobody shared', OFFERED, { kind: 'end', reason: 'family-left', staff: null }, { refused: 'wrong-state' }],
    [
      'to put back a colleague’s',
      accepted,
      { kind: 'put-back', staff: 's2', closesAt: null },
      { refused: 'not-yours', by: 'Ann, adviser' },
    ],
    ['to put back a talk', live, { kind: 'put-back', staff: 's1', closesAt: null }, { refused: 'wrong-state' }],
    ['not reached, when it was', queued, timer('check-reached', true), { refused: 'wrong-state' }],
    ['a nudge too early', live, timer('nudge'), { refused: 'wrong-state' }],
    ['no receivers, when somebody has it', accepted, { kind: 'all-dead' }, { refused: 'wrong-state' }],
    ['to be erased twice', after([[{ kind: 'erase' }, T0]], live).handoff, { kind: 'erase' }, { refused: 'wrong-state' }],
    ['a colleague’s outcome', accepted, outcome('spoke', BOB), { refused: 'not-yours', by: 'Ann, adviser' }],
    ['no answer, when they talk', live, outcome('no-answer'), { refused: 'wrong-state' }],
    ['a decline after the yes', consented, { kind: 'decline' }, { refused: 'wrong-state' }],
  ] as const)('%s', (_name, from, event, refusal) => {
    expect(refusalOf(from, event as HandoffEvent, T0 + 1)).toEqual(refusal)
  })
})

test('whatever happens, in any order', () => {
  let kept = 0
  const property = fc.property(anyRoute, fc.boolean(), fc.array(anyMoment, { maxLength: 80, size: 'max' }), (route, isQueued, moments) => {
    const begun = [[CONSENT, T0], [QUEUE, T0]] as const // prettier-ignore
    let { handoff, timers } = after(isQueued ? begun : [], { ...OFFERED, route })
    let now = T0
    for (const { event, wait, isKnowing } of moments) {
      now += wait
      const seen = isKnowing ? knowing(event, handoff) : event
      const next = changeHandoff(handoff, seen, now)
      if ('refused' in next) continue
      kept += 1
      holds(handoff, seen, next.handoff, next.announce)
      handoff = next.handoff
      timers = withTimers(timers, next.timers)
      if (isOver(handoff)) expect(timers.size).toBe(0)
      if (handoff.state === 'accepted') expect([...timers.keys()]).toEqual(['lease'])
      if (handoff.state === 'live') expect(timers.has('idle-end')).toBe(true)
      if (handoff.state === 'queued') expect(timers.has('expire')).toBe(true)
    }
  })
  fc.assert(property, { numRuns: 500 })
  expect(kept).toBeGreaterThan(1500)
})

/** The event from somebody whose page is up to date, and who has it where somebody has. */
function knowing(event: HandoffEvent, { version, acceptedBy }: Handoff): HandoffEvent {
  if (event.kind === 'accept') return { ...event, version }
  if (acceptedBy === null) return event
  if (event.kind === 'outcome') return { ...event, staff: acceptedBy }
  if (event.kind === 'consent' || !('staff' in event) || event.kind === 'hub-status') return event
  return { ...event, staff: acceptedBy.id } as HandoffEvent
}

function isOver({ state }: Handoff): boolean {
  return state === 'ended' || state === 'expired' || state === 'failed'
}

function holds(
  before: Handoff,
  event: HandoffEvent,
  next: Handoff,
  announce: readonly { readonly to: string; readonly type?: string }[],
): void {
  // One change, one version: one event row.
  expect(next.version).toBe(before.version + 1)
  // One accept a version, of a queued one only, and never from under somebody.
  if (event.kind === 'accept') expect([before.state, event.version, next.acceptedBy]).toEqual(['queued', before.version, event.staff])
  if (before.acceptedBy && next.acceptedBy && ['accepted', 'live'].includes(before.state))
    expect(next.acceptedBy.id).toBe(before.acceptedBy.id)
  // Nothing leaves before the yes.
  if (next.consentedAt === null) expect(announce.filter(({ to }) => to !== 'desk')).toEqual([])
  if (next.consentedAt === null)
    expect([next.summaryHash, next.decision, next.actBy, next.actByClocks, next.flags]).toEqual([null, null, null, [], []])
  // What is over stays over; only erasing and a recorded contact touch it.
  if (isOver(before)) {
    expect(next.state).toBe(before.state)
    expect(['erase', 'contact-made']).toContain(event.kind)
  }
  expect(next.endReason === null).toBe(next.endedAt === null)
  // Only the same text is ever agreed to.
  if (before.summaryHash !== null) expect(next.summaryHash).toBe(before.summaryHash)
  if (next.state === 'accepted') expect([next.leaseUntil !== null, next.acceptedBy !== null]).toEqual([true, true])
  if (next.state === 'queued') expect(next.acceptedBy).toBeNull()
}
