// Whether a statement may be said on a day.
import type { CalendarDate } from '../rules/calendar-date'

export interface StatementDates {
  readonly validFrom?: CalendarDate | null
  readonly validUntil?: CalendarDate | null
  readonly reviewBy: CalendarDate
}

export type Standing = 'in-force' | 'not-yet' | 'ended' | 'past-review'

/** How a statement stands on a day. The first and last days of its validity count, and so does the day of its review. */
export function standingOf({ validFrom, validUntil, reviewBy }: StatementDates, today: CalendarDate): Standing {
  if (validFrom && today < validFrom) return 'not-yet'
  if (validUntil && today > validUntil) return 'ended'
  return today > reviewBy ? 'past-review' : 'in-force'
}

/** Whether a statement may be said as it stands. */
export function inForce(statement: StatementDates, today: CalendarDate): boolean {
  return standingOf(statement, today) === 'in-force'
}
