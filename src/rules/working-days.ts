// Working days of England and Wales, counted from an official list of bank holidays and never beyond it.
import { addDays, isoWeekday, type CalendarDate } from './calendar-date'

/** The bank holidays of England and Wales, and the days that the list covers, both ends included. */
export interface BankHolidays {
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly days: ReadonlySet<CalendarDate>
}

/** Thrown when an answer would need a bank holiday that nobody has announced yet: we refuse, we never guess. */
export class BeyondHolidayList extends Error {
  override readonly name = 'BeyondHolidayList'
  constructor(
    readonly date: CalendarDate,
    readonly holidays: Pick<BankHolidays, 'from' | 'until'>,
  ) {
    super(`The list of bank holidays covers ${holidays.from} to ${holidays.until}; ${date} is outside it.`)
  }
}

/**
 * Every day except Saturday, Sunday, Good Friday, Christmas Day and bank holidays (all of them are on the list).
 * @throws BeyondHolidayList
 */
export function isWorkingDay(date: CalendarDate, holidays: BankHolidays): boolean {
  if (date < holidays.from || date > holidays.until) throw new BeyondHolidayList(date, holidays)
  return isoWeekday(date) <= 5 && !holidays.days.has(date)
}

/** The working day itself, or the last one before it. @throws BeyondHolidayList */
export function workingDayOnOrBefore(date: CalendarDate, holidays: BankHolidays): CalendarDate {
  return isWorkingDay(date, holidays) ? date : workingDayOnOrBefore(addDays(date, -1), holidays)
}

/** The working day itself, or the next one after it. @throws BeyondHolidayList */
export function workingDayOnOrAfter(date: CalendarDate, holidays: BankHolidays): CalendarDate {
  return isWorkingDay(date, holidays) ? date : workingDayOnOrAfter(addDays(date, 1), holidays)
}

/** The nth day after (before, when negative) on which `counts` is true; the starting day is left out. */
export function countDays(from: CalendarDate, days: number, counts: (date: CalendarDate) => boolean): CalendarDate {
  const step = days < 0 ? -1 : 1
  let date = from
  for (let left = Math.abs(days); left > 0;) {
    date = addDays(date, step)
    if (counts(date)) left -= 1
  }
  return date
}

/** How many working days are left: those after `today`, up to the date itself; 0 when it is today or over. @throws BeyondHolidayList */
export function workingDaysLeft(today: CalendarDate, date: CalendarDate, holidays: BankHolidays): number {
  let left = 0
  for (let day = addDays(today, 1); day <= date; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) left += 1
  return left
}
