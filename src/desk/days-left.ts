// How near a legal date is, as an adviser thinks of it: in working days of England.
import { daysBetween, type CalendarDate } from '../rules/calendar-date'
import { workingDaysLeft, type BankHolidays } from '../rules/working-days'

/** `working` counts the working days after today up to and including the date; `calendar` where the list of bank holidays ends before it. */
export type DaysLeft =
  { readonly kind: 'passed' | 'today'; readonly days: 0 } | { readonly kind: 'working' | 'calendar'; readonly days: number }

export function daysLeft(today: CalendarDate, date: CalendarDate, holidays: BankHolidays): DaysLeft {
  if (date < today) return { kind: 'passed', days: 0 }
  if (date === today) return { kind: 'today', days: 0 }
  if (today < holidays.from || date > holidays.until) return { kind: 'calendar', days: daysBetween(today, date) }
  return { kind: 'working', days: workingDaysLeft(today, date, holidays) }
}
