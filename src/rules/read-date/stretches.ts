// Spans of the calendar as they are told: October, last month, the week before last, 2025, the weekend, half term.
import { addDays, addMonths, addWeeks, calendarDate, daysInMonth, partsOf, type CalendarDate } from '../calendar-date'
import { monthOf } from './month-names'
import { monthWithYear } from './named-dates'
import { isNumbered } from './no-date'
import { after, skip, standsAlone, textAt, wordSet, type Page } from './page'
import { stretchAt, type Counted } from './school-year'
import { inWeekOf, onOrBefore } from './weekday-names'
import { latest } from './which-year'

export interface Stretch {
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly to: number
  readonly isMonth?: true
}

const ALSO_WORDS = wordSet('may march mar')
const BEFORE_A_MONTH = wordSet(
  'in of during since last this next around before after until over from late early mid by for - sometime about',
)
const MONTHS_AWAY = [['month before last', -2], ['last month', -1], ['previous month', -1], ['this month', 0], ['next month', 1], ['current month', 0], ['this past month', -1]] as const // prettier-ignore
const WEEKS_AWAY = [['week before last', -2], ['other week', -2], ['last week', -1], ['previous week', -1], ['this week', 0], ['next week', 1]] as const // prettier-ignore
const YEARS_AWAY = [['year before last', -2], ['last year', -1], ['previous year', -1], ['this year', 0], ['next year', 1]] as const // prettier-ignore
const WEEKENDS_AWAY = [['weekend before last', -1], ['last weekend', 0], ['this weekend', 0], ['weekend', 0], ['wkend', 0]] as const // prettier-ignore
const LEADS = wordSet('last this next the past')

/** The span that begins here, or null. `counted` tells which of several school holidays or terms is meant. */
export function spanAt(page: Page, at: number, counted: Counted = (first) => first): Stretch | null {
  return (
    monthAt(page, at) ??
    monthAway(page, at) ??
    weekAway(page, at) ??
    weekendAway(page, at) ??
    yearSpan(page, at) ??
    schoolStretch(page, at, counted)
  )
}

function schoolStretch(page: Page, at: number, counted: Counted): Stretch | null {
  return stretchAt(page, skip(page, at, LEADS), counted)
}

function monthAt(page: Page, at: number): Stretch | null {
  const lead = ['last', 'this', 'next', 'past'].includes(textAt(page, at)) ? textAt(page, at) : ''
  const place = lead === '' ? at : at + 1
  const month = monthOf(textAt(page, place))
  if (month === null) return null
  const year = monthWithYear(page, place + 1, month)
  if (year !== null) return year.first === null ? null : wholeMonth(year.first, year.to)
  if (lead === '' && !isMeant(page, place)) return null
  const gone = ['last', 'gone', 'past'].includes(textAt(page, place + 1))
  const first = monthBeside(page.today, month, gone ? 'last' : lead)
  return first === null ? null : wholeMonth(first, gone ? place + 2 : place + 1)
}

/** Whether a month alone is meant as one: `may` and `march` are words as well, and a misspelt one needs company. */
function isMeant(page: Page, at: number): boolean {
  const token = page.tokens[at]
  if (token === undefined || BEFORE_A_MONTH.has(textAt(page, at - 1))) return true
  if (standsAlone(page, at, at + 1)) return token.text !== 'mar' && (token.text !== 'may' || token.capital)
  return !ALSO_WORDS.has(token.text) && /^(jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)/.test(token.text)
}

function monthBeside(today: CalendarDate, month: number, lead: string): CalendarDate | null {
  const { year, month: thisMonth } = partsOf(today)
  if (lead === 'this') return calendarDate(year, month, 1)
  if (lead === 'next') return calendarDate(month > thisMonth ? year : year + 1, month, 1)
  if (lead !== '' && month === thisMonth) return calendarDate(year - 1, month, 1)
  return latest(month, 1, today)
}

export function wholeMonth(first: CalendarDate, to: number): Stretch {
  const { year, month } = partsOf(first)
  return { first, last: addDays(first, daysInMonth(year, month) - 1), to, isMonth: true }
}

function awayAt(page: Page, at: number, table: readonly (readonly [string, number])[]): { away: number; to: number } | null {
  const place = skip(page, at, wordSet('the'))
  for (const [words, away] of table) {
    const to = after(page, place, words)
    if (to !== null) return { away, to }
  }
  return null
}

const firstOfMonth = (day: CalendarDate): CalendarDate => addDays(day, 1 - partsOf(day).day)

function monthAway(page: Page, at: number): Stretch | null {
  const found = awayAt(page, at, MONTHS_AWAY)
  if (found !== null) return wholeMonth(addMonths(firstOfMonth(page.today), found.away), found.to)
  // 'the end of the month': this one when it is nearly over, else the last.
  const to = after(page, at, 'the month')
  if (to === null || textAt(page, at - 1) !== 'of') return null
  const early = textAt(page, at - 2) !== 'end' || partsOf(page.today).day >= 28
  return wholeMonth(addMonths(firstOfMonth(page.today), early ? 0 : -1), to)
}

function weekAway(page: Page, at: number): Stretch | null {
  const found = awayAt(page, at, WEEKS_AWAY) ?? (textAt(page, at - 1) === 'of' ? awayAt(page, at, [['week', 0]]) : null)
  if (found === null) return null
  const first = inWeekOf(addWeeks(page.today, found.away), 1)
  return { first, last: addDays(first, 6), to: found.to }
}

function weekendAway(page: Page, at: number): Stretch | null {
  const next = awayAt(page, at, [['next weekend', 0]])
  const found = next ?? awayAt(page, at, WEEKENDS_AWAY)
  if (found === null) return null
  const saturday = addWeeks(next === null ? onOrBefore(page.today, 6) : inWeekOf(addWeeks(page.today, 1), 6), found.away)
  return { first: saturday, last: addDays(saturday, 1), to: found.to }
}

function yearSpan(page: Page, at: number): Stretch | null {
  const found = awayAt(page, at, YEARS_AWAY) ?? (textAt(page, at - 1) === 'of' ? awayAt(page, at, [['year', 0]]) : null)
  if (found !== null) return wholeYear(partsOf(page.today).year + found.away, found.to)
  const token = page.tokens[at]
  if (token?.kind !== 'number' || token.text.length !== 4 || isNumbered(page, at)) return null
  const offered =
    ['in', 'since', 'during', 'early', 'late', 'mid', '-', 'of'].includes(textAt(page, at - 1)) || standsAlone(page, at, at + 1)
  return offered ? wholeYear(token.value, at + 1) : null
}

function wholeYear(year: number, to: number): Stretch | null {
  const first = calendarDate(year, 1, 1)
  const last = calendarDate(year, 12, 31)
  return first === null || last === null ? null : { first, last, to }
}
