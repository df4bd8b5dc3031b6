// Days that somebody typed before they were asked for: handed on from one conversation to the next.
import type { CalendarDate } from '../src/rules/calendar-date'

export interface DaysRead {
  /** On the letter, or of what happened. */
  readonly read?: CalendarDate
  readonly certificate?: CalendarDate
}

interface Days {
  readonly read?: CalendarDate | null | undefined
  readonly certificate?: CalendarDate | null | undefined
}

/** Of what may hold more, only the days, and only those that are there. */
export function daysRead({ read, certificate }: Days): DaysRead {
  return { ...(read ? { read } : {}), ...(certificate ? { certificate } : {}) }
}
