// When what nobody takes is announced again and goes to the lead: by hand for an office, and what holds at any minute for any legal date.
import * as fc from 'fast-check'
import { addDays } from '../../../src/rules/calendar-date'
import { escalated, escalation, WITHIN, type Escalation } from '../../../src/rules/handoff/escalation'
import { afterOpenMinutes, openingAt, openMinutes, type LocalTime, type OpeningHours } from '../../../src/rules/handoff/opening-hours'
import { day, holidays } from '../../holidays'

const office: OpeningHours = {
  week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
  onBankHolidays: 'closed',
  closures: [{ from: day('2026-12-24'), until: day('2027-01-03'), reason: 'Christmas' }],
}
const desk = { hours: office, holidays }
const at = (today: string, time: string): LocalTime => ({ today: day(today), time })
const told = ({ again, lead, leadAgain }: Escalation): readonly string[] =>
  [again, lead, leadAgain].map((one) => (one ? `${one.today} ${one.time}` : 'never'))

// 23 November 2026 is a Monday. An office day has 480 minutes; an eighth, a quarter and a half of those left are waited.
test.each([
  // Friday 17:00 is 2,400 minutes away from Monday 09:00: 300, 600 and, at most, 960.
  ['2026-11-23', '09:00', '2026-11-27', ['2026-11-23 14:00', '2026-11-24 11:00', '2026-11-24 17:00']],
  // Today: 480 minutes, so 60, 120 and 240.
  ['2026-11-23', '09:00', '2026-11-23', ['2026-11-23 10:00', '2026-11-23 11:00', '2026-11-23 13:00']],
  // 60 minutes left: never sooner than 15, 30 and 120 minutes.
  ['2026-11-23', '16:00', '2026-11-23', ['2026-11-23 16:15', '2026-11-23 16:30', '2026-11-24 10:00']],
  // On Friday evening, for Monday: the first minutes of Monday, 480 of them left.
  ['2026-11-20', '19:30', '2026-11-23', ['2026-11-23 10:00', '2026-11-23 11:00', '2026-11-23 13:00']],
  // No date, or one far away: a working day and two.
  ['2026-11-23', '09:00', null, ['2026-11-23 17:00', '2026-11-24 17:00', '2026-11-24 17:00']],
  ['2026-11-23', '09:00', '2027-01-29', ['2026-11-23 17:00', '2026-11-24 17:00', '2026-11-24 17:00']],
  // Over already: soon, because the Tribunal may still allow it, but the lead is not asked every two hours.
  ['2026-11-23', '09:00', '2026-11-20', ['2026-11-23 09:15', '2026-11-23 09:30', '2026-11-24 17:00']],
  ['2026-11-23', '17:00', '2026-11-23', ['2026-11-24 09:15', '2026-11-24 09:30', '2026-11-25 17:00']],
  // Over Christmas: closed from 24 December to 3 January. 480 minutes are left on Wednesday 23 December for Monday 4 January, and 480 there.
  ['2026-12-23', '09:00', '2027-01-04', ['2026-12-23 11:00', '2026-12-23 13:00', '2026-12-23 17:00']],
])('waiting since %s %s, legal date %s', (today, time, actBy, expected) => {
  expect(told(escalation(desk, at(today, time), actBy === null ? null : day(actBy)))).toEqual(expected)
})

// On Monday at 15:00 for Tuesday there are 120 and 480 minutes: 75, 150 and 300 are waited; in the evening, open until 20:00, 150 and 480: 78, 157 and 315.
test.each([
  ['the usual hours', '15:00', undefined, ['2026-11-23 16:15', '2026-11-24 09:30', '2026-11-24 12:00']],
  ['closed for the rest of today', '15:00', null, ['2026-11-24 10:00', '2026-11-24 11:00', '2026-11-24 13:00']],
  ['the usual hours, in the evening', '17:30', undefined, ['2026-11-24 10:00', '2026-11-24 11:00', '2026-11-24 13:00']],
  ['open today until 20:00', '17:30', '20:00', ['2026-11-23 18:48', '2026-11-24 09:07', '2026-11-24 11:45']],
])('%s', (_what, time, until, expected) => {
  const hours: OpeningHours = { ...office, ...(until === undefined ? {} : { setToday: { on: day('2026-11-23'), until } }) }
  expect(told(escalation({ hours, holidays }, at('2026-11-23', time), day('2026-11-24')))).toEqual(expected)
})

test('a desk that never opens escalates never', () => {
  expect(told(escalation({ hours: { ...office, week: [] }, holidays }, at('2026-11-23', '09:00'), null))).toEqual([
    'never',
    'never',
    'never',
  ])
})

