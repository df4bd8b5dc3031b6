// The stretches of a family's year: half terms, terms, school holidays, seasons. Councils set their own dates, so that
// these are cautious: the first day is the earliest on which the stretch usually begins.
import { addDays, partsOf, type CalendarDate } from '../calendar-date'
import { fixed, fromEaster, weekdayFrom, type DayOfYear } from './holidays'
import { wholeYear, yearAt } from './named-dates'
import { textAt, type Page } from './page'

interface Stretch {
  readonly first: DayOfYear
  readonly last: DayOfYear
}

const nextYear =
  (day: DayOfYear): DayOfYear =>
  (year) =>
    day(year + 1)
const plus =
  (day: DayOfYear, days: number): DayOfYear =>
  (year) =>
    addDays(day(year), days)
const week = (first: DayOfYear): Stretch => ({ first, last: plus(first, 6) })

/** The Monday to Friday that ends last in October; the third Monday of February or near it; the spring bank holiday. */
const AUTUMN_HALF = week(weekdayFrom(10, 21, 1))
const FEBRUARY_HALF = week(weekdayFrom(2, 13, 1))
const MAY_HALF = week(weekdayFrom(5, 25, 1))
const AUTUMN_TERM = { first: fixed(9, 1), last: fixed(12, 20) }
const SPRING_TERM = { first: fixed(1, 2), last: fromEaster(-3) }
const SUMMER_TERM = { first: fromEaster(2), last: fixed(7, 24) }
const CHRISTMAS = { first: fixed(12, 24), last: fixed(12, 26) }
const CHRISTMAS_HOLIDAYS = { first: fixed(12, 18), last: nextYear(fixed(1, 5)) }
const EASTER = { first: fromEaster(-2), last: fromEaster(1) }
const EASTER_HOLIDAYS = { first: fromEaster(-16), last: fromEaster(15) }
const SUMMER_HOLIDAYS = { first: fixed(7, 18), last: fixed(9, 4) }
const NEW_YEAR = { first: nextYear(fixed(1, 1)), last: nextYear(fixed(1, 1)) }

const STRETCHES: ReadonlyMap<string, readonly Stretch[]> = new Map([
  ...named('half term,halfterm', AUTUMN_HALF, FEBRUARY_HALF, MAY_HALF),
  ...named('october half term,oct half term,autumn half term', AUTUMN_HALF),
  ...named('february half term,feb half term,spring half term', FEBRUARY_HALF),
  ...named('may half term,whit half term,whitsun half term,summer half term,whitsun,whit week', MAY_HALF),
  ...named('term', AUTUMN_TERM, SPRING_TERM, SUMMER_TERM),
  ...named('school year,academic year', { first: fixed(9, 1), last: nextYear(fixed(7, 24)) }),
  ...named('autumn term,christmas term', AUTUMN_TERM),
  ...named('spring term,easter term', SPRING_TERM),
  ...named('summer term', SUMMER_TERM),
  ...named('christmas,xmas', CHRISTMAS),
  ...named('christmas holidays,christmas holiday,xmas holidays,christmas break,xmas break', CHRISTMAS_HOLIDAYS),
  ...named('new year,the new year', NEW_YEAR),
  ...named('easter,easter weekend', EASTER),
  ...named('easter holidays,easter holiday,easter break', EASTER_HOLIDAYS),
  ...named('summer holidays,summer holiday,summer hols,six weeks holiday,school summer holidays', SUMMER_HOLIDAYS),
  ...named('holidays,school holidays,hols', CHRISTMAS_HOLIDAYS, EASTER_HOLIDAYS, SUMMER_HOLIDAYS, AUTUMN_HALF, FEBRUARY_HALF, MAY_HALF),
  ...named('spring', { first: fixed(3, 1), last: fixed(5, 31) }),
  ...named('summer', { first: fixed(6, 1), last: fixed(8, 31) }),
  ...named('autumn', { first: fixed(9, 1), last: fixed(11, 30) }),
  ...named('winter', { first: fixed(12, 1), last: nextYear(fixed(2, 28)) }),
])
const FIRST_WORDS = new Set([...STRETCHES.keys()].map((name) => name.split(' ')[0] ?? ''))
const LONGEST = 3

function named(names: string, ...stretches: Stretch[]): [string, Stretch[]][] {
  return names.split(',').map((name) => [name, stretches])
}

export interface StretchFound {
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly to: number
}

/** The day of a stretch that the words around it make of it: its first, the fortnight before, the day after. */
export type Counted = (first: CalendarDate, last: CalendarDate) => CalendarDate

/** The stretch named here: of the year behind it, else the latest of which the day counted is not after today. */
export function stretchAt(page: Page, at: number, counted: Counted): StretchFound | null {
  const named = nameAt(page, at)
  if (named === null) return null
  const year = yearAt(page, named.to)
  const { year: thisYear } = partsOf(page.today)
  const years = year === null ? [thisYear, thisYear - 1, thisYear - 2] : [wholeYear(year) ?? thisYear]
  const all = years.flatMap((each) => named.stretches.map(({ first, last }) => ({ first: first(each), last: last(each) })))
  const past = year === null ? all.filter(({ first, last }) => counted(first, last) <= page.today) : all
  const latest = past.reduce((a, b) => (a.first > b.first ? a : b))
  return { ...latest, to: year?.to ?? named.to }
}

function nameAt(page: Page, at: number): { stretches: readonly Stretch[]; to: number } | null {
  if (!FIRST_WORDS.has(textAt(page, at))) return null
  for (let length = LONGEST; length > 0; length -= 1) {
    const hyphen = textAt(page, at + length - 1) === '-' ? 1 : 0
    const words = Array.from({ length: length + hyphen }, (_, index) => textAt(page, at + index)).filter((word) => word !== '-')
    const stretches = STRETCHES.get(words.join(' '))
    if (stretches !== undefined) return { stretches, to: at + length + hyphen }
  }
  return null
}
