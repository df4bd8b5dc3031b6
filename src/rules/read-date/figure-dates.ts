// Dates in figures: 3/11, 03.11.26, 14 03 2026, 2026-11-09. Day first, always.
import { calendarDate, isoWeekday, partsOf } from '../calendar-date'
import { chainAt, runsOn, type Chain } from './figures'
import { exact, impossible, nothing, several, span, type Found } from './found'
import { isCounted, isFiled, isFraction, isNumbered, isOffered } from './no-date'
import { standsAlone, textAt, weekdayAt, wordSet, type Page } from './page'
import { wholeMonth } from './stretches'
import { readUnmarked } from './unmarked-dates'
import { latest, withoutYear, withShortYear } from './which-year'

/** Ways of speaking that look like a day and a month; behind these words they are one. */
const SAYINGS = new Set(['24/7', '9-5', '1-1', '2-1'])
const DATED = wordSet('dated on date letter')

/** The date in figures that begins at this token, day first; null where none does. */
export function readFigures(page: Page, at: number): Found | null {
  const chain = chainAt(page, at)
  if (chain === null) return null
  if (chain.numbers.length === 1) return readUnmarked(page, chain)
  const found =
    chain.numbers.length > 3 || runsOn(page, chain.to)
      ? nothing(at, chain.to)
      : chain.numbers.length === 2
        ? readTwo(page, chain)
        : readThree(page, chain)
  // Numbers with spaces between them need not belong together: a date may begin at the second.
  return found.certainty === 'nothing' && !chain.glued ? nothing(at, at + 1) : found
}

function readThree(page: Page, chain: Chain): Found {
  const { from, to, numbers, mark } = chain
  const [a = 0, b = 0, c = 0] = numbers.map((number) => number.value)
  const [first = 0, second = 0, third = 0] = numbers.map((number) => number.text.length)
  if (isFiled(page, from) || second > 2) return nothing(from, to)
  if (first === 4 && third <= 2) return dayFirst(from, to, { day: c, month: b, year: a })
  if (first > 2) return nothing(from, to)
  if (third === 4) return dayFirst(from, to, { day: a, month: b, year: c })
  if (third > 2) return impossible(from, to)
  if (third === 1 || mark === ':' || (mark === ' ' && !isOffered(page, from, to))) return nothing(from, to)
  return withTwoFigures(page, chain, a, b, c)
}

function withTwoFigures(page: Page, { from, to }: Chain, day: number, month: number, short: number): Found {
  const year = 2000 + short
  const monthFirst = calendarDate(year, day, month)
  const date = calendarDate(year, month, day)
  if (date === null) return several(from, to, [monthFirst])
  const { year: thisYear } = partsOf(page.today)
  const yearFirst = calendarDate(2000 + day, month, short)
  // 26-11-09: a day many years ago that is a day of these years when read from its other end.
  if (thisYear - year > 10 && yearFirst !== null && Math.abs(thisYear - 2000 - day) <= 2) return several(from, to, [yearFirst, date])
  return { ...withShortYear(page, from, to, short, month, day), monthFirst }
}

/** Figures that fit only month first are asked about. */
function dayFirst(from: number, to: number, parts: { day: number; month: number; year: number }): Found {
  const { day, month, year } = parts
  const monthFirst = calendarDate(year, day, month)
  const date = calendarDate(year, month, day)
  return date === null ? several(from, to, [monthFirst]) : { ...exact(from, to, date), monthFirst }
}

function readTwo(page: Page, chain: Chain): Found {
  const { from, to, numbers, mark } = chain
  const [a = 0, b = 0] = numbers.map((number) => number.value)
  const written = numbers.map((number) => number.text)
  const none = nothing(from, to)
  if (
    (SAYINGS.has(written.join(mark)) && !DATED.has(textAt(page, from - 1))) ||
    mark === ':' ||
    isCounted(page, to) ||
    isFraction(page, to, a, b) ||
    isNumbered(page, from)
  )
    return none
  const [first = 0, second = 0] = written.map((text) => text.length)
  if (second === 4) return mark === ' ' ? none : monthInFigures(from, to, a, b)
  if (first === 4) return standsAlone(page, from, to) && mark !== ' ' ? monthInFigures(from, to, b, a) : none
  if (first > 2 || second > 2) return none
  const isStroke = mark === '/' || mark === '\\'
  const isMeant = mark === ' ' ? standsAlone(page, from, to) : isStroke || isOffered(page, from, to)
  if (!isMeant && !fitsWeekday(page, from, a, b)) return none
  return dayAndMonth(page, chain, a, b)
}

/** `Fri 6.11` is a date where that day was a Friday; else it is a time. */
function fitsWeekday(page: Page, from: number, day: number, month: number): boolean {
  const weekday = weekdayAt(page, textAt(page, from - 1) === ',' ? from - 2 : from - 1)
  const date = latest(month, day, page.today)
  return weekday !== null && date !== null && isoWeekday(date) === weekday
}

function dayAndMonth(page: Page, { from, to, mark }: Chain, day: number, month: number): Found {
  const date = latest(month, day, page.today)
  const swapped = latest(day, month, page.today)
  if (date !== null) return { ...withoutYear(page, from, to, month, day), monthFirst: swapped }
  if (mark === '.' || mark === ' ') return nothing(from, to)
  if (swapped !== null)
    return several(from, to, [swapped, Math.abs(2000 + month - partsOf(page.today).year) <= 2 ? calendarDate(2000 + month, day, 1) : null])
  return day <= 31 && month <= 12 ? impossible(from, to) : nothing(from, to)
}

function monthInFigures(from: number, to: number, month: number, year: number): Found {
  const first = calendarDate(year, month, 1)
  return first === null ? impossible(from, to) : span(from, to, first, wholeMonth(first, to).last)
}
