// Reads a day by its name: Good Friday, Boxing Day last year, the August bank holiday.
import { partsOf, type CalendarDate } from '../calendar-date'
import { exact, impossible, several, type Found } from './found'
import { DAYS_BY_NAME, LAST_OF_MANY, type DayOfYear } from './holidays'
import { wholeYear, yearAt } from './named-dates'
import { skip, textAt, wordSet, type Page } from './page'
import { directionAt } from './which-year'

const LONGEST = 4
const FIRST_WORDS = new Set([...DAYS_BY_NAME.keys(), ...LAST_OF_MANY.keys()].map((name) => name.split(' ')[0] ?? ''))
const LEAD = wordSet('last this next the')

/** A day with a name (Good Friday, Halloween) that begins at this token; null where none does. */
export function readNamedDayOfYear(page: Page, at: number): Found | null {
  const start = skip(page, at, LEAD)
  const found = nameAt(page, start)
  if (found === null) return null
  const { days, to, pickLatest } = found
  const year = yearAt(page, to)
  const whole = year === null ? null : wholeYear(year)
  if (year !== null && whole === null) return impossible(at, year.to)
  if (year !== null && whole !== null) return oneOrMore(at, year.to, days.map((day) => day(whole))) // prettier-ignore
  const next = directionAt(page, start, to) !== 'past'
  const dates = days.map((day) => (next ? soonestDay(day, page.today) : latestDay(day, page.today)))
  return oneOrMore(at, to, pickLatest ? [dates.reduce((a, b) => (next === a < b ? a : b))] : dates)
}

function oneOrMore(from: number, to: number, dates: readonly CalendarDate[]): Found {
  return new Set(dates).size === 1 ? exact(from, to, dates[0] ?? null) : several(from, to, dates)
}

function nameAt(page: Page, at: number): { days: readonly DayOfYear[]; to: number; pickLatest: boolean } | null {
  if (!FIRST_WORDS.has(plain(page, at))) return null
  for (let length = LONGEST; length > 0; length -= 1) {
    const name = Array.from({ length }, (_, index) => plain(page, at + index)).join(' ')
    const one = DAYS_BY_NAME.get(name)
    if (one !== undefined) return { days: one, to: at + length, pickLatest: false }
    const many = LAST_OF_MANY.get(name)
    if (many !== undefined) return { days: many, to: at + length, pickLatest: true }
  }
  return null
}

const plain = (page: Page, at: number): string =>
  textAt(page, at)
    .replace("'", '')
    .replace(/^hols?$/, 'holiday')

/** The latest such day that is not after today. */
export function latestDay(day: DayOfYear, today: CalendarDate): CalendarDate {
  const { year } = partsOf(today)
  return day(year) <= today ? day(year) : day(year - 1)
}

function soonestDay(day: DayOfYear, today: CalendarDate): CalendarDate {
  const { year } = partsOf(today)
  return day(year) >= today ? day(year) : day(year + 1)
}
