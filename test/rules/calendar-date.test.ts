import fc from 'fast-check'
import {
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  daysInMonth,
  earlier,
  inWords,
  isoWeekday,
  later,
  parseCalendarDate,
} from '../../src/rules/calendar-date'
import { day } from '../holidays'

const anyDay = fc.integer({ min: 0, max: 109572 }).map((days) => addDays(day('1900-01-01'), days))
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`)

describe('a calendar date', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2100-02-29', false],
    ['2026-04-31', false],
    ['2026-06-31', false],
    ['2026-09-31', false],
    ['2026-11-31', false],
    ['2026-12-31', true],
    ['2026-00-10', false],
    ['2026-13-10', false],
    ['2026-10-00', false],
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['2026-1-1', false],
    ['x2026-01-01', false],
    ['2026-01-01x', false],
    ['', false],
  ])('%s is a day: %s', (text, is) => expect(parseCalendarDate(text) !== null).toBe(is))

  it('refuses parts that are not whole numbers', () => {
    expect(calendarDate(2026.5, 1, 1)).toBeNull()
    expect(calendarDate(2026, NaN, 1)).toBeNull()
    expect(calendarDate(2026, 1, 1.5)).toBeNull()
  })

  it('says the day in words with its weekday', () => {
    expect(inWords(day('2026-03-02'))).toBe('Monday 2 March 2026')
    expect(inWords(day('2028-12-31'))).toBe('Sunday 31 December 2028')
    expect(inWords(day('2026-09-01'))).toBe('Tuesday 1 September 2026')
  })

  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-02-28', 2, '2026-04-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-09-30', 4, '2027-01-30'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2027-03-31', -5, '2026-10-31'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(day(from), months)).toBe(to))

  it('agrees with the Gregorian calendar of the runtime on days, weekdays and differences', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40000, max: 40000 }), (from, days) => {
        const to = new Date(utc(from).getTime() + days * 86400000).toISOString().slice(0, 10)
        if (to < '1900-01-01' || to > '2199-12-31') return
        expect(addDays(from, days)).toBe(to)
        expect(daysBetween(from, day(to))).toBe(days)
        expect(isoWeekday(from)).toBe(utc(from).getUTCDay() || 7)
      }),
      { numRuns: 2000 },
    )
  })

  it('knows the weekday before 1970 too', () => expect(isoWeekday(day('1900-01-01'))).toBe(1))

  it('has the days of each month', () => {
    expect(Array.from({ length: 12 }, (_, month) => daysInMonth(2026, month + 1))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(daysInMonth(2028, 2)).toBe(29)
  })

  it('compares', () => {
    expect(earlier(day('2026-01-02'), day('2026-01-01'))).toBe('2026-01-01')
    expect(earlier(day('2026-01-01'), day('2026-01-02'))).toBe('2026-01-01')
    expect(later(day('2026-01-02'), day('2026-01-01'))).toBe('2026-01-02')
    expect(later(day('2026-01-01'), day('2026-01-02'))).toBe('2026-01-02')
  })
})
