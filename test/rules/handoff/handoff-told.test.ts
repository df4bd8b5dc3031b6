// Who is told what at each step of a handoff, to the word, and what is refused where nothing may follow.
import { changeHandoff } from '../../../src/rules/handoff/handoff-states'
import { NO_TIMERS, offerTimers, only } from '../../../src/rules/handoff/handoff-timers'
import type { EndReason, Handoff, HandoffEvent, TimerKind } from '../../../src/rules/handoff/handoff-types'
import { day } from '../../holidays'
import { after, CONSENT, OFFERED, refusalOf, T0, withTimers } from './handoff-stage'

const ANN = { id: 's1', name: 'Ann, adviser' }
const NOW = T0 + 7
const DESK = { to: 'desk' }
const told = (message: string, vars = {}): object => ({ to: 'family', message, vars })
const heard = (type: string): object => ({ to: 'receivers', type })

const queued = after([[CONSENT, T0], [{ kind: 'queue', closesAt: null }, T0]]).handoff // prettier-ignore
const accepted = after([[{ kind: 'accept', staff: ANN, version: 3, staffHasLive: false }, T0]], queued).handoff
const live = after([[{ kind: 'first-word', staff: 's1' }, T0]], accepted).handoff
const ended = after([[{ kind: 'end', reason: 'adviser-ended', staff: 's1' }, T0]], live).handoff
const timer = (kind: Exclude<TimerKind, 'lease'>): HandoffEvent => ({ kind: 'timer', timer: kind, isReached: false })
const hub = (status: 'accepted' | 'completed' | 'failed'): HandoffEvent => ({ kind: 'hub-status', status, staff: ANN })
const outcome = (what: 'spoke' | 'no-answer' | 'certificate-issued'): HandoffEvent => ({
  kind: 'outcome',
  staff: ANN,
  outcome: what,
  closesAt: null,
})
const end = (reason: EndReason, staff: string | null): HandoffEvent => ({ kind: 'end', reason, staff }) as HandoffEvent

