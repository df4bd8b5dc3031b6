// Puts neighbours together: a weekday with its date, a day with its month, the two ends of a span, two that are a choice.
import { addDays, calendarDate, isoWeekday, partsOf, type CalendarDate } from '../calendar-date'
import { daysOf, exact, nothing, several, span, type Found } from './found'
import { textAt, wordSet, type Page } from './page'

const LIGHT = wordSet(', ( ) on the a was which it is that - of in this . ish')
const RANGE = wordSet('to - until till through')
const CHOICE = wordSet('or / and & ,')
const FILLERS = wordSet('or maybe perhaps possibly the on it was even either probably and / & , could be')
const HALF_A_YEAR = 183
const A_FORTNIGHT = 14

type Join = (page: Page, left: Found, right: Found, gap: readonly string[]) => Found | null

/** The finds with those joined that belong together, from left to right. */
export function joinNeighbours(page: Page, finds: readonly Found[]): readonly Found[] {
  return [joinWeekday, joinMonth, joinEnds].reduce<readonly Found[]>((all, join) => pass(page, all, join), finds)
}

function pass(page: Page, finds: readonly Found[], join: Join): readonly Found[] {
  const joined: Found[] = []
  for (const found of finds) {
    const left = joined.at(-1)
    const both = left === undefined || found.from - left.to > 5 ? null : join(page, left, found, gapBetween(page, left, found))
    if (both === null) joined.push(found)
    else joined[joined.length - 1] = both
  }
  return joined
}

function gapBetween(page: Page, left: Found, right: Found): readonly string[] {
  return Array.from({ length: right.from - left.to }, (_, index) => textAt(page, left.to + index))
}

/** `Monday 9 November`, `9/11/26 (a Monday)`: a weekday that does not fit is asked about. */
function joinWeekday(page: Page, left: Found, right: Found, gap: readonly string[]): Found | null {
  const [weekday, day] = left.only === 'weekday' ? [left, right] : [right, left]
  if (weekday.only !== 'weekday' || day.only === 'weekday' || day.only === 'month' || !gap.every((text) => LIGHT.has(text))) return null
  if (weekday === right && !gap.some((text) => ['(', ',', 'a', 'was', '-'].includes(text)) && gap.length > 0) return null
  const named = weekday.first ?? daysOf(weekday)[0]
  if (named === undefined || (day.certainty !== 'exact' && day.certainty !== 'ambiguous')) return null
  const meant = daysOf(weekday).find((date) => isSameDay(day, date))
  if (meant !== undefined) return exact(left.from, right.to, meant)
  return fitted(page, left.from, right.to, day, isoWeekday(named))
}

/** `next Tuesday the 24th`: the weekday is told by its distance, and the day says the same. */
function isSameDay({ date, only, yearless }: Found, other: CalendarDate): boolean {
  if (date === null || (only !== 'day-of-month' && yearless !== true)) return false
  return only === 'day-of-month' ? date.slice(8) === other.slice(8) : date.slice(5) === other.slice(5)
}

function fitted(page: Page, from: number, to: number, day: Found, weekday: number): Found {
  const { date } = day
  if (date === null || isoWeekday(date) === weekday) return { ...day, from, to }
  const near = [-3, -2, -1, 1, 2, 3].map((days) => addDays(date, days))
  const others = day.only === 'day-of-month' ? otherMonths(page, date) : otherYears(page, date)
  const fitting = [day.monthFirst ?? null, ...near, ...others]
  return several(from, to, [date, ...fitting.filter((other) => other !== null && isoWeekday(other) === weekday)])
}

/** The same day a year before, and a year after unless that is far ahead. */
function otherYears(page: Page, date: CalendarDate): readonly (CalendarDate | null)[] {
  const { year, month, day } = partsOf(date)
  const after = calendarDate(year + 1, month, day)
  return [calendarDate(year - 1, month, day), after !== null && after <= addDays(page.today, HALF_A_YEAR) ? after : null]
}

/** The same day of the five months before, and of the month after where that is near. */
function otherMonths(page: Page, date: CalendarDate): readonly (CalendarDate | null)[] {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1
  const dates = [1, -1, -2, -3, -4, -5].map((away) => calendarDate(Math.floor((index + away) / 12), ((index + away) % 12) + 1, day))
  return dates.filter((other) => other !== null && other <= addDays(page.today, A_FORTNIGHT))
}

/** `last month, the 9th`, `October - the 9th`: the day of that month. */
function joinMonth(_page: Page, left: Found, right: Found, gap: readonly string[]): Found | null {
  const [month, day] = left.only === 'month' ? [left, right] : [right, left]
  if (month.only !== 'month' || day.only !== 'day-of-month' || month.first === null || day.date === null) return null
  if (!gap.every((text) => LIGHT.has(text))) return null
  const parts = partsOf(month.first)
  const date = exact(left.from, right.to, calendarDate(parts.year, parts.month, partsOf(day.date).day))
  return day.certainty === 'approximate' && date.date !== null ? { ...date, certainty: 'approximate' } : date
}

/** `3/11 - 5/11`, `between Monday and Wednesday` are spans; `3 Nov or 5 Nov` is a choice; `Monday to Friday` is neither. */
function joinEnds(page: Page, left: Found, right: Found, gap: readonly string[]): Found | null {
  const [joint = ''] = gap
  const days = [...daysOf(left), ...daysOf(right)]
  const between = textAt(page, left.from - 1) === 'between' || textAt(page, left.from - 2) === 'between'
  const isRange = gap.length === 1 && (RANGE.has(joint) || (joint === 'and' && between))
  if (left.only === 'weekday' && right.only === 'weekday' && isRange && !between) return nothing(left.from, right.to)
  if (days.length < 2) return null
  if (isRange) return asSpan(left, right, days)
  const choice = CHOICE.has(joint) && gap.every((text) => FILLERS.has(text))
  return choice ? asChoice(left, right, days, gap) : null
}

function asSpan(left: Found, right: Found, days: readonly CalendarDate[]): Found | null {
  const first = left.date ?? left.first
  const last = right.last ?? right.date
  if (first === null || last === null) return several(left.from, right.to, days)
  return first <= last ? span(left.from, right.to, first, last) : several(left.from, right.to, days)
}

function asChoice(left: Found, right: Found, days: readonly CalendarDate[], gap: readonly string[]): Found | null {
  const rough = left.certainty === 'approximate' && right.certainty === 'approximate'
  if (rough && gap.includes('or') && left.date !== null && right.date !== null) {
    return span(left.from, right.to, left.date < right.date ? left.date : right.date, left.date < right.date ? right.last : left.last)
  }
  if (left.certainty === 'approximate' || right.certainty === 'approximate')
    return gap.includes('or') ? several(left.from, right.to, days) : null
  return several(left.from, right.to, days)
}
