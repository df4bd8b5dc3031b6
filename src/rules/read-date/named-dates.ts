// Dates with the month as a word: 3rd of November, Nov 3rd, 2026 November 9, the twenty-first of October last year.
import { calendarDate, partsOf, type CalendarDate } from '../calendar-date'
import { daysOf, exact, impossible, several, type Found } from './found'
import { isNumbered } from './no-date'
import { dayAt, yearInWords, type Counted } from './number-words'
import { isGlued, kindAt, monthNamed, type Page, phraseAt, phrases, skip, textAt, wordSet } from './page'
import { withoutYear, withShortYear } from './which-year'

const JOINTS = wordSet('. , - / of off og st nd rd th')
const STREETS = wordSet(
  'street st road rd close avenue ave lane court house drive way gardens crescent place terrace grove rise walk mews square',
)
const VERBS = wordSet('be have not well need also only get want go into been help take through past')
const NOT_YEARS = wordSet(
  "am pm st nd rd th hours hrs hour days day weeks week months month years year mins minutes minute people children pupils pages page times oclock o'clock of",
)
const THE = wordSet('the')
const BEFORE_THE_DAY = wordSet('. , - / the')
const ALSO_WORDS = wordSet('may march april june august')
const BEFORE_A_DATE = wordSet("on dated date of is was : , letter it's its from")
const BEHIND_A_DATE = wordSet('. , ? ! ) ; letter i we it they the at when which')
const BEFORE_FIGURES = wordSet("of , . - / '")
const BEFORE_WORDS = wordSet('of , in')
const YEARS_AWAY = phrases([['the year before last', -2], ['last year', -1], ['this year', 0], ['next year', 1]]) // prettier-ignore

interface Year {
  /** As written: a whole year, or two figures below 100; null when no calendar has it. */
  readonly year: number | null
  readonly short: boolean
  readonly to: number
}

/** A day and a month by name, with or without a year. */
export function readNamed(page: Page, at: number): Found | null {
  return readDayFirst(page, at) ?? readMonthFirst(page, at) ?? readYearFirst(page, at)
}

function readDayFirst(page: Page, at: number): Found | null {
  const day = dayAt(page, at)
  if (day === null || isPartOfMore(page, at, day)) return null
  const month = monthBehind(page, day.to)
  if (month === null || STREETS.has(textAt(page, month.to))) return null
  if (ALSO_WORDS.has(textAt(page, month.to - 1)) && VERBS.has(textAt(page, month.to))) return null
  return dated(page, at, month.to, day.value, month.value)
}

/** Whether the number belongs to something else: `v3 May`, `£3 March`, `section 9 November`. */
function isPartOfMore(page: Page, at: number, day: Counted): boolean {
  const before = page.tokens[at - 1]
  if (isGlued(page, at) && before !== undefined && (before.kind !== 'mark' || '/\\._£$€#@+='.includes(before.text))) return true
  return !day.ordinal && isNumbered(page, at) && !['at', 'no'].includes(textAt(page, at - 1))
}

/** The month after a day, over `of`, commas and dashes. */
export function monthBehind(page: Page, at: number): Counted | null {
  const place = skip(page, at, JOINTS)
  const value = place - at > 3 ? null : monthNamed(page, place)
  return value === null ? numberedMonth(page, at) : { value, to: place + 1, ordinal: false }
}

/** `the 9th of the 11th`. */
function numberedMonth(page: Page, at: number): Counted | null {
  const month = textAt(page, at) === 'of' ? dayAt(page, skip(page, at + 1, THE)) : null
  return month?.ordinal === true ? month : null
}

function readMonthFirst(page: Page, at: number): Found | null {
  const month = monthNamed(page, at)
  if (month === null) return null
  const place = skip(page, at + 1, BEFORE_THE_DAY)
  const day = place - at > 3 ? null : dayAt(page, place)
  if (day === null || (!day.ordinal && NOT_YEARS.has(textAt(page, day.to))) || isLoose(page, at, place, day)) return null
  const isYear = !day.ordinal && textAt(page, place - 1) !== 'the' && mayBeYear(page, day.value) && yearAt(page, day.to) === null
  const found = dated(page, at, day.to, day.value, month)
  return isYear ? several(at, found.to, [...daysOf(found), calendarDate(2000 + day.value, month, 1)]) : found
}

/** `Nov 26` may be a day or a year; `Nov 3` is no year. */
function mayBeYear(page: Page, value: number): boolean {
  const short = partsOf(page.today).year % 100
  return value >= short - 2 && value <= short + 1
}

