// The clock of one event: a plan served, mediation ended, an order made.
import { addDays, addMonths, addWeeks, calendarDate, partsOf, type CalendarDate } from '../calendar-date'
import { countDays, isWorkingDay, type BankHolidays } from '../working-days'
import { addMonthsStep } from './appeal-clocks'
import { standing } from './clock-status'
import { eventRow, type EventRow, type Period } from './event-rows'
import { periodsFor, type LawPeriods } from './law-periods'
import { rolledEnd, safeEnd, windowOf } from './tribunal-roll'
import type { Clock, ClockName, Now, StartKind, WorkingStep } from './types'

/**
 * The clocks that one event starts: none where the law gives no figure, two where an order has two dates.
 * Another body's duty has no safe date, and only the two rows that start an appeal are moved by the Tribunal rules. @throws BeyondHolidayList
 */
export function eventClocks(
  row: EventRow,
  on: CalendarDate,
  now: Now,
  holidays: BankHolidays,
  law: readonly LawPeriods[],
): readonly Clock[] {
  const rule = eventRow(row)
  const periods = periodsOf(row, on, law) ?? rule.periods
  return periods.map((period) =>
    clockOf(row, 'event', on, period, { safe: rule.actor === 'family' && !rule.outerLimitOnly, rolls: rule.rolls }, now, holidays),
  )
}

/** The periods of the rows that begin with a decision or a certificate; null for every other row. */
function periodsOf(row: EventRow, on: CalendarDate, law: readonly LawPeriods[]): readonly Period[] | null {
  const { appealMonths, certificateMonths, adviserMonths } = periodsFor(on, law)
  const months: Partial<Record<EventRow, number>> = { d1: appealMonths, d2: certificateMonths, d3: adviserMonths }
  const count = months[row]
  return count === undefined ? null : [{ unit: 'months', count }]
}

/**
 * A claim of disability discrimination to the Tribunal: six months starting with the day of the conduct, moved by nothing.
 * Equality Act 2010 Sch 17 para 4(1). @throws BeyondHolidayList
 */
export function discriminationClock(conductDate: CalendarDate, now: Now, holidays: BankHolidays): Clock {
  const period: Period = { unit: 'starting-months', count: 6 }
  return clockOf('discrimination-claim', 'conduct', conductDate, period, { safe: true, rolls: false }, now, holidays)
}

function clockOf(
  clock: ClockName,
  which: StartKind,
  on: CalendarDate,
  period: Period,
  ends: { readonly safe: boolean; readonly rolls: boolean },
  now: Now,
  holidays: BankHolidays,
): Clock {
  const { to: lastDate, steps } = endOf(on, period, holidays)
  const safe = ends.safe ? safeEnd(lastDate, holidays) : null
  const rolled = ends.rolls ? rolledEnd(lastDate, holidays) : null
  const dates = { safeDate: safe?.safe ?? null, lastDate, outerDate: rolled?.to ?? null }
  const working: WorkingStep[] = [{ kind: 'start', which, date: on }, ...steps, ...(safe?.steps ?? []), rolled?.step ?? { kind: 'no-roll' }]
  return { clock, ...dates, ...standing(dates, now), working }
}

function endOf(on: CalendarDate, period: Period, holidays: BankHolidays): { to: CalendarDate; steps: readonly WorkingStep[] } {
  const step = stepOf(on, period, holidays)
  return step === null ? { to: on, steps: [] } : { to: step.to, steps: [step] }
}

function stepOf(on: CalendarDate, period: Period, holidays: BankHolidays): Extract<WorkingStep, { to: CalendarDate }> | null {
  const working = (date: CalendarDate): boolean => isWorkingDay(date, holidays)
  switch (period.unit) {
    case 'months':
      return addMonthsStep(on, period.count)
    case 'weeks':
      return { kind: 'add-weeks', from: on, count: period.count, to: addWeeks(on, period.count) }
    case 'days':
      return { kind: 'add-days', from: on, count: period.count, to: addDays(on, period.count) }
    case 'working-days':
      return { kind: 'add-working-days', from: on, count: period.count, to: countDays(on, period.count, working) }
    case 'tribunal-days': // HESC Rules r.12(3)(b): those weeks are not counted for any act but starting
      return {
        kind: 'add-tribunal-days',
        from: on,
        count: period.count,
        to: countDays(on, period.count, (date) => windowOf(date) === null && working(date)),
      }
    case 'starting-days':
      return { kind: 'starting-with', from: on, count: period.count, unit: 'days', to: addDays(on, period.count - 1) }
    case 'starting-months': // clamp, then take the day off: a day early where there is no matching day
      return { kind: 'starting-with', from: on, count: period.count, unit: 'months', to: addDays(addMonths(on, period.count), -1) }
    case 'working-days-before':
      return { kind: 'subtract-working-days', from: on, count: period.count, to: countDays(on, -period.count, working) }
    case 'months-before':
      return { kind: 'subtract-months', from: on, count: period.count, to: addMonths(on, -period.count) }
    case 'before-day': {
      const fixed = calendarDate(partsOf(on).year, Number(period.day.slice(0, 2)), Number(period.day.slice(3))) ?? on
      return { kind: 'day-before', of: fixed, to: addDays(fixed, -1) }
    }
    case 'at-once':
      return null
  }
}
