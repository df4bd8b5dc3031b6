// Dates in figures without marks: 140326, 09112026, 20261109. Only where they are offered as a date.
import { calendarDate, partsOf, type CalendarDate } from '../calendar-date'
import { runsOn, type Chain } from './figures'
import { exact, nothing, several, type Found } from './found'
import { isNumbered, isOffered } from './no-date'
import type { Page } from './page'

/** Six to eight figures in a row. */
export function readUnmarked(page: Page, { from, to, numbers: [number] }: Chain): Found | null {
  const { text } = number
  if (text.length < 6 || text.length > 8) return null
  if (runsOn(page, to) || isNumbered(page, from) || !isOffered(page, from, to)) return nothing(from, to)
  const { sure, unsure } = text.length === 6 ? sixFigures(page, text) : manyFigures(text)
  const [date] = sure
  return sure.length === 1 && date !== undefined ? exact(from, to, date) : several(from, to, [...sure, ...unsure])
}

interface Readings {
  /** Each reading in the order of England or of computers. */
  readonly sure: readonly CalendarDate[]
  /** Any other. */
  readonly unsure: readonly (CalendarDate | null)[]
}

/** A day of these years; one further off is more likely a number of some other kind. */
function sixFigures(page: Page, text: string): Readings {
  const [a = 0, b = 0, c = 0] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)].map(Number)
  const isWithin = (date: CalendarDate | null, years: number): date is CalendarDate =>
    date !== null && Math.abs(partsOf(date).year - partsOf(page.today).year) <= years
  const sure = [calendarDate(2000 + c, b, a)].filter((date) => isWithin(date, 5))
  const unsure = [calendarDate(2000 + c, a, b), calendarDate(2000 + a, b, c)].filter((date) => isWithin(date, 2))
  return { sure, unsure }
}

function manyFigures(text: string): Readings {
  const year = Number(text.slice(-4))
  const front = text.slice(0, -4)
  const cuts = front.length === 4 ? [2] : [1, 2]
  const pairs = cuts.map((cut) => [Number(front.slice(0, cut)), Number(front.slice(cut))] as const)
  const dayFirst = pairs.map(([day, month]) => calendarDate(year, month, day))
  const yearFirst = front.length === 4 ? [calendarDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))] : []
  const sure = [...dayFirst, ...yearFirst].filter((date) => date !== null)
  return { sure, unsure: pairs.map(([month, day]) => calendarDate(year, month, day)) }
}