test.each<[string, Handoff, HandoffEvent, Partial<Handoff>, readonly object[]]>([
  ['declined', OFFERED, { kind: 'decline' }, { state: 'ended', endReason: 'declined', endedAt: NOW }, [DESK]],
  ['an offer that nobody answers', OFFERED, timer('offer-lapses'), { state: 'ended', endReason: 'declined', endedAt: NOW }, [DESK]],
  [
    'accepted',
    queued,
    { kind: 'accept', staff: ANN, version: 3, staffHasLive: false },
    { acceptedBy: ANN },
    [heard('handoff.accepted'), told('handoff.told-accepted', { name: 'Ann, adviser' }), DESK],
  ],
  [
    'the first word of a chat',
    accepted,
    { kind: 'first-word', staff: 's1' },
    { state: 'live', acceptedBy: ANN, leaseUntil: null, lastWordAt: NOW },
    [heard('handoff.live'), told('handoff.told-joined', { name: 'Ann, adviser' }), DESK],
  ],
  ['the first word of a call', { ...accepted, route: 'callback' }, outcome('spoke'), { state: 'live' }, [heard('handoff.live'), DESK]],
  ['the adviser’s word', live, { kind: 'word', from: 'adviser', staff: 's1' }, { lastWordAt: NOW }, [DESK]],
  ['the family’s word while they wait', accepted, { kind: 'word', from: 'family', staff: null }, { lastWordAt: NOW }, [DESK]],
  [
    'announced again',
    queued,
    timer('re-ping'),
    { attempt: 2, state: 'queued' },
    [heard('handoff.created'), told('handoff.told-still-waiting'), DESK],
  ],
  [
    'a call announced again',
    { ...queued, route: 'callback' },
    timer('re-ping'),
    { attempt: 2 },
    [heard('callback.requested'), told('handoff.told-still-waiting'), DESK],
  ],
  ['the family leaves', queued, end('family-left', null), { state: 'ended', endReason: 'family-left' }, [heard('handoff.ended'), DESK]],
  ['the adviser leaves', accepted, end('adviser-ended', 's1'), { endReason: 'adviser-ended' }, [heard('handoff.ended'), told('handoff.told-ended-by-adviser'), DESK]], // prettier-ignore
  ['no answer', live, end('no-answer', 's1'), { endReason: 'no-answer' }, [heard('handoff.ended'), told('handoff.told-no-answer'), DESK]],
  ['closed', live, end('closed', null), { endReason: 'closed' }, [heard('handoff.ended'), told('handoff.told-ended'), DESK]],
  ['withdrawn', live, { kind: 'withdraw' }, { state: 'ended', endReason: 'withdrawn' }, [heard('handoff.withdrawn'), DESK]],
  ['erased', live, { kind: 'erase' }, { state: 'ended', endReason: 'erased' }, [heard('handoff.withdrawn'), DESK]],
  ['erased after the end', ended, { kind: 'erase' }, { state: 'ended', endReason: 'erased' }, [heard('handoff.withdrawn'), DESK]],
  [
    'erased after an offer that was declined',
    after([[{ kind: 'decline' }, T0]]).handoff,
    { kind: 'erase' },
    { state: 'ended', endReason: 'erased', endedAt: T0 },
    [DESK],
  ],
  [
    'waited too long',
    queued,
    timer('expire'),
    { state: 'expired', endReason: 'no-answer', endedAt: NOW, leaseUntil: null },
    [heard('handoff.expired'), told('handoff.told-expired'), DESK],
  ],
  [
    'nobody can be told',
    queued,
    { kind: 'all-dead' },
    { state: 'failed', endReason: 'undeliverable', endedAt: NOW },
    [heard('handoff.failed'), told('handoff.told-undeliverable'), DESK],
  ],
  [
    'a hub takes it',
    queued,
    hub('accepted'),
    { state: 'accepted', acceptedBy: ANN },
    [heard('handoff.accepted'), told('handoff.told-accepted', { name: 'Ann, adviser' }), DESK],
  ],
  ['a hub fails while it waits', queued, hub('failed'), { state: 'failed' }, [heard('handoff.failed'), told('handoff.told-undeliverable'), DESK]], // prettier-ignore
  ['an outcome of what waits', queued, outcome('no-answer'), { state: 'queued', attempt: 2 }, [heard('handoff.created'), told('handoff.told-no-answer'), DESK]], // prettier-ignore
  ['a certificate of what is held', accepted, outcome('certificate-issued'), { state: 'ended', endReason: 'done', acceptedBy: ANN }, [heard('handoff.ended'), told('handoff.told-done'), DESK]], // prettier-ignore
  [
    'a call that nobody closed',
    { ...live, route: 'callback', lastWordAt: NOW - 86_400_000 },
    timer('idle-end'),
    { state: 'ended', endReason: 'done' },
    [heard('handoff.ended'), told('handoff.told-done'), DESK],
  ],
  ['contact', queued, { kind: 'contact-made', staff: 's2', on: day('2026-11-23') }, { contactMadeOn: day('2026-11-23') }, [DESK]],
])('%s', (_name, from, event, part, announce) => {
  const next = changeHandoff(from, event, NOW)
  expect(next).toMatchObject({ handoff: { ...part, version: from.version + 1 } })
  expect('announce' in next && next.announce).toEqual(announce)
})

