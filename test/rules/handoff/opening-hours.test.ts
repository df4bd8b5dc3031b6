// Opening hours by hand: bank holidays, closures, weekends, the days on which the clocks change, and the minutes at either end.
import { afterOpenMinutes, openingAt, openMinutes, type OpeningHours } from '../../../src/rules/handoff/opening-hours'
import { day, holidays } from '../../holidays'

const office: OpeningHours = {
  week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
  onBankHolidays: 'closed',
  closures: [{ from: day('2026-12-24'), until: day('2027-01-03'), reason: 'Christmas' }],
}
const at = (hours: OpeningHours, today: string, time: string): ReturnType<typeof openingAt> =>
  openingAt(hours, holidays, { today: day(today), time })
const open = (closesAt: string): object => ({ isOpen: true, closesAt })
const shut = (on: string, opens: string, reason: string | null = null): object => ({ isOpen: false, opensAt: { on, at: opens }, reason })

test.each([
  // 20 November 2026 is a Friday.
  ['2026-11-20', '08:59', shut('2026-11-20', '09:00')],
  ['2026-11-20', '09:00', open('17:00')],
  ['2026-11-20', '16:59', open('17:00')],
  ['2026-11-20', '17:00', shut('2026-11-23', '09:00')],
  ['2026-11-20', '23:59', shut('2026-11-23', '09:00')],
  ['2026-11-21', '12:00', shut('2026-11-23', '09:00')],
  ['2026-11-22', '23:59', shut('2026-11-23', '09:00')],
  ['2026-11-23', '00:00', shut('2026-11-23', '09:00')],
  // Bank holidays: Easter (Good Friday to Easter Monday), a Monday in May, and the last Monday in August.
  ['2026-04-02', '17:30', shut('2026-04-07', '09:00')],
  ['2026-04-03', '10:00', shut('2026-04-07', '09:00')],
  ['2026-04-06', '10:00', shut('2026-04-07', '09:00')],
  ['2026-05-01', '18:00', shut('2026-05-05', '09:00')],
  ['2026-05-04', '12:00', shut('2026-05-05', '09:00')],
  ['2026-08-31', '09:00', shut('2026-09-01', '09:00')],
  // Closed over Christmas, both days included.
  ['2026-12-23', '16:59', open('17:00')],
  ['2026-12-23', '17:00', shut('2027-01-04', '09:00')],
  ['2026-12-24', '10:00', shut('2027-01-04', '09:00', 'Christmas')],
  ['2027-01-03', '10:00', shut('2027-01-04', '09:00', 'Christmas')],
  ['2027-01-04', '09:00', open('17:00')],
  // The clocks go forward on 29 March and back on 25 October 2026, both Sundays: local time counts.
  ['2026-03-27', '17:00', shut('2026-03-30', '09:00')],
  ['2026-03-29', '02:30', shut('2026-03-30', '09:00')],
  ['2026-03-30', '09:00', open('17:00')],
  ['2026-10-25', '01:30', shut('2026-10-26', '09:00')],
  ['2026-10-26', '08:59', shut('2026-10-26', '09:00')],
  ['2026-10-26', '09:00', open('17:00')],
])('an office on %s at %s', (today, time, opening) => {
  expect(at(office, today, time)).toEqual(opening)
})

test('lunch, and hours that are not written in order', () => {
  const split: OpeningHours = {
    ...office,
    week: [
      { weekday: 1, from: '13:30', until: '16:00' },
      { weekday: 1, from: '09:30', until: '12:30' },
    ],
  }
  expect(at(split, '2026-11-23', '09:00')).toEqual(shut('2026-11-23', '09:30'))
  expect(at(split, '2026-11-23', '12:29')).toEqual(open('12:30'))
  expect(at(split, '2026-11-23', '12:30')).toEqual(shut('2026-11-23', '13:30'))
  expect(at(split, '2026-11-23', '13:30')).toEqual(open('16:00'))
  expect(at(split, '2026-11-23', '16:00')).toEqual(shut('2026-11-30', '09:30'))
})

test('open on Sundays only, when the clocks change', () => {
  const sundays: OpeningHours = { ...office, week: [{ weekday: 7, from: '01:00', until: '03:00' }] }
  expect(at(sundays, '2026-03-29', '00:59')).toEqual(shut('2026-03-29', '01:00'))
  expect(at(sundays, '2026-03-29', '02:00')).toEqual(open('03:00'))
  expect(at(sundays, '2026-10-25', '01:59')).toEqual(open('03:00'))
})

test('as usual on bank holidays, where the desk says so', () => {
  expect(at({ ...office, onBankHolidays: 'as-usual' }, '2026-05-04', '12:00')).toEqual(open('17:00'))
})

