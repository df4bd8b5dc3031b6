// A day without its month (the 14th, the 9th of last month) and two days of one month (3 and 5 November).
import { addMonths, calendarDate, partsOf, type CalendarDate } from '../calendar-date'
import { exact, impossible, isTold, several, span, type Found } from './found'
import { dated, monthBehind } from './named-dates'
import { dayAt } from './number-words'
import { kindAt, type Page, phraseAt, phrases, skip, textAt, weekdayAt, wordSet } from './page'
import { directionAt } from './which-year'

const MONTHS_AWAY = phrases<number>([
  ['of the month before last', -2], ['the month before last', -2], ['of last month', -1], ['last month', -1], ['of the last month', -1], ['of the previous month', -1], ['ult', -1],
  ['of this month', 0], ['this month', 0], ['inst', 0], ['of next month', 1], ['next month', 1], ['prox', 1],
]) // prettier-ignore
/** What may stand behind a bare `14th` so that it is not `14th birthday` or `3rd party`. */
const BEHIND = wordSet(
  ". , ; : ! ? ) - / ' \" at in and but i i'm i've we it it's its was is to from by when which because so that he she they or on for as not maybe ish around " +
    'then though today yes please thanks thank mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday sent came dated got who with',
)
/** `the second` may be a letter, `the twelfth` is a day. */
const NEVER_COUNTS = 4
const OF_THE_MONTH = phrases([['of the month', 0]])
const COMMA = wordSet(',')
const THE = wordSet('the')
const OWNED = wordSet('his her my your their our its first every each a an another')

/** `the 14th`: the latest such day, or the day of the month that is named by its distance. */
export function readDayOfMonth(page: Page, at: number): Found | null {
  const day = dayAt(page, at)
  if (day === null || day.value < 1) return null
  const away = phraseAt(page, skip(page, day.to, COMMA), MONTHS_AWAY)
  if (away !== null) return inMonthAway(page, at, away.to, day.value, away.value)
  const month = phraseAt(page, day.to, OF_THE_MONTH)
  const afterThe = textAt(page, at - 1) === 'the'
  const isOfWeekday = weekdayAt(page, afterThe || textAt(page, at - 1) === ',' ? at - 2 : at - 1) !== null
  const isDay = kindAt(page, at) === 'ordinal' || isOfWeekday || (day.ordinal && afterThe && day.value >= NEVER_COUNTS)
  if (month === null && !(isDay && isBare(page, at, day.to))) return null
  if (!day.ordinal && !(isOfWeekday && day.value <= 31)) return null
  return latestDay(page, at, month?.to ?? day.to, day.value)
}

function inMonthAway(page: Page, from: number, to: number, day: number, months: number): Found {
  const { year, month } = partsOf(addMonths(page.today, months))
  return exact(from, to, calendarDate(year, month, day))
}

function isBare(page: Page, at: number, to: number): boolean {
  return !OWNED.has(textAt(page, at - 1)) && (to === page.tokens.length || BEHIND.has(textAt(page, to)) || kindAt(page, to) === 'mark')
}

function latestDay(page: Page, from: number, to: number, day: number): Found {
  const direction = directionAt(page, from, to)
  const [past, future] = [nearestDay(page.today, day, BACK), nearestDay(page.today, day, ON)]
  if (direction === 'either' && past !== future) return several(from, to, [future, past])
  return { ...exact(from, to, direction === 'future' ? future : past), only: 'day-of-month' }
}

const BACK = [0, -1, -2]
const ON = [0, 1, 2]

/** The nearest such day of these months, counted from this one, that is not after today (going back) or not before it. */
function nearestDay(today: CalendarDate, day: number, months: readonly number[]): CalendarDate | null {
  const dates = months.map((away) => {
    const { year, month } = partsOf(addMonths(today, away))
    return calendarDate(year, month, day)
  })
  return dates.find((date) => date !== null && (months === BACK ? date <= today : date >= today)) ?? null
}

const RANGE = wordSet('to - until till through')
const CHOICE = wordSet('or / and &')

/** `3-5 November` and `between 3 and 5 November` are spans; `3rd or 4th November` is a choice. */
export function readTwoDays(page: Page, at: number): Found | null {
  const first = dayAt(page, at)
  if (first === null || first.value > 31) return null
  const joint = textAt(page, first.to)
  const second = RANGE.has(joint) || CHOICE.has(joint) ? dayAt(page, skip(page, first.to + 1, THE)) : null
  const month = second && monthBehind(page, second.to)
  if (!second || !month) return null
  const to = dated(page, at, month.to, second.value, month.value)
  const one = dated(page, at, month.to, first.value, month.value)
  if (!isTold(one) || !isTold(to)) return impossible(at, to.to)
  const lead = textAt(page, at - 1) === 'the' ? textAt(page, at - 2) : textAt(page, at - 1)
  const isSpan = RANGE.has(joint) || (joint === 'and' && lead === 'between')
  return isSpan && one.date <= to.date ? span(at, to.to, one.date, to.date) : several(at, to.to, [one.date, to.date])
}
