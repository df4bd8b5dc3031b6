// Puts neighbours together: a weekday with its date, a day with its month, the two ends of a span, two that are a choice.
import { addDays, addMonths, calendarDate, isoWeekday, partsOf, type CalendarDate } from '../calendar-date'
import { daysOf, exact, isTold, nothing, several, span, type Found, type Told } from './found'
import { textAt, wordSet, type Page } from './page'

const LIGHT = wordSet(', ( ) on the a was which it is that - of in this . ish')
/** What stands between a date and a weekday told after it, unless they touch. */
const AFTERTHOUGHT = wordSet('( , a was -')
const RANGE = wordSet('to - until till through')
const CHOICE = wordSet('or / and & ,')
const FILLERS = wordSet('or maybe perhaps possibly the on it was even either probably and / & , could be')
const WIDEST_GAP = 5
const HALF_A_YEAR = 183
const A_FORTNIGHT = 14

interface Pair {
  readonly page: Page
  readonly left: Found
  readonly right: Found
  readonly gap: readonly string[]
}

/** The finds with those joined that belong together, from left to right. */
export function joinNeighbours(page: Page, finds: readonly Found[]): readonly Found[] {
  return [joinWeekday, joinMonth, joinEnds].reduce<readonly Found[]>((all, join) => pass(page, all, join), finds)
}

function pass(page: Page, finds: readonly Found[], join: (pair: Pair) => Found | null): readonly Found[] {
  const joined: Found[] = []
  for (const right of finds) {
    const left = joined.at(-1)
    const gap = left === undefined ? [] : page.tokens.slice(left.to, right.from).map(({ text }) => text)
    const both = left === undefined || gap.length > WIDEST_GAP ? null : join({ page, left, right, gap })
    if (both !== null) joined.pop()
    joined.push(both ?? right)
  }
  return joined
}

/** `Monday 9 November`, `9/11/26 (a Monday)`: a weekday that does not fit is asked about. */
function joinWeekday({ page, left, right, gap }: Pair): Found | null {
  if (!gap.every((text) => LIGHT.has(text))) return null
  const [named, day] = left.weekday === undefined ? [right, left] : [left, right]
  if (named.weekday === undefined || day.weekday !== undefined) return null
  if (named === right && gap.length > 0 && !gap.some((text) => AFTERTHOUGHT.has(text))) return null
  if (day.certainty === 'ambiguous') return { ...day, from: left.from, to: right.to }
  if (day.certainty !== 'exact') return null
  const meant = daysOf(named).find((date) => isSameDay(day, date)) ?? (isoWeekday(day.date) === named.weekday ? day.date : null)
  return meant === null ? fitting(page, left.from, right.to, day, named.weekday) : { ...day, ...exact(left.from, right.to, meant) }
}

/** `next Tuesday the 24th`: the weekday is told by its distance, and the day says the same. */
function isSameDay({ date, only, yearless }: Told, other: CalendarDate): boolean {
  if (only === 'day-of-month') return date.slice(8) === other.slice(8)
  return yearless === true && date.slice(5) === other.slice(5)
}

/** The day itself, and those near it or like it that have the weekday. */
function fitting(page: Page, from: number, to: number, day: Told, weekday: number): Found {
  const near = [-3, -2, -1, 1, 2, 3].map((days) => addDays(day.date, days))
  const others =
    day.only === 'day-of-month'
      ? [1, -1, -2, -3, -4, -5].map((months) => sameDay(day.date, months))
      : [-12, 12].map((months) => sameDay(day.date, months))
  const until = addDays(page.today, day.only === 'day-of-month' ? A_FORTNIGHT : HALF_A_YEAR)
  const likely = others.filter((other) => other !== null && other <= until)
  const all = [day.monthFirst ?? null, ...near, ...likely].filter((other) => other !== null && isoWeekday(other) === weekday)
  return several(from, to, [day.date, ...all])
}

/** The day of the same number so many months on, or null where that month has none. */
function sameDay(date: CalendarDate, months: number): CalendarDate | null {
  const { year, month } = partsOf(addMonths(date, months))
  return calendarDate(year, month, partsOf(date).day)
}

/** `last month, the 9th`, `October - the 9th`: the day of that month. */
function joinMonth({ left, right, gap }: Pair): Found | null {
  const [month, day] = left.only === 'month' ? [left, right] : [right, left]
  if (month.only !== 'month' || day.only !== 'day-of-month' || !isTold(month) || !isTold(day) || !gap.every((text) => LIGHT.has(text)))
    return null
  const { year, month: number } = partsOf(month.first)
  const date = exact(left.from, right.to, calendarDate(year, number, partsOf(day.date).day))
  return isTold(date) ? { ...date, certainty: day.certainty } : date
}

/** `3/11 - 5/11`, `between Monday and Wednesday` are spans; `3 Nov or 5 Nov` is a choice; `Monday to Friday` is neither. */
function joinEnds({ page, left, right, gap }: Pair): Found | null {
  const [joint = '', ...more] = gap.filter((text) => text !== 'the')
  const between = [1, 2].some((back) => textAt(page, left.from - back) === 'between')
  const isRange = more.length === 0 && (RANGE.has(joint) || (joint === 'and' && between))
  if (isRange && !between && left.weekday !== undefined && right.weekday !== undefined) return nothing(left.from, right.to)
  if (isRange && isTold(left) && isTold(right) && left.date <= right.date) return span(left.from, right.to, left.date, right.last)
  const isChoice = isRange || (CHOICE.has(joint) && gap.every((text) => FILLERS.has(text)))
  return isChoice && daysOf(left).length > 0 && daysOf(right).length > 0 ? asChoice(left, right, gap) : null
}

function asChoice(left: Found, right: Found, gap: readonly string[]): Found | null {
  if (isTold(left) && isTold(right) && left.date === right.date) return { ...left, to: right.to }
  const isRough = left.certainty === 'approximate' || right.certainty === 'approximate'
  if (isRough && !gap.includes('or')) return null
  if (left.certainty !== 'approximate' || right.certainty !== 'approximate')
    return several(left.from, right.to, [...daysOf(left), ...daysOf(right)])
  const [first, last] = left.date < right.date ? [left, right] : [right, left]
  return span(left.from, right.to, first.date, last.last)
}
