// What a small reader found in a text: where it stands and which days it may mean.
import { addDays, parseCalendarDate, type CalendarDate } from '../calendar-date'

export interface Found {
  /** The first token and the one behind the last. */
  readonly from: number
  readonly to: number
  /** `impossible`: written as a date that no calendar has; `nothing`: looks like a date and is none. */
  readonly certainty: 'exact' | 'approximate' | 'ambiguous' | 'impossible' | 'nothing'
  readonly date: CalendarDate | null
  readonly alternatives: readonly CalendarDate[]
  /** The days that the words cover; of a day reckoned, those near it. */
  readonly first: CalendarDate | null
  readonly last: CalendarDate | null
  /** What is still open about it, for whoever joins it with its neighbours. */
  readonly only?: 'weekday' | 'day-of-month' | 'month'
  /** Written without a year. */
  readonly yearless?: true
  /** The day that the same figures give month first. */
  readonly monthFirst?: CalendarDate | null
}

/** The certain and single reading of some words. */
export function exact(from: number, to: number, date: CalendarDate | null): Found {
  const day = real(date)
  if (day === null) return impossible(from, to)
  return { from, to, certainty: 'exact', date: day, alternatives: [], first: day, last: day }
}

/** A span, given by its first and last day. */
export function span(from: number, to: number, first: CalendarDate | null, last: CalendarDate | null): Found {
  const day = real(first)
  if (day === null) return impossible(from, to)
  return { from, to, certainty: 'approximate', date: day, alternatives: [], first: day, last: last ?? day }
}

/** A day reckoned from rough words, and how many days it may be off. */
export function reckoned(from: number, to: number, date: CalendarDate, off: number): Found {
  const day = real(date)
  if (day === null) return impossible(from, to)
  return { ...span(from, to, day, day), first: addDays(day, -off), last: addDays(day, off) }
}

/** Several readings of the same words; none when no calendar has any of them. */
export function several(from: number, to: number, dates: readonly (CalendarDate | null)[]): Found {
  const days = [...new Set(dates.map(real).filter((day) => day !== null))]
  if (days.length === 0) return impossible(from, to)
  return { ...impossible(from, to), certainty: 'ambiguous', alternatives: days }
}

export function impossible(from: number, to: number): Found {
  return { from, to, certainty: 'impossible', date: null, alternatives: [], first: null, last: null }
}

export function nothing(from: number, to: number): Found {
  return { ...impossible(from, to), certainty: 'nothing' }
}

/** Every day that the words may mean. */
export function daysOf(found: Found): readonly CalendarDate[] {
  return found.date === null ? found.alternatives : [found.date]
}

/** The date when the calendar of this project has it (1900 to 2199), else null. */
function real(date: CalendarDate | null): CalendarDate | null {
  return date === null ? null : parseCalendarDate(date)
}
