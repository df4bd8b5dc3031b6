// How long each kind of record is kept at most, and for whom. Everything is milliseconds.
import { addDays, type CalendarDate } from './calendar-date'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Periods {
  /** A conversation and what it remembers, from the last word. */
  readonly conversation: number
  /** What a family and an adviser wrote to each other, from the end of the talk. */
  readonly lines: number
  /** What was shared and nobody opened, from the yes. */
  readonly unopened: number
  /** What was shared and somebody opened, and its reference, from the end of the case. */
  readonly ended: number
  /** A phone number or e-mail address, from the yes; it goes earlier once somebody was reached. */
  readonly contact: number
  /** A masked question that its asker let us keep, from its day. */
  readonly questions: number
  /** What happened and when, without words; counts of questions without an answer. */
  readonly events: number
}

export const PERIODS: Periods = {
  conversation: 24 * HOUR,
  lines: 24 * HOUR,
  unopened: 14 * DAY,
  ended: 30 * DAY,
  contact: 14 * DAY,
  questions: 90 * DAY,
  events: 395 * DAY,
}

/** Whose records: everybody's, those of these councils only, or everybody's except theirs. */
export type Whose = 'everybody' | { readonly only: readonly string[] } | { readonly except: readonly string[] }

export interface Retained {
  readonly whose: Whose
  readonly periods: Periods
}

/** Where no council has periods of its own. */
export const USUAL: readonly Retained[] = [{ whose: 'everybody', periods: PERIODS }]

/** The last day of the questions (or counts) that have been kept so long. `today` in UTC: an hour more or less does not matter here. */
export function lastDayKept(today: CalendarDate, period: number): CalendarDate {
  return addDays(today, -Math.floor(period / DAY))
}
