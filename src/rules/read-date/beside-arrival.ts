// The letter's day told by another that the text holds: it came on Saturday, dated the Wednesday before; got it on the 14th, written two days earlier.
import { addDays, addMonths, type CalendarDate } from '../calendar-date'
import { amountAt, back } from './amounts'
import { daysOf, exact, nothing, reckoned, several, span, type Found } from './found'
import { phraseAt, phrases, textAt, weekdayAt, wordSet, type Page } from './page'
import { rolesOf, type Role } from './roles'
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
/** What such words count from: the day that it came or was sent, else any day that is not the letter's own. */
const ARRIVAL = wordSet('received sent')
const ANY = wordSet('none other')
const ROUGHLY = 3
/** Each asks anew what every date of the text is the date of. */
const TRIED_AT_MOST = 10

/** The finds, with a day that is told by the one certain day beside it in its place among them. */
export function withBesideArrival(page: Page, finds: readonly Found[]): readonly Found[] {
  if (!finds.some(({ certainty }) => certainty === 'exact')) return finds
  let tried = 0
  for (let at = 0; at < page.tokens.length && tried < TRIED_AT_MOST; at += 1) {
    const reference = referenceAt(page, at)
    if (reference === null) continue
    tried += 1
    const placed = place(page, finds, reference)
    if (placed) return placed
  }
  return finds
}

function place(page: Page, finds: readonly Found[], { from, to, counted }: Reference): readonly Found[] | null {
  if (finds.some((found) => found.from <= from && to < found.to)) return null // the words go on, and say before what
  const all = [...finds.filter((found) => found.to <= from || to <= found.from), nothing(from, to)].sort((one, two) => one.from - two.from)
  const roles = rolesOf(page, all)
  const own = all.findIndex((found) => found.from === from)
  const days = [ARRIVAL, ANY].map((counts) => daysOfRole(all, roles, counts)).find((found) => found.length > 0)
  const [told, ...more] = (days ?? []).map((day) => counted(day, from, to))
  if (told === undefined || !isLetters(roles[own])) return null
  const meant = more.length === 0 ? told : several(from, to, [told, ...more].flatMap(daysOf))
  return all.map((found, index) => (index === own ? meant : found))
}

/** Whether the words may be said of the letter itself. */
const isLetters = (role: Role | undefined): boolean => role === 'letter' || role === 'none'

function daysOfRole(all: readonly Found[], roles: readonly Role[], counts: ReadonlySet<string>): readonly CalendarDate[] {
  return all.flatMap((found, index) => (found.certainty === 'exact' && counts.has(String(roles[index])) ? [found.date] : []))
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
  if (textAt(page, at) === 'week') return (other, from, to) => stretch(from, to, inWeekOf(addDays(other, -7), 1), 6)
  return textAt(page, at) === 'month' ? (other, from, to) => stretch(from, to, addMonths(other, -1), 0) : null
}

function stretch(from: number, to: number, first: CalendarDate, more: number): Found {
  return span(from, to, first, addDays(first, more))
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
