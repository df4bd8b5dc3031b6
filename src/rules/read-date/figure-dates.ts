// Dates in figures: 3/11, 03.11.26, 14 03 2026, 2026-11-09, and those without marks, 140326 and 09112026. Day first, always.
import { addDays, calendarDate, daysInMonth, partsOf, type CalendarDate } from '../calendar-date'
import { chainAt, runsOn, type Chain } from './figures'
import { exact, impossible, nothing, several, span, type Found } from './found'
import { isCounted, isFiled, isFraction, isNumbered, isOffered } from './no-date'
import { standsAlone, textAt, wordSet, type Page } from './page'
import { latest, withoutYear, withShortYear } from './which-year'

/** Ways of speaking that look like a day and a month. */
const DATED = wordSet('dated on date letter')
const SAYINGS = new Set(['24/7', '9-5', '1-1', '2-1', '50/50'])

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
  if (isFiled(page, from)) return nothing(from, to)
  const lengths = numbers.map((number) => number.text.length).join('')
  if (/^4[12][12]$/.test(lengths)) return dayFirst(from, to, { day: c, month: b, year: a })
  if (!/^[12][12]/.test(lengths)) return nothing(from, to)
  if (lengths.endsWith('4')) return dayFirst(from, to, { day: a, month: b, year: c })
  if (lengths.length !== 3 || /[3-9]$/.test(lengths)) return impossible(from, to)
  const loose = mark === ' ' || mark === ':'
  if (lengths.endsWith('1') || mark === ':' || (loose && !isOffered(page, from, to))) return nothing(from, to)
  return isShortYear(page, chain, a, b, c)
}

function isShortYear(page: Page, { from, to }: Chain, a: number, b: number, short: number): Found {
  if (calendarDate(2000 + short, b, a) === null) return dayFirst(from, to, { day: a, month: b, year: 2000 + short })
  const yearFirst = calendarDate(2000 + a, b, short)
  const { year } = partsOf(page.today)
  // 26-11-09: a day many years ago that is a day of these years when read from its other end.
  if (year - 2000 - short > 10 && yearFirst !== null && Math.abs(year - 2000 - a) <= 2)
    return several(from, to, [yearFirst, calendarDate(2000 + short, b, a)])
  const found = withShortYear(page, from, to, short, b, a)
  return { ...found, monthFirst: calendarDate(2000 + short, a, b) }
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
  if (written[1]?.length === 4) return mark === ' ' ? none : wholeMonth(from, to, a, b)
  if (written[0]?.length === 4) return standsAlone(page, from, to) && mark !== ' ' ? wholeMonth(from, to, b, a) : none
  if (written.some((text) => text.length > 2)) return none
  if (mark === ' ' ? !standsAlone(page, from, to) : mark !== '/' && mark !== '\\' && !isOffered(page, from, to)) return none
  return dayAndMonth(page, chain, a, b)
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

function wholeMonth(from: number, to: number, month: number, year: number): Found {
  const first = calendarDate(year, month, 1)
  return first === null ? impossible(from, to) : span(from, to, first, addDays(first, daysInMonth(year, month) - 1))
}

/** Six to eight figures in a row. */
function readUnmarked(page: Page, { from, to, numbers }: Chain): Found | null {
  const text = numbers[0]?.text ?? ''
  if (text.length < 6 || text.length > 8) return null
  if (runsOn(page, to) || page.tokens[to]?.kind === 'number' || isNumbered(page, from) || !isOffered(page, from, to))
    return nothing(from, to)
  const readings = text.length === 6 ? sixFigures(page, text) : manyFigures(text)
  const days = new Set(readings.sure)
  if (days.size === 1) return exact(from, to, readings.sure[0] ?? null)
  return several(from, to, [...days, ...readings.unsure])
}

interface Readings {
  readonly sure: readonly CalendarDate[]
  readonly unsure: readonly (CalendarDate | null)[]
}

function sixFigures(page: Page, text: string): Readings {
  const [a = 0, b = 0, c = 0] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)].map(Number)
  const within =
    (years: number) =>
    (date: CalendarDate | null): date is CalendarDate =>
      date !== null && Math.abs(partsOf(date).year - partsOf(page.today).year) <= years
  const dayFirst = calendarDate(2000 + c, b, a)
  const unsure = [dayFirst, calendarDate(2000 + c, a, b), calendarDate(2000 + a, b, c)].filter(within(2))
  return within(5)(dayFirst) ? { sure: [dayFirst], unsure: [] } : { sure: [], unsure }
}

function manyFigures(text: string): Readings {
  const year = Number(text.slice(-4))
  const front = text.slice(0, -4)
  const cuts = front.length === 4 ? [2] : [1, 2]
  const pairs = cuts.map((cut) => [Number(front.slice(0, cut)), Number(front.slice(cut))] as const)
  const sure = pairs.map(([day, month]) => calendarDate(year, month, day))
  if (text.length === 8) sure.push(calendarDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))))
  return { sure: sure.filter((date) => date !== null), unsure: pairs.map(([month, day]) => calendarDate(year, month, day)) }
}
