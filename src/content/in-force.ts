// Whether a statement may be said on a day.
import type { CalendarDate } from '../rules/calendar-date'

export interface StatementDates {
  readonly validFrom?: CalendarDate | null
  readonly validUntil?: CalendarDate | null
  readonly reviewBy: CalendarDate
}

export type Standing = 'in-force' | 'not-yet' | 'ended' | 'past-review'

/**
 * How a statement stands on a day. The first and last days of its validity count, and so does the day of its review.
 * `law` is the day whose law is told, where that is another: an open conversation keeps the law it began with.
 */
export function standingOf({ validFrom, validUntil, reviewBy }: StatementDates, today: CalendarDate, law = today): Standing {
  if (validFrom && law < validFrom) return 'not-yet'
  if (validUntil && law > validUntil) return 'ended'
  return today > reviewBy ? 'past-review' : 'in-force'
}

/** Whether a statement may be said as it stands. */
export function inForce(statement: StatementDates, today: CalendarDate, law = today): boolean {
  return standingOf(statement, today, law) === 'in-force'
}