test.each<[string, Handoff, HandoffEvent]>([
  ['the lapse of an offer that was taken', queued, timer('offer-lapses')],
  ['withdrawing what is over', ended, { kind: 'withdraw' }],
  ['an end of what is over', ended, end('closed', null)],
  ['waiting on, once somebody has it', accepted, timer('re-ping')],
  ['other ways, once somebody has it', accepted, timer('offer-others')],
  ['waiting too long, once somebody has it', accepted, timer('expire')],
  ['to the lead, once somebody has it', accepted, timer('to-lead')],
  ['not reached, once somebody has it', accepted, timer('check-reached')],
  ['a nudge in a call', { ...live, route: 'callback', lastWordAt: NOW - 600_000 }, timer('nudge')],
  ['an adviser’s end of what nobody took', queued, end('adviser-ended', 's1')],
  ['withdrawing what waited too long', after([[timer('expire'), T0]], queued).handoff, { kind: 'withdraw' }],
  ['the end of a call too early', { ...live, route: 'callback', lastWordAt: NOW - 86_399_999 }, timer('idle-end')],
  ['the end of a silence too early', { ...live, lastWordAt: NOW - 1_199_999 }, timer('idle-end')],
  ['a nudge with no word so far', { ...live, lastWordAt: null }, timer('nudge')],
  ['a nudge to nobody', queued, timer('nudge')],
  ['a lease of what talks', { ...live, leaseUntil: T0 }, { kind: 'lease-lapsed', closesAt: null }],
  ['a lease of what is over', { ...ended, leaseUntil: T0 }, { kind: 'lease-lapsed', closesAt: null }],
  ['a lease without an end', { ...accepted, leaseUntil: null }, { kind: 'lease-lapsed', closesAt: null }],
  ['a hub that ends what waits', queued, hub('completed')],
  ['a hub that fails what is over', ended, hub('failed')],
  ['contact once it is erased', after([[{ kind: 'erase' }, T0]], live).handoff, { kind: 'contact-made', staff: 's1', on: day('2026-11-23') }], // prettier-ignore
  ['another text before any was agreed to', after([[{ kind: 'decline' }, T0]]).handoff, CONSENT],
])('refused: %s', (_name, from, event) => {
  expect(refusalOf(from, event, NOW)).toEqual({ refused: 'wrong-state' })
})

test('nobody ends what a colleague holds', () => {
  expect(refusalOf(live, end('adviser-ended', 's2'), NOW)).toEqual({ refused: 'not-yours', by: 'Ann, adviser' })
})

test('who talks in a chat may still take a call; nobody takes two chats', () => {
  const second: HandoffEvent = { kind: 'accept', staff: ANN, version: 3, staffHasLive: true }
  expect(refusalOf(queued, second, NOW)).toEqual({ refused: 'busy' })
  expect(refusalOf({ ...queued, route: 'callback' }, second, NOW)).toBe('changed')
})

test('who holds it is not named where that was lost', () => {
  const lost = { ...accepted, acceptedBy: null }
  expect(refusalOf(lost, { kind: 'accept', staff: ANN, version: 4, staffHasLive: false }, NOW)).toStrictEqual({ refused: 'taken' })
  expect(refusalOf(lost, { kind: 'first-word', staff: 's1' }, NOW)).toStrictEqual({ refused: 'not-yours' })
  expect(refusalOf(lost, { kind: 'contact-made', staff: 's1', on: day('2026-11-23') }, NOW)).toStrictEqual({ refused: 'not-yours' })
})

test('a word while it is held starts no timers; the timers of an offer are one', () => {
  expect(changeHandoff(accepted, { kind: 'word', from: 'family', staff: null }, NOW)).toMatchObject({ timers: [] })
  expect([...withTimers(new Map([['nudge', 1]]), offerTimers(NOW))]).toEqual([['offer-lapses', NOW + 1_800_000]])
  expect(only({ lease: 5 }).filter(({ dueAt }) => dueAt !== null)).toEqual([{ timer: 'lease', dueAt: 5 }])
  expect(NO_TIMERS.map(({ timer: one }) => one)).toContain('offer-lapses')
})

test('a silence ends a chat, and a nudge comes, at their very moment', () => {
  expect(changeHandoff({ ...live, lastWordAt: NOW - 600_000 }, timer('nudge'), NOW)).toMatchObject({
    announce: [told('handoff.told-nudge'), DESK],
  })
  expect(changeHandoff({ ...live, lastWordAt: NOW - 1_200_000 }, timer('idle-end'), NOW)).toMatchObject({ handoff: { endReason: 'idle' } })
})
