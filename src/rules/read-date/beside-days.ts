// Days told by another day: the day before Good Friday, the Friday before half term, two weeks after Easter, just before Christmas.
import { addDays, type CalendarDate } from '../calendar-date'
import { amountAt, back } from './amounts'
import { exact, isTold, nothing, span, type Found } from './found'
import { type Page, phraseAt, phrases, skip, textAt, weekdayAt, wordSet } from './page'
import { spanAt } from './stretches'
import { firstAfter, inWeekOf, lastBefore } from './weekday-names'

/** Finds what begins at a token, or null. */
export type Reader = (page: Page, at: number) => Found | null

type Side = -1 | 1

const SIDES = phrases<Side>([['before', -1], ['prior to', -1], ['preceding', -1], ['after', 1], ['following', 1]]) // prettier-ignore
const NEARLY = wordSet('just right shortly soon straight immediately directly')
const UNITS = wordSet('day night week')
const SMALL = wordSet('the')
const USUAL_SLACK = 14
const NEAR_SLACK = 7

/** A day, a weekday, a week or an amount of time before or after something that `read` can read. */
export function readBeside(page: Page, at: number, read: Reader): Found | null {
  return readAmountBeside(page, at, read) ?? readUnitBeside(page, at, read) ?? readBareBeside(page, at, read)
}

/** The days that something covers, and whether it is one certain day. */
interface Anchor {
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly to: number
  readonly sure: boolean
}

function anchorAt(page: Page, at: number, side: Side, days: number, read: Reader): Anchor | null {
  const named = read(page, skip(page, at, SMALL))
  const stretch = spanAt(page, at, (first, last) => (side === -1 ? addDays(first, -days) : addDays(last, 1)))
  if (stretch !== null && (named === null || named.certainty !== 'exact')) return { ...stretch, sure: false }
  return isTold(named) ? { first: named.first, last: named.last, to: named.to, sure: named.certainty === 'exact' } : null
}

/** `two weeks before Christmas Day`, `three days after 9 November`. */
function readAmountBeside(page: Page, at: number, read: Reader): Found | null {
  const amount = amountAt(page, at)
  const side = amount && phraseAt(page, amount.to, SIDES)
  const anchor = side && anchorAt(page, side.to, side.value, 0, read)
  if (!amount || !side || !anchor) return null
  const day = back(edgeOf(anchor, side.value), { ...amount, count: -side.value * amount.count })
  return anchor.sure && !amount.rough ? exact(at, anchor.to, day) : span(at, anchor.to, day, addDays(day, 6))
}

/** `the day after Boxing Day`, `the Friday before half term`, `the week before Easter`. */
function readUnitBeside(page: Page, at: number, read: Reader): Found | null {
  const word = textAt(page, at)
  const weekday = weekdayAt(page, at)
  if (weekday === null && !UNITS.has(word)) return null
  const side = phraseAt(page, skip(page, at + 1, NEARLY), SIDES)
  if (side === null) return null
  const anchor = anchorAt(page, side.to, side.value, 7, read)
  if (anchor === null) return nothing(at, side.to)
  const edge = edgeOf(anchor, side.value)
  if (word === 'week') return weekBeside(at, anchor, addDays(edge, side.value === -1 ? -7 : anchor.sure ? 7 : 1))
  const day = weekday === null ? addDays(edge, side.value) : side.value === -1 ? lastBefore(edge, weekday) : firstAfter(edge, weekday)
  return anchor.sure ? exact(at, anchor.to, day) : span(at, anchor.to, day, day)
}

function weekBeside(from: number, anchor: Anchor, day: CalendarDate): Found {
  const monday = inWeekOf(day, 1)
  return span(from, anchor.to, monday, addDays(monday, 6))
}

const edgeOf = ({ first, last }: Anchor, side: Side): CalendarDate => (side === -1 ? first : last)

/** `before half term`, `just before Christmas`, `after Easter`: two weeks of leeway, one with `just`. */
function readBareBeside(page: Page, at: number, read: Reader): Found | null {
  const place = skip(page, at, NEARLY)
  const side = phraseAt(page, place, SIDES)
  const slack = place > at ? NEAR_SLACK : USUAL_SLACK
  const anchor = side && anchorAt(page, side.to, side.value, slack, read)
  if (!side || !anchor) return null
  if (side.value === -1) return span(at, anchor.to, addDays(anchor.first, -slack), addDays(anchor.first, -1))
  return span(at, anchor.to, addDays(anchor.last, 1), addDays(anchor.last, slack))
}
