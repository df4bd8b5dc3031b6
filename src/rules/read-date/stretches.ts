// Spans of the calendar as they are told: October, last month, the week before last, 2025, the weekend, half term.
import { addDays, addMonths, addWeeks, calendarDate, daysInMonth, partsOf, type CalendarDate } from '../calendar-date'
import { isMonthName } from './month-names'
import { monthWithYear } from './named-dates'
import { isNumbered } from './no-date'
import { monthNamed, type Page, phraseAt, phrases, type Phrases, skip, standsAlone, textAt, wordSet } from './page'
import { stretchAt, type Counted } from './school-year'
import { inWeekOf, onOrBefore } from './weekday-names'
import { latest } from './which-year'

export interface Stretch {
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly to: number
  readonly isMonth?: true
  /** Its name is also used for other things. */
  readonly needsCompany?: boolean
}

const ALSO_WORDS = wordSet('may march mar')
const BEFORE_A_MONTH = wordSet(
  'in of during since last this next around before after until over from late early mid by for - sometime about',
)
const BESIDE_A_MONTH = wordSet('or and to / -')
const MONTHS_AWAY = phrases<number>([['month before last', -2], ['other month', -2], ['last month', -1], ['previous month', -1], ['this month', 0], ['next month', 1], ['current month', 0], ['this past month', -1]]) // prettier-ignore
const WEEKS_AWAY = phrases<number>([['week before last', -2], ['other week', -2], ['last week', -1], ['last wk', -1], ['this wk', 0], ['previous week', -1], ['this week', 0], ['next week', 1]]) // prettier-ignore
const YEARS_AWAY = phrases<number>([['year before last', -2], ['last year', -1], ['previous year', -1], ['this year', 0], ['next year', 1]]) // prettier-ignore
const WEEKENDS_AWAY = phrases<number>([['weekend before last', -1], ['last weekend', 0], ['this weekend', 0], ['weekend', 0], ['wkend', 0]]) // prettier-ignore
const THE_MONTH = phrases([['the month', 0]])
const NEXT_WEEKEND = phrases([['next weekend', 0]])
const THE = wordSet('the')
const BEFORE_A_YEAR = wordSet('in since during early late mid')
const PARTS = wordSet('start beginning begining middle end half part halfway way')
const LEADS = wordSet('last this next the past')

/** The span that begins here, or null. `counted` tells which of several school holidays or terms is meant. */
export function spanAt(page: Page, at: number, counted: Counted = (first) => first): Stretch | null {
  return (
    schoolStretch(page, at, counted) ??
    monthAt(page, at) ??
    monthAway(page, at) ??
    weekAway(page, at) ??
    weekendAway(page, at) ??
    yearSpan(page, at)
  )
}

function schoolStretch(page: Page, at: number, counted: Counted): Stretch | null {
  // The last term is the one before this one.
  const over: Counted = (_first, last) => addDays(last, 1)
  const found = stretchAt(page, skip(page, at, LEADS), textAt(page, at) === 'last' ? over : counted)
  return found === null ? null : { ...found, needsCompany: true }
}

function monthAt(page: Page, at: number): Stretch | null {
  const lead = ['last', 'this', 'next', 'past'].includes(textAt(page, at)) ? textAt(page, at) : ''
  const place = lead === '' ? at : at + 1
  const month = monthNamed(page, place)
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
  if (ALSO_WORDS.has(token.text)) return token.capital && [at - 1, at + 1].some((place) => BESIDE_A_MONTH.has(textAt(page, place)))
  return isMonthName(token.text)
}

function monthBeside(today: CalendarDate, month: number, lead: string): CalendarDate | null {
  const { year, month: thisMonth } = partsOf(today)
  if (lead === 'this') return calendarDate(year, month, 1)
  if (lead === 'next') return calendarDate(month > thisMonth ? year : year + 1, month, 1)
  if (lead !== '' && month === thisMonth) return calendarDate(year - 1, month, 1)
  return latest(month, 1, today)
}

/** The month that begins on `first`. */
export function wholeMonth(first: CalendarDate, to: number): Stretch {
  const { year, month } = partsOf(first)
  return { first, last: addDays(first, daysInMonth(year, month) - 1), to, isMonth: true }
}

/** How far a span is from the one that holds today; behind `of` a bare `week` or `year` is this one. */
function awayAt(page: Page, at: number, table: Phrases<number>, bare?: string): { value: number; to: number } | null {
  const place = skip(page, at, THE)
  const isBare = bare !== undefined && textAt(page, place) === bare && isBehindPart(page, at)
  return phraseAt(page, place, table) ?? (isBare ? { value: 0, to: place + 1 } : null)
}

const firstOfMonth = (day: CalendarDate): CalendarDate => addDays(day, 1 - partsOf(day).day)

function monthAway(page: Page, at: number): Stretch | null {
  const found = awayAt(page, at, MONTHS_AWAY)
  if (found !== null) return wholeMonth(addMonths(firstOfMonth(page.today), found.value), found.to)
  // 'the end of the month': this one when it is nearly over, else the last.
  const to = phraseAt(page, at, THE_MONTH)
  if (to === null || !isBehindPart(page, at)) return null
  const early = textAt(page, at - 2) !== 'end' || partsOf(page.today).day >= 28
  return wholeMonth(addMonths(firstOfMonth(page.today), early ? 0 : -1), to.to)
}

function weekAway(page: Page, at: number): Stretch | null {
  const found = awayAt(page, at, WEEKS_AWAY, 'week')
  if (found === null) return null
  const first = inWeekOf(addWeeks(page.today, found.value), 1)
  return { first, last: addDays(first, 6), to: found.to }
}

function weekendAway(page: Page, at: number): Stretch | null {
  const next = awayAt(page, at, NEXT_WEEKEND)
  const found = next ?? awayAt(page, at, WEEKENDS_AWAY)
  if (found === null) return null
  const saturday = addWeeks(next === null ? onOrBefore(page.today, 6) : inWeekOf(addWeeks(page.today, 1), 6), found.value)
  return { first: saturday, last: addDays(saturday, 1), to: found.to }
}

function yearSpan(page: Page, at: number): Stretch | null {
  const found = awayAt(page, at, YEARS_AWAY, 'year')
  if (found !== null) return wholeYear(partsOf(page.today).year + found.value, found.to)
  const year = textAt(page, at)
  if (!/^\d{4}$/.test(year) || isNumbered(page, at)) return null
  const offered =
    BEFORE_A_YEAR.has(textAt(page, textAt(page, at - 1) === '-' ? at - 2 : at - 1)) ||
    isBehindPart(page, at) ||
    standsAlone(page, at, at + 1)
  return offered ? wholeYear(Number(year), at + 1) : null
}

/** `end of 2025`, `halfway through the month`; not `the third quarter of 2026`, nor the title of an Act. */
function isBehindPart(page: Page, at: number): boolean {
  return ['of', 'through'].includes(textAt(page, at - 1)) && PARTS.has(textAt(page, at - 2))
}

function wholeYear(year: number, to: number): Stretch | null {
  const first = calendarDate(year, 1, 1)
  const last = calendarDate(year, 12, 31)
  return first === null || last === null ? null : { first, last, to }
}