test('nobody can say when it opens: no end of the closure, no hours, or beyond the list of bank holidays', () => {
  const closed = { ...office, closures: [{ from: day('2026-11-01'), until: null, reason: 'Nobody to staff it' }] }
  expect(at(closed, '2026-11-20', '10:00')).toEqual({ isOpen: false, opensAt: null, reason: 'Nobody to staff it' })
  expect(at({ ...office, week: [] }, '2026-11-20', '10:00')).toEqual({ isOpen: false, opensAt: null, reason: null })
  expect(at(office, '2029-01-02', '10:00')).toEqual({ isOpen: false, opensAt: null, reason: null })
})

test('one closure straight after another', () => {
  const closures = [
    { from: day('2026-11-26'), until: day('2026-11-27'), reason: 'moving' },
    { from: day('2026-11-23'), until: day('2026-11-25'), reason: 'training' },
  ]
  expect(at({ ...office, closures }, '2026-11-23', '10:00')).toEqual(shut('2026-11-30', '09:00', 'training'))
})

describe('minutes that it is open', () => {
  const from = (today: string, time: string): { today: ReturnType<typeof day>; time: string } => ({ today: day(today), time })

  test.each([
    [from('2026-11-20', '09:00'), from('2026-11-20', '17:00'), 480],
    [from('2026-11-20', '08:00'), from('2026-11-20', '18:00'), 480],
    [from('2026-11-20', '10:30'), from('2026-11-20', '11:45'), 75],
    [from('2026-11-20', '17:30'), from('2026-11-20', '18:00'), 0],
    [from('2026-11-20', '11:00'), from('2026-11-20', '10:00'), 0],
    [from('2026-11-23', '10:00'), from('2026-11-20', '12:00'), 0],
    // Friday from four, and Monday until ten.
    [from('2026-11-20', '16:00'), from('2026-11-23', '10:00'), 120],
    [from('2026-11-19', '16:00'), from('2026-11-23', '10:00'), 600],
  ])('from %j to %j: %i', (begin, end, minutes) => expect(openMinutes(office, holidays, begin, end)).toBe(minutes))

  test.each([
    [from('2026-11-20', '10:00'), 0, from('2026-11-20', '10:00')],
    [from('2026-11-20', '16:00'), 60, from('2026-11-20', '17:00')],
    [from('2026-11-20', '16:00'), 61, from('2026-11-23', '09:01')],
    // At the minute that it closes, nothing is left of the day.
    [from('2026-11-20', '17:00'), 0, from('2026-11-23', '09:00')],
    [from('2026-11-20', '19:00'), 5, from('2026-11-23', '09:05')],
    [from('2026-11-20', '07:00'), 605, from('2026-11-23', '11:05')],
  ])('after %j, %i minutes on: %j', (begin, minutes, at) => expect(afterOpenMinutes(office, holidays, begin, minutes)).toEqual(at))

  test('a year and a day ahead is looked at, and no more', () => {
    const away = (until: string): OpeningHours => ({
      week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
      onBankHolidays: 'as-usual',
      closures: [{ from: day('2026-11-20'), until: day(until), reason: 'away' }],
    })
    expect(at(away('2027-11-20'), '2026-11-20', '10:00')).toEqual(shut('2027-11-21', '09:00', 'away'))
    expect(at(away('2027-11-21'), '2026-11-20', '10:00')).toEqual({ isOpen: false, opensAt: null, reason: 'away' })
    const begin = from('2026-11-20', '10:00')
    expect(afterOpenMinutes(away('2027-11-20'), holidays, begin, 5)).toEqual(from('2027-11-21', '09:05'))
    expect(afterOpenMinutes(away('2027-11-21'), holidays, begin, 5)).toBeNull()
  })
})

test('the first and the last day of the list of bank holidays are known, and no day outside it', () => {
  const list = { ...holidays, from: day('2026-11-19'), until: day('2026-11-20') }
  const on = (today: string): boolean => openingAt(office, list, { today: day(today), time: '10:00' }).isOpen
  expect([on('2026-11-18'), on('2026-11-19'), on('2026-11-20'), on('2026-11-23')]).toEqual([false, true, true, false])
})

test('spells of a day that stand in any order', () => {
  const spells = ['09:00', '15:00', '12:00'].map((begins) => ({ weekday: 1, from: begins, until: begins.replace('00', '30') }))
  for (const week of [spells, spells.toReversed()]) {
    expect(at({ ...office, week }, '2026-11-23', '08:00')).toEqual(shut('2026-11-23', '09:00'))
    expect(at({ ...office, week }, '2026-11-23', '09:30')).toEqual(shut('2026-11-23', '12:00'))
    expect(at({ ...office, week }, '2026-11-23', '13:00')).toEqual(shut('2026-11-23', '15:00'))
  }
})
