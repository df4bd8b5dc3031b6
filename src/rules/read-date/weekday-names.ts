// The days of the week as people write them: in full, cut short, and misspelt.
import { addDays, isoWeekday, type CalendarDate } from '../calendar-date'
import { isNear } from './near-spelling'

const FULL = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const SHORT = new Map([['mon', 1], ['tue', 2], ['tues', 2], ['wed', 3], ['weds', 3], ['thu', 4], ['thur', 4], ['thurs', 4], ['fri', 5], ['sat', 6], ['sun', 7]]) // prettier-ignore
const NOT_WEEKDAYS = new Set(['sundae'])

/** 1 Monday to 7 Sunday, or null; 'Mondays' is no day, 'Monday's' is one. */
export function weekdayOf(typed: string): number | null {
  const word = typed.endsWith("'s") ? typed.slice(0, -2) : typed
  const short = SHORT.get(word)
  if (short !== undefined) return short
  if (word.endsWith('s') || NOT_WEEKDAYS.has(word)) return null
  const found = FULL.findIndex((name) => isNear(word, name, name.length >= 8 ? 2 : 1))
  return found < 0 ? null : found + 1
}

/** The weekday in a plural, 'Mondays', or null. */
export function weekdaysOf(word: string): number | null {
  return word.endsWith('days') ? weekdayOf(word.slice(0, -1)) : null
}

/** The latest such weekday on or before a day. */
export function onOrBefore(day: CalendarDate, weekday: number): CalendarDate {
  return addDays(day, -((isoWeekday(day) - weekday + 7) % 7))
}

/** The latest such weekday before a day. */
export function lastBefore(day: CalendarDate, weekday: number): CalendarDate {
  return onOrBefore(addDays(day, -1), weekday)
}

/** The first such weekday after a day. */
export function firstAfter(day: CalendarDate, weekday: number): CalendarDate {
  return addDays(lastBefore(day, weekday), isoWeekday(day) === weekday ? 14 : 7)
}

/** Such a weekday in the week, Monday to Sunday, that holds a day. */
export function inWeekOf(day: CalendarDate, weekday: number): CalendarDate {
  return addDays(day, weekday - isoWeekday(day))
}
