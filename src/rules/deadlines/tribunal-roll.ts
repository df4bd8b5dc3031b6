// Where the end of a time limit falls, and where the Tribunal rules may move it.
import { addDays, calendarDate, partsOf, type CalendarDate } from '../calendar-date'
import { isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore, type BankHolidays } from '../working-days'
import type { WorkingStep } from './types'

/** The weeks in which a time limit for starting an SEN appeal does not end. HESC Rules r.12(3)(a). */
export type Window = 'august' | 'christmas' | null

/** The time of year, if any, in which a time limit that ends there may still be met on the first working day after it (HESC Rules 2008 r.12(3)(a)). */
export function windowOf(date: CalendarDate): Window {
  const { month, day } = partsOf(date)
  if (month === 8) return 'august'
  return (month === 12 && day >= 25) || (month === 1 && day === 1) ? 'christmas' : null
}

/**
 * The latest day that HESC Rules r.12(2) and (3)(a) may allow for a time limit ending on `last`, or null when they allow nothing more.
 * A fallback, never a plan. @throws BeyondHolidayList
 */
export function rolledEnd(last: CalendarDate, holidays: BankHolidays): { to: CalendarDate; step: WorkingStep } | null {
  const window = windowOf(last)
  if (window === null) {
    if (isWorkingDay(last, holidays)) return null
    const to = workingDayOnOrAfter(last, holidays)
    return { to, step: { kind: 'roll-working-day', from: last, to } }
  }
  const to = workingDayOnOrAfter(dayAfterWindow(last, window), holidays)
  return { to, step: { kind: window === 'august' ? 'roll-august' : 'roll-christmas', from: last, to } }
}

/** The working day on or before, with its line of working when it is another day. @throws BeyondHolidayList */
export function safeEnd(last: CalendarDate, holidays: BankHolidays): { safe: CalendarDate; steps: readonly WorkingStep[] } {
  const safe = workingDayOnOrBefore(last, holidays)
  return { safe, steps: safe === last ? [] : [{ kind: 'safe', from: last, to: safe }] }
}

function dayAfterWindow(date: CalendarDate, window: 'august' | 'christmas'): CalendarDate {
  const { year, month } = partsOf(date)
  const after = window === 'august' ? calendarDate(year, 9, 1) : calendarDate(month === 12 ? year + 1 : year, 1, 2)
  return after ?? addDays(date, 1)
}
