// What the dates of a summary mean for the queue: flags, and the day by which somebody must act.
import type { ClockName, ToldClock } from '../deadlines/types'
import { earlier, type CalendarDate } from '../calendar-date'
import { workingDaysLeft, type BankHolidays } from '../working-days'
import type { Flag } from './handoff-types'

const FEW_WORKING_DAYS = 5
// No five working days lie further apart than this, and the list of bank holidays need not reach further.
const FEW_DAYS = 21

/** The flags that follow from the clocks as counted on `today`. @throws BeyondHolidayList */
export function deadlineFlags(clocks: readonly ToldClock[], today: CalendarDate, holidays: BankHolidays): readonly Flag[] {
  const isClose = ({ safeDate, status, daysLeft }: ToldClock): boolean =>
    safeDate !== null && isOpen(status) && daysLeft <= FEW_DAYS && workingDaysLeft(today, safeDate, holidays) <= FEW_WORKING_DAYS
  const isLate = ({ safeDate, status }: ToldClock): boolean => safeDate !== null && !isOpen(status)
  return [
    ...(clocks.some(isClose) ? (['deadline-within-5-working-days'] as const) : []),
    ...(clocks.some(isLate) ? (['possibly-late'] as const) : []),
  ]
}

/** The earliest safe day that is still open, `today` for a clock in its late window; null where the family need not act by any day. */
export function actByOf(clocks: readonly ToldClock[], today: CalendarDate): CalendarDate | null {
  const days = clocks.flatMap((clock) => dayOf(clock, today) ?? [])
  return days.length === 0 ? null : days.reduce(earlier)
}

/** The clocks whose day that is. */
export function actByClocksOf(clocks: readonly ToldClock[], today: CalendarDate): readonly ClockName[] {
  const actBy = actByOf(clocks, today)
  return clocks.filter((clock) => actBy !== null && dayOf(clock, today) === actBy).map(({ clock }) => clock)
}

function dayOf({ safeDate, status }: ToldClock, today: CalendarDate): CalendarDate | null {
  if (safeDate === null || status === 'passed') return null
  return status === 'late-window' ? today : safeDate
}

function isOpen(status: ToldClock['status']): boolean {
  return status !== 'late-window' && status !== 'passed'
}
