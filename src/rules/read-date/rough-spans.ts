// A part of a span: end of October, early last month, the first week of November, mid September; and the week of a day.
import { addDays, addWeeks, daysBetween, type CalendarDate } from '../calendar-date'
import { exact, impossible, span, type Found } from './found'
import { dayAt } from './number-words'
import { type Page, phraseAt, phrases, skip, standsAlone, textAt, weekdayAt, wordSet } from './page'
import { spanAt, type Stretch } from './stretches'
import { firstAfter, inWeekOf, onOrBefore } from './weekday-names'

/** Where a part begins and ends, as shares of the whole. */
type Share = readonly [number, number]

const EARLY: Share = [0, 1 / 3]
const MIDDLE: Share = [1 / 3, 2 / 3]
const LATE: Share = [2 / 3, 1]
const FIRST_HALF: Share = [0, 1 / 2]
const SECOND_HALF: Share = [1 / 2, 1]

const PARTS = phrases<Share>([
  ...part(
    EARLY,
    'early in,early on in,early,start of,the start of,beginning of,the beginning of,begining of,first part of,the first part of',
  ),
  ...part(MIDDLE, 'mid,middle of,the middle of,halfway through,half way through'),
  ...part(
    LATE,
    'late in,late,later,end of,the end of,ends of,back end of,the back end of,tail end of,the tail end of,latter part of,the latter part of',
  ),
  ...part(FIRST_HALF, 'first half of,the first half of'),
  ...part(SECOND_HALF, 'second half of,the second half of'),
  ...part([0, 1], 'earlier,earlier in'),
])
const ISH = wordSet('ish - in')
const THE = wordSet('the')
const BEFORE_A_DAY = wordSet('the on :')
const OF = wordSet('of in')

const BEFORE_A_SPAN = wordSet('in of during since last this next around at over by for from the about')

/** Whether a term, a holiday or a season is told as a time: not in `1/2 term` or `summer is hard`. */
function isIntroduced(page: Page, at: number, to: number): boolean {
  return BEFORE_A_SPAN.has(textAt(page, at - 1)) || textAt(page, at) === 'last' || textAt(page, to) === 'time' || standsAlone(page, at, to)
}

function part(share: Share, words: string): [string, Share][] {
  return words.split(',').map((each) => [each, share])
}

/** A span or a part of one. */
export function readSpan(page: Page, at: number): Found | null {
  return readPart(page, at) ?? readNthOf(page, at) ?? whole(page, at)
}

function whole(page: Page, at: number): Found | null {
  const stretch = spanAt(page, at)
  if (stretch?.needsCompany === true && !isIntroduced(page, at, stretch.to)) return null
  return stretch === null
    ? null
    : { ...span(at, stretch.to, stretch.first, stretch.last), ...(stretch.isMonth ? { only: 'month' as const } : {}) }
}

function readPart(page: Page, at: number): Found | null {
  const told = phraseAt(page, at, PARTS)
  if (told === null) return null
  const place = skip(page, told.to, ISH)
  const stretch = spanAt(page, place) ?? spanAt(page, skip(page, place, THE))
  return stretch === null ? null : partOf(at, stretch, told.value)
}

function partOf(from: number, { first, last, to }: Stretch, [start, end]: Share): Found {
  const length = daysBetween(first, last) + 1
  return span(from, to, addDays(first, Math.floor(length * start)), addDays(first, Math.floor(length * end) - 1))
}

/** `the first week of November` (a span), `the last Friday of October` and `the last day of October` (one day). */
function readNthOf(page: Page, at: number): Found | null {
  const place = skip(page, at, THE)
  const counted = dayAt(page, place)
  const isLast = textAt(page, place) === 'last'
  const nth = counted?.ordinal === true ? counted.value : isLast ? 0 : null
  if (nth === null || nth > 5) return null
  const unit = isLast ? place + 1 : (counted?.to ?? place)
  const weekday = weekdayAt(page, unit)
  const word = textAt(page, unit)
  if (weekday === null && word !== 'week' && word !== 'day') return null
  const of = skip(page, unit + 1, OF)
  const stretch = of === unit + 1 ? null : spanAt(page, of)
  if (stretch === null) return null
  if (word === 'week') return nthWeek(at, stretch, nth)
  const day = weekday === null ? nthDay(stretch, nth) : nthWeekday(stretch, weekday, nth)
  if (day > stretch.last) return impossible(at, stretch.to)
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

const WEEK_OF = phrases<'commencing' | 'of' | 'ending'>([
  ...['week commencing', 'week comencing', 'week beginning', 'week starting', 'wk commencing', 'wk beginning', 'w / c', 'w / b', 'wc'].map(
    (words) => [words, 'commencing'] as const,
  ),
  ['week of', 'of'],
  ...['week ending', 'wk ending', 'w / e'].map((words) => [words, 'ending'] as const),
])

/** `week commencing 9 Nov`, `week ending 13/11`: the span of seven days; `read` reads the day behind it. */
export function readWeekOf(page: Page, at: number, read: (page: Page, at: number) => Found | null): Found | null {
  const week = phraseAt(page, skip(page, at, THE), WEEK_OF)
  const found = week === null ? null : read(page, skip(page, week.to, BEFORE_A_DAY))
  if (week === null || found?.certainty !== 'exact') return null
  const first = week.value === 'commencing' ? found.date : inWeekOf(found.date, 1)
  return span(at, found.to, first, addDays(first, 6))
}
