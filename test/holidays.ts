// The bank holidays of England and Wales as the tests need them, written out by hand for the years under test.
import { parseCalendarDate, type CalendarDate } from '../src/rules/calendar-date'
import type { LawPeriods } from '../src/rules/deadlines/law-periods'
import type { BankHolidays } from '../src/rules/working-days'

export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new Error(`${text} is no calendar date`)
  return date
}

const YEARS: Record<number, string> = {
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

/** The periods of today's law. HESC Rules 2008 r.20(1)(c); SEND Regs 2014 reg 33. */
export const law: readonly LawPeriods[] = [
  { from: day('2014-09-01'), until: null, appealMonths: 2, certificateMonths: 1, adviserMonths: 2 },
]

export const holidays: BankHolidays = {
  from: day('2024-01-01'),
  until: day('2028-12-31'),
  days: new Set(Object.entries(YEARS).flatMap(([year, list]) => list.split(' ').map((monthDay) => day(`${year}-${monthDay}`)))),
}
