// A part of a span: end of October, early last month, the first week of November, mid September; and the week of a day.
import { addDays, addWeeks, daysBetween, type CalendarDate } from '../calendar-date'
import { exact, span, type Found } from './found'
import { dayAt } from './number-words'
import { after, skip, textAt, wordSet, type Page } from './page'
import { spanAt, type Stretch } from './stretches'
import { firstAfter, inWeekOf, onOrBefore, weekdayOf } from './weekday-names'

type Third = 0 | 1 | 2

const PARTS: readonly (readonly [string, Third])[] = [
  ['early in', 0], ['early on in', 0], ['early', 0], ['earlier', 0], ['start of', 0], ['the start of', 0], ['beginning of', 0], ['the beginning of', 0], ['begining of', 0], ['first half of', 0],
  ['the first half of', 0], ['first part of', 0], ['mid', 1], ['middle of', 1], ['the middle of', 1], ['halfway through', 1], ['half way through', 1], ['late in', 2], ['late', 2],
  ['later', 2], ['end of', 2], ['the end of', 2], ['ends of', 2], ['back end of', 2], ['the back end of', 2], ['tail end of', 2], ['the tail end of', 2], ['latter part of', 2],
  ['the latter part of', 2], ['second half of', 2], ['the second half of', 2],
] // prettier-ignore
const OF = wordSet('of in')

/** A span or a part of one. */
export function readSpan(page: Page, at: number): Found | null {
  return readPart(page, at) ?? readNthOf(page, at) ?? whole(page, at)
}

function whole(page: Page, at: number): Found | null {
  const stretch = spanAt(page, at)
  return stretch === null
    ? null
    : { ...span(at, stretch.to, stretch.first, stretch.last), ...(stretch.isMonth ? { only: 'month' as const } : {}) }
}

function readPart(page: Page, at: number): Found | null {
  for (const [words, third] of PARTS) {
    const to = after(page, at, words)
    if (to === null) continue
    const place = skip(page, to, wordSet('- the'))
    const stretch = spanAt(page, textAt(page, place - 1) === 'the' ? place - 1 : place) ?? spanAt(page, place)
    if (stretch !== null) return partOf(at, stretch, words === 'earlier' ? 0 : third, words === 'earlier')
  }
  return null
}

/** The first, middle or last third; of `earlier this month` all that is past. */
function partOf(from: number, { first, last, to }: Stretch, third: Third, wholly: boolean): Found {
  const length = daysBetween(first, last) + 1
  const start = addDays(first, Math.floor((length * third) / 3))
  const end = addDays(first, Math.floor((length * (third + 1)) / 3) - 1)
  return span(from, to, start, wholly ? last : end)
}

/** `the first week of November` (a span), `the last Friday of October` and `the last day of October` (one day). */
function readNthOf(page: Page, at: number): Found | null {
  const place = skip(page, at, wordSet('the'))
  const counted = dayAt(page, place)
  const isLast = textAt(page, place) === 'last'
  const nth = counted?.ordinal === true ? counted.value : isLast ? 0 : null
  if (nth === null || nth > 5) return null
  const unit = isLast ? place + 1 : (counted?.to ?? place)
  const weekday = weekdayOf(textAt(page, unit))
  const word = textAt(page, unit)
  if (weekday === null && word !== 'week' && word !== 'day') return null
  const of = skip(page, unit + 1, OF)
  const stretch = of === unit + 1 ? null : spanAt(page, of)
  if (stretch === null) return null
  if (word === 'week') return nthWeek(at, stretch, nth)
  const day = weekday === null ? nthDay(stretch, nth) : nthWeekday(stretch, weekday, nth)
  if (day > stretch.last) return null
  return stretch.isMonth ? exact(at, stretch.to, day) : span(at, stretch.to, day, day)
}

function nthWeek(from: number, { first, last, to }: Stretch, nth: number): Found {
  const start = nth === 0 ? addDays(last, -6) : addWeeks(first, nth - 1)
  return span(from, to, start, addDays(start, 6))
}

const nthDay = ({ first, last }: Stretch, nth: number): CalendarDate => (nth === 0 ? last : addDays(first, nth - 1))

function nthWeekday({ first, last }: Stretch, weekday: number, nth: number): CalendarDate {
  return nth === 0 ? onOrBefore(last, weekday) : addWeeks(firstAfter(addDays(first, -1), weekday), nth - 1)
}

const WEEK_OF = [
  'week commencing',
  'week comencing',
  'week beginning',
  'week starting',
  'week of',
  'wk commencing',
  'wk beginning',
  'w / c',
  'w / b',
  'wc',
] as const
const WEEK_TO = ['week ending', 'wk ending', 'w / e'] as const

/** `week commencing 9 Nov`, `week ending 13/11`: the span of seven days; `read` reads the day behind it. */
export function readWeekOf(page: Page, at: number, read: (page: Page, at: number) => Found | null): Found | null {
  const place = skip(page, at, wordSet('the'))
  for (const words of [...WEEK_OF, ...WEEK_TO]) {
    const to = after(page, place, words)
    const start = to === null ? null : skip(page, to, wordSet('the on :'))
    const found = start === null ? null : read(page, start)
    if (found?.certainty !== 'exact' || found.date === null) continue
    const ends = words.includes('ending') || words === 'w / e'
    const first = ends || words === 'week of' ? inWeekOf(found.date, 1) : found.date
    return span(at, found.to, first, addDays(first, 6))
  }
  return null
}