/** Whether a month that is also a word or a name has only a bare number behind it: `you may 3`, `June, 14, has autism`. */
function isLoose(page: Page, at: number, place: number, day: Counted): boolean {
  if (day.ordinal || yearAt(page, day.to) !== null) return false
  const word = textAt(page, at)
  if (!ALSO_WORDS.has(word)) return false
  const open = at === 0 || BEFORE_A_DATE.has(textAt(page, at - 1))
  return !open || textAt(page, place - 1) === ',' || !(day.to === page.tokens.length || BEHIND_A_DATE.has(textAt(page, day.to)))
}

function readYearFirst(page: Page, at: number): Found | null {
  const year = textAt(page, at)
  if (!/^\d{4}$/.test(year) || isNumbered(page, at)) return null
  const month = monthBehind(page, at + 1)
  const day = month && dayAt(page, skip(page, month.to, BEFORE_THE_DAY))
  return month && day ? exact(at, day.to, calendarDate(Number(year), month.value, day.value)) : null
}

/** The reading of a day and a month, with the year that may follow. */
export function dated(page: Page, from: number, to: number, day: number, month: number): Found {
  const year = yearAt(page, to)
  if (year === null) return withoutYear(page, from, to, month, day)
  if (year.year === null) return impossible(from, year.to)
  const other = textAt(page, year.to) === 'or' ? yearInFigures(page, year.to + 1) : null
  if (other?.year)
    return several(
      from,
      other.to,
      [year, other].map((each) => calendarDate(wholeYear(each) ?? 0, month, day)),
    )
  if (year.short) return withShortYear(page, from, year.to, year.year, month, day)
  return exact(from, year.to, calendarDate(year.year, month, day))
}

/** The year that stands here behind a date or a month, or null. */
export function yearAt(page: Page, at: number): Year | null {
  return yearInFigures(page, skip(page, at, BEFORE_FIGURES)) ?? yearByWords(page, at)
}

function yearInFigures(page: Page, at: number): Year | null {
  const token = page.tokens[at]
  if (token?.kind !== 'number' || token.text.length > 5 || NOT_YEARS.has(textAt(page, at + 1))) return null
  if (startsAnother(page, at)) return isTwoYears(page, at) ? { year: null, short: false, to: at + 3 } : null
  if (token.text.length === 2) return isLooseYear(page, at) ? null : { year: token.value, short: true, to: at + 1 }
  if (token.text.length === 1) return null
  const known = token.value >= 1900 && token.value <= 2199
  return { year: known ? token.value : null, short: false, to: at + 1 }
}

/** `2025/26` leaves open which of two years is meant. */
function isTwoYears(page: Page, at: number): boolean {
  return textAt(page, at).length === 4 && textAt(page, at + 1) === '/' && textAt(page, at + 2).length === 2
}

/** Whether the number begins a date, a time or a reference of its own. */
function startsAnother(page: Page, at: number): boolean {
  const isChained =
    '.:/-'.includes(textAt(page, at + 1)) && isGlued(page, at + 1) && kindAt(page, at + 2) === 'number' && isGlued(page, at + 2)
  return isChained || (textAt(page, at).length !== 4 && monthBehind(page, at + 1) !== null)
}

function isLooseYear(page: Page, at: number): boolean {
  return [',', 'of'].includes(textAt(page, at - 1)) || page.tokens[at + 1]?.kind === 'number'
}

function yearByWords(page: Page, at: number): Year | null {
  const place = skip(page, at, BEFORE_WORDS)
  const inWords = yearInWords(page, place)
  if (inWords !== null) return { year: inWords.value, short: false, to: inWords.to }
  const away = phraseAt(page, place, YEARS_AWAY)
  return away === null ? null : { year: partsOf(page.today).year + away.value, short: false, to: away.to }
}

/** The whole year that is written: two figures are of this century; null when no calendar has it. */
export function wholeYear({ year, short }: Year): number | null {
  return short && year !== null ? 2000 + year : year
}

/** The first day of a month with the year behind it, or of the latest such month; null for a year that no calendar has. */
export function monthWithYear(page: Page, at: number, month: number): { first: CalendarDate | null; to: number } | null {
  const year = yearAt(page, at)
  if (year === null || (year.short && !mayBeYear(page, year.year ?? 0) && textAt(page, year.to - 2) !== "'")) return null
  const whole = wholeYear(year)
  return { first: whole === null ? null : calendarDate(whole, month, 1), to: year.to }
}
