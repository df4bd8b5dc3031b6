// The letter's day told by another that the text holds: it came on Saturday, dated the Wednesday before; got it on the 14th, written two days earlier.
import { addDays, type CalendarDate } from '../calendar-date'
import { amountAt, back } from './amounts'
import { exact, nothing, reckoned, span, type Found, type Told } from './found'
import { phraseAt, phrases, textAt, weekdayAt, wordSet, type Page } from './page'
import { rolesOf } from './roles'
import { inWeekOf, lastBefore } from './weekday-names'

/** What the words make of the other day. */
type Counted = (other: CalendarDate, from: number, to: number) => Found

interface Reference {
  readonly from: number
  readonly to: number
  readonly counted: Counted
}

const BEFORE = phrases([['before', 0], ['earlier', 0], ['previously', 0], ['prior', 0]]) // prettier-ignore
const PREVIOUS = wordSet('previous preceding')
const NO_LETTER = wordSet('birth certificate letter')
const ROUGHLY = 3

/** The finds, with a day that is told by the one certain day beside it in its place among them. */
export function withBesideArrival(page: Page, finds: readonly Found[]): readonly Found[] {
  for (let at = 0; at < page.tokens.length; at += 1) {
    const reference = referenceAt(page, at)
    const placed = reference && place(page, finds, reference)
    if (placed) return placed
  }
  return finds
}

function place(page: Page, finds: readonly Found[], { from, to, counted }: Reference): readonly Found[] | null {
  const apart = finds.filter((found) => found.to <= from || to <= found.from)
  const others = apart.filter(({ certainty }) => certainty !== 'nothing')
  const isSaid = finds.some((found) => !apart.includes(found) && (found.from < from || to < found.to))
  const [other] = others
  if (isSaid || others.length !== 1 || other?.certainty !== 'exact') return null
  const all = [...apart, nothing(from, to)].sort((one, two) => one.from - two.from)
  const roles = rolesOf(page, all)
  const [own = 'other', its = 'none'] = [roles[all.findIndex((found) => found.from === from)], roles[all.indexOf(other)]]
  if ((own !== 'letter' && own !== 'none') || NO_LETTER.has(its)) return null
  return all.map((found) => (found.from === from ? counted((other satisfies Told).date, from, to) : found))
}

function referenceAt(page: Page, at: number): Reference | null {
  return unitBefore(page, at) ?? amountBefore(page, at)
}

/** `the Wednesday before`, `the day before`, `the week earlier`, `the previous Friday`. */
function unitBefore(page: Page, at: number): Reference | null {
  const isLed = PREVIOUS.has(textAt(page, at))
  const place = isLed ? at + 1 : at
  const counted = unitAt(page, place)
  const to = isLed ? place + 1 : phraseAt(page, place + 1, BEFORE)?.to
  return counted === null || to === undefined ? null : { from: at, to, counted }
}

function unitAt(page: Page, at: number): Counted | null {
  const weekday = weekdayAt(page, at)
  if (weekday !== null) return (other, from, to) => exact(from, to, lastBefore(other, weekday))
  if (textAt(page, at) === 'day') return (other, from, to) => exact(from, to, addDays(other, -1))
  if (textAt(page, at) !== 'week') return null
  return (other, from, to) => {
    const monday = inWeekOf(addDays(other, -7), 1)
    return span(from, to, monday, addDays(monday, 6))
  }
}

/** `two days earlier`, `a week before`. */
function amountBefore(page: Page, at: number): Reference | null {
  const amount = amountAt(page, at)
  const behind = amount && phraseAt(page, amount.to, BEFORE)
  if (!amount || !behind) return null
  const isSure = amount.unit === 'day' && !amount.rough
  const counted: Counted = (other, from, to) => {
    const day = back(other, amount)
    return isSure ? exact(from, to, day) : reckoned(from, to, day, ROUGHLY)
  }
  return { from: at, to: behind.to, counted }
}