test('minutes of opening: lunch, weekends, either end, and nothing backwards', () => {
  const split: OpeningHours = { ...office, week: [{ weekday: 1, from: '13:30', until: '16:00' }, { weekday: 1, from: '09:30', until: '12:30' }] } // prettier-ignore
  const between = (from: LocalTime, until: LocalTime): number => openMinutes(split, holidays, from, until)
  expect(between(at('2026-11-23', '00:00'), at('2026-11-23', '23:59'))).toBe(330)
  expect(between(at('2026-11-23', '10:00'), at('2026-11-23', '14:00'))).toBe(180)
  expect(between(at('2026-11-23', '12:45'), at('2026-11-30', '09:45'))).toBe(165)
  expect(between(at('2026-11-23', '14:00'), at('2026-11-23', '10:00'))).toBe(0)
  expect(between(at('2026-11-24', '10:00'), at('2026-11-23', '10:00'))).toBe(0)
  expect(afterOpenMinutes(split, holidays, at('2026-11-23', '12:00'), 40)).toEqual(at('2026-11-23', '13:40'))
})

const anyMinute: fc.Arbitrary<LocalTime> = fc
  .record({ ahead: fc.integer({ min: 0, max: 400 }), minute: fc.integer({ min: 0, max: 1439 }) })
  .map(({ ahead, minute }) => ({
    today: addDays(day('2026-01-01'), ahead),
    time: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  }))
const key = (one: LocalTime | null): string => (one ? `${one.today} ${one.time}` : '9999')

test('at any minute and for any date: in order, never back in time, while it is open, and in time where there is any', () => {
  const property = fc.property(anyMinute, fc.integer({ min: -3, max: 60 }), (now, days) => {
    const actBy = addDays(now.today, days)
    const { again, lead, leadAgain } = escalation(desk, now, actBy)
    expect(key(now) <= key(again) && key(again) <= key(lead)).toBe(true)
    expect(key(leadAgain) > key(now)).toBe(true)
    for (const one of [again, lead, leadAgain]) expect(one && opensAround(one)).toBe(true)
    const left = openMinutes(office, holidays, now, { today: actBy, time: '17:00' })
    if (left >= WITHIN.lead.least) expect(key(lead) <= key({ today: actBy, time: '17:00' })).toBe(true)
  })
  fc.assert(property, { numRuns: 400 })
})

test('the nearer the date, the sooner: never later for a nearer one', () => {
  const property = fc.property(anyMinute, fc.nat({ max: 40 }), fc.nat({ max: 20 }), (now, days, more) => {
    const [near, far] = [escalation(desk, now, addDays(now.today, days)), escalation(desk, now, addDays(now.today, days + more))]
    expect(key(near.again) <= key(far.again) && key(near.lead) <= key(far.lead)).toBe(true)
    expect(key(far.lead) <= key(escalation(desk, now, null).lead)).toBe(true)
  })
  fc.assert(property, { numRuns: 300 })
})

test('minutes counted on are the minutes counted back', () => {
  const property = fc.property(anyMinute, fc.integer({ min: 1, max: 3000 }), (now, minutes) => {
    const then = afterOpenMinutes(office, holidays, now, minutes)
    expect(then && openMinutes(office, holidays, now, then)).toBe(minutes)
  })
  fc.assert(property, { numRuns: 300 })
})

/** In opening hours, the closing minute included. */
function opensAround({ today, time }: LocalTime): boolean {
  return time === '17:00'
    ? openingAt(office, holidays, { today, time: '16:59' }).isOpen
    : openingAt(office, holidays, { today, time }).isOpen
}

test.each<[string, readonly string[], ReturnType<typeof escalated>]>([
  ['nothing', ['consent', 'queue'], { to: 'no', version: 0 }],
  ['a live wait', ['queue', 'timer:re-ping', 'timer:offer-others'], { to: 'again', version: 2 }],
  ['announced again', ['queue', 'timer:ping-again'], { to: 'again', version: 2 }],
  ['to the lead, twice', ['timer:ping-again', 'timer:to-lead', 'timer:to-lead'], { to: 'lead', version: 3 }],
  ['the lead stays', ['timer:to-lead', 'timer:re-ping'], { to: 'lead', version: 2 }],
  ['taken and put back', ['timer:to-lead', 'accept', 'put-back'], { to: 'no', version: 0 }],
  ['rung without an answer', ['timer:to-lead', 'outcome:no-answer'], { to: 'no', version: 0 }],
  ['a hub took it', ['timer:to-lead', 'hub-status'], { to: 'no', version: 0 }],
])('as the events tell it: %s', (_what, kinds, expected) => {
  expect(escalated(kinds.map((kind, at) => ({ kind, version: at + 1 })))).toEqual(expected)
})
