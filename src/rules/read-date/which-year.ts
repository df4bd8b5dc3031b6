// The year of a day and month that were written without one: the past is meant unless the words say otherwise.
import { addDays, calendarDate, daysBetween, partsOf, type CalendarDate } from '../calendar-date'
import { exact, impossible, several, type Found } from './found'
import { skipBack, textAt, wordSet, type Page } from './page'

export type Direction = 'past' | 'future' | 'either'

const BETWEEN = wordSet('on for the a this , :')
const AHEAD = new Set(
  "coming,upcoming,next,due,will be,it'll be,is due,starts,booked,scheduled,going to be,deadline is,meeting is,hearing is,appointment is,is up".split(
    ',',
  ),
)
const EITHER = wordSet('by until till deadline ends expires')
const ABOUT_A_LETTER = wordSet('letter date dated letters decision')
const LEAP_DAYS_APART = 8

/** The latest such day that is not after today; null when no year has it. */
export function latest(month: number, day: number, today: CalendarDate): CalendarDate | null {
  const { year } = partsOf(today)
  for (let back = 0; back <= LEAP_DAYS_APART; back += 1) {
    const date = calendarDate(year - back, month, day)
    if (date !== null && date <= today) return date
  }
  return null
}

/** The first such day that is not before today; null when no year has it. */
export function soonest(month: number, day: number, today: CalendarDate): CalendarDate | null {
  const { year } = partsOf(today)
  for (let on = 0; on <= LEAP_DAYS_APART; on += 1) {
    const date = calendarDate(year + on, month, day)
    if (date !== null && date >= today) return date
  }
  return null
}

/** The reading of a day and month without a year. */
export function withoutYear(page: Page, from: number, to: number, month: number, day: number): Found {
  const past = latest(month, day, page.today)
  const future = soonest(month, day, page.today)
  if (past === null || future === null) return impossible(from, to)
  const direction = directionAt(page, from, to)
  if (direction === 'future') return exact(from, to, future)
  if (direction === 'either' && future !== past) return several(from, to, [future, past])
  // A 29 February years ago is more likely a slip of the pen.
  return daysBetween(past, page.today) > 366 ? several(from, to, [past]) : { ...exact(from, to, past), yearless: true }
}

/** Whether the words around a date say that it is yet to come. */
export function directionAt(page: Page, from: number, to: number): Direction {
  if (['coming', 'next', 'upcoming'].includes(textAt(page, to)) && !['week', 'month', 'year', 'of'].includes(textAt(page, to + 1)))
    return 'future'
  const end = skipBack(page, from, BETWEEN) + 1
  if ((EITHER.has(textAt(page, end - 1)) && !isPartOfDate(page, end - 2)) || willBe(page, end)) return 'either'
  if ([1, 2, 3].some((count) => AHEAD.has(wordsBefore(page, end, count)))) return 'future'
  return textAt(page, end - 1) === 'is' && textAt(page, end) === 'on' && !speaksOfALetter(page, end) ? 'future' : 'past'
}

function wordsBefore(page: Page, end: number, count: number): string {
  const words = textAt(page, end - 1)
  return count === 1 ? words : `${wordsBefore(page, end - 1, count - 1)} ${words}`
}

/** `3 November till 5 November` is no deadline. */
function isPartOfDate(page: Page, at: number): boolean {
  const token = page.tokens[at]
  return token !== undefined && (/\d/.test(token.text) || token.month !== null || token.weekday !== null)
}

/** `she will be 16 on 3 December`. */
function willBe(page: Page, end: number): boolean {
  return [1, 2, 3].some((back) => wordsBefore(page, end - back, 2) === 'will be')
}

function speaksOfALetter(page: Page, end: number): boolean {
  return page.tokens.slice(Math.max(0, end - 8), end).some((token) => ABOUT_A_LETTER.has(token.text))
}

/** The year that two figures stand for: this century, unless that lies over ten years ahead; then both are asked about. */
export function withShortYear(page: Page, from: number, to: number, short: number, month: number, day: number): Found {
  const date = calendarDate(2000 + short, month, day)
  const before = calendarDate(1900 + short, month, day)
  const far = addDays(page.today, 3653)
  return date !== null && date > far ? several(from, to, [before, date]) : exact(from, to, date)
}
