// How near a legal date is, as an adviser thinks of it: in working days of England.
import { addDays, daysBetween, type CalendarDate } from '../rules/calendar-date'
import { isWorkingDay, type BankHolidays } from '../rules/working-days'

/** `working` counts the working days after today up to and including the date; `calendar` where the list of bank holidays ends before it. */
export type DaysLeft =
  { readonly kind: 'passed' | 'today'; readonly days: 0 } | { readonly kind: 'working' | 'calendar'; readonly days: number }

export function workingDaysLeft(today: CalendarDate, date: CalendarDate, holidays: BankHolidays): DaysLeft {
  if (date < today) return { kind: 'passed', days: 0 }
  if (date === today) return { kind: 'today', days: 0 }
  if (today < holidays.from || date > holidays.until) return { kind: 'calendar', days: daysBetween(today, date) }
  let days = 0
  for (let day = addDays(today, 1); day <= date; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) days += 1
  return { kind: 'working', days }
}
