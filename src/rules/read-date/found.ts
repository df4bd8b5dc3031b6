// What a small reader found in a text: where it stands and which days it may mean.
import { addDays, parseCalendarDate, type CalendarDate } from '../calendar-date'

interface Place {
  /** The first token and the one behind the last. */
  readonly from: number
  readonly to: number
  /** The weekday (1 Monday to 7 Sunday) when that is all the words say. */
  readonly weekday?: number
  /** What is still open about it, for whoever joins it with its neighbours. */
  readonly only?: 'day-of-month' | 'month'
  /** Written without a year. */
  readonly yearless?: true
  /** The day that the same figures give month first. */
  readonly monthFirst?: CalendarDate | null
}

/** One reading. `first` and `last` are the days that the words cover; of a day reckoned, those near it. */
export interface Told extends Place {
  readonly certainty: 'exact' | 'approximate'
  readonly date: CalendarDate
  readonly first: CalendarDate
  readonly last: CalendarDate
}

/** Several readings. */
export interface Asked extends Place {
  readonly certainty: 'ambiguous'
  readonly alternatives: readonly CalendarDate[]
}

/** `impossible`: written as a date that no calendar has; `nothing`: looks like a date and is none. */
export interface Blank extends Place {
  readonly certainty: 'impossible' | 'nothing'
}

export type Found = Told | Asked | Blank

/** Whether it is one day, certain or rough. */
export function isTold(found: Found | null): found is Told {
  return found?.certainty === 'exact' || found?.certainty === 'approximate'
}

/** The certain and single reading of some words. */
export function exact(from: number, to: number, date: CalendarDate | null): Told | Blank {
  return told(from, to, 'exact', date, 0)
}

/** A span, given by its first and last day. */
export function span(from: number, to: number, first: CalendarDate | null, last: CalendarDate): Told | Blank {
  const found = told(from, to, 'approximate', first, 0)
  return isTold(found) ? { ...found, last } : found
}

/** A day reckoned from rough words, and how many days it may be off. */
export function reckoned(from: number, to: number, date: CalendarDate, off: number): Told | Blank {
  return told(from, to, 'approximate', date, off)
}

function told(from: number, to: number, certainty: Told['certainty'], day: CalendarDate | null, off: number): Told | Blank {
  const date = real(day)
  return date === null ? impossible(from, to) : { from, to, certainty, date, first: addDays(date, -off), last: addDays(date, off) }
}

/** Several readings of the same words; none when no calendar has any of them. */
export function several(from: number, to: number, dates: readonly (CalendarDate | null)[]): Asked | Blank {
  const alternatives = [...new Set(dates.map(real).filter((day) => day !== null))]
  return alternatives.length === 0 ? impossible(from, to) : { from, to, certainty: 'ambiguous', alternatives }
}

/** Words that are written as a date which no calendar has. */
export function impossible(from: number, to: number): Blank {
  return { from, to, certainty: 'impossible' }
}

/** Words that look like a date and are none. */
export function nothing(from: number, to: number): Blank {
  return { from, to, certainty: 'nothing' }
}

/** Every day that the words may mean. */
export function daysOf(found: Found): readonly CalendarDate[] {
  if (isTold(found)) return [found.date]
  return found.certainty === 'ambiguous' ? found.alternatives : []
}

/** The date when the calendar of this project has it (1900 to 2199), else null. */
function real(date: CalendarDate | null): CalendarDate | null {
  return date === null ? null : parseCalendarDate(date)
}
