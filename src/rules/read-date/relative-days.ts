// Days told by their distance: yesterday, a fortnight ago, a week last Tuesday, six weeks ago Friday.
import { addDays, addWeeks, daysBetween, type CalendarDate } from '../calendar-date'
import { amountAt, back, unitAt, type Amount } from './amounts'
import { exact, isTold, nothing, reckoned, several, span, type Found } from './found'
import { wordsToNumber } from './number-words'
import { type Page, phraseAt, phrases, skip, standsAlone, textAt, weekdayAt, wordSet } from './page'
import { isNear } from './near-spelling'
import { firstAfter, inWeekOf, lastBefore, onOrBefore, weekdaysOf } from './weekday-names'

const NAMED_DAYS = phrases<number>([
  ['the day before yesterday', -2], ['day before yesterday', -2], ['the night before last', -2], ['night before last', -2], ['last night', -1], ['this morning', 0], ["this morning's", 0], ['this mornings', 0], ['this afternoon', 0],
  ['this evening', 0], ['today', 0],
  ["today's", 0],
  ["yesterday's", -1], ['tonight', 0], ['just now', 0], ['yday', -1], ['the day after tomorrow', 2], ['day after tomorrow', 2],
]) // prettier-ignore
const OTHER_DAY = phrases([['other day', 0]])
const OR_SO = phrases([['or so', 0]])
const NEXT_DAYS = wordSet('yesterday today tomorrow')
const ONE = wordSet('week wk fortnight month')
/** `two weeks back at school` is no day. */
const BACK_SOMEWHERE = wordSet('at to in into from with and')
const AGO = wordSet('ago back')
const AHEAD = phrases([["' time", 0], ['time', 0], ['from now', 0], ['from today', 0], ['hence', 0]]) // prettier-ignore
const THE = wordSet('the')
const THIS = wordSet('this')
const LINK = wordSet('on from , the this')

/** Yesterday, today, tomorrow and the like. */
export function readNamedDay(page: Page, at: number): Found | null {
  const named = phraseAt(page, at, NAMED_DAYS)
  if (named !== null) {
    const inAWeek = named.value >= 0 && textAt(page, named.to) === 'week'
    return exact(at, inAWeek ? named.to + 1 : named.to, addDays(page.today, inAWeek ? named.value + 7 : named.value))
  }
  const other = phraseAt(page, skip(page, at, THE), OTHER_DAY)
  if (other !== null) return span(at, other.to, addDays(page.today, -7), addDays(page.today, -2))
  const word = textAt(page, at)
  if (isNear(word, 'yesterday', 2)) return exact(at, at + 1, addDays(page.today, -1))
  if (!isNear(word, 'tomorrow', 2)) return null
  return textAt(page, at + 1) === 'week' ? exact(at, at + 2, addDays(page.today, 8)) : exact(at, at + 1, addDays(page.today, 1))
}

/** An amount of time and what makes a day of it; without that, a mere length of time, which is no date. */
export function readAgo(page: Page, at: number): Found | null {
  const weekdays = readWeekdaysAgo(page, at)
  if (weekdays !== null) return weekdays
  const amount = amountAt(page, at) ?? bareUnit(page, at)
  if (amount === null) return null
  return readPast(page, at, amount) ?? readPointed(page, at, amount) ?? readAhead(page, at, amount) ?? nothing(at, amount.to)
}

/** `week last Tuesday`, `fortnight ago`, said without the `a`. */
function bareUnit(page: Page, at: number): Amount | null {
  const next = textAt(page, at + 1)
  const told = next === 'ago' || NEXT_DAYS.has(next) || (next === 'last' && weekdayAt(page, at + 2) !== null)
  const unit = told ? unitAt(page, at) : null
  return unit === null || !ONE.has(textAt(page, at)) ? null : { count: unit.times, unit: unit.unit, rough: false, to: unit.to }
}

/** `two Tuesdays ago`. */
function readWeekdaysAgo(page: Page, at: number): Found | null {
  const token = page.tokens[at]
  const count = token?.kind === 'number' ? { value: token.value, to: at + 1 } : wordsToNumber(page, at)
  if (count === null || count.value < 1 || count.value > 52 || !AGO.has(textAt(page, count.to + 1))) return null
  const word = textAt(page, count.to)
  const weekday = weekdaysOf(word) ?? (count.value === 1 ? weekdayAt(page, count.to) : null)
  return weekday === null ? null : exact(at, count.to + 2, addWeeks(lastBefore(page.today, weekday), 1 - count.value))
}

function readPast(page: Page, at: number, amount: Amount): Found | null {
  const orSo = phraseAt(page, amount.to, OR_SO)
  const place = orSo?.to ?? amount.to
  if (!AGO.has(textAt(page, place)) || (textAt(page, place) === 'back' && BACK_SOMEWHERE.has(textAt(page, place + 1)))) return null
  const to = place + 1
  const found = agoFrom(page, at, to, amount)
  return orSo === null || !isTold(found) ? found : reckoned(at, found.to, found.date, slack(page.today, found.date))
}

function agoFrom(page: Page, at: number, to: number, amount: Amount): Found {
  const { today } = page
  const anchor = skip(page, to, LINK)
  const word = textAt(page, anchor)
  if (word === 'today') return exact(at, anchor + 1, back(today, amount))
  if (word === 'yesterday') return exact(at, anchor + 1, back(addDays(today, -1), amount))
  if (word === 'tomorrow') return exact(at, anchor + 1, back(addDays(today, 1), amount))
  const last = word === 'last' ? weekdayAt(page, anchor + 1) : null
  if (last !== null) return exact(at, anchor + 2, back(lastBefore(today, last), amount))
  const weekday = amount.unit === 'week' ? weekdayAt(page, anchor) : null
  if (weekday !== null) return weekdayWeeksAgo(page, at, anchor + 1, weekday, amount)
  const date = back(today, amount)
  return isRough(amount) ? reckoned(at, to, date, slack(today, date)) : exact(at, to, date)
}

/** Years are told in round numbers; working days are reckoned here without the holidays. */
function isRough(amount: Amount): boolean {
  return amount.rough || amount.unit === 'year' || amount.unit === 'workday'
}

/** How many days a day told roughly may be off. */
export function slack(today: CalendarDate, date: CalendarDate): number {
  return Math.max(3, Math.ceil(Math.abs(daysBetween(date, today)) / 5))
}

/** So many weeks before the last such weekday, or that weekday of the week so long ago; asked about where the two differ. */
export function weekdayWeeksAgo(page: Page, at: number, to: number, weekday: number, amount: Amount): Found {
  const fromWeekday = back(onOrBefore(page.today, weekday), amount)
  const ofThatWeek = inWeekOf(back(page.today, amount), weekday)
  if (amount.rough) return reckoned(at, to, fromWeekday, slack(page.today, fromWeekday))
  return fromWeekday === ofThatWeek ? exact(at, to, fromWeekday) : several(at, to, [ofThatWeek, fromWeekday])
}

/** `a week last Tuesday`, `a week yesterday`, `a week on Friday`, `a fortnight past Monday`. */
function readPointed(page: Page, at: number, amount: Amount): Found | null {
  const { today } = page
  const place = skip(page, amount.to, THIS)
  const word = textAt(page, place)
  const ahead = { ...amount, count: -amount.count }
  if (word === 'yesterday') return exact(at, place + 1, back(addDays(today, -1), amount))
  if (word === 'tomorrow') return exact(at, place + 1, back(addDays(today, 1), ahead))
  if (word === 'today') return several(at, place + 1, [back(today, amount), back(today, ahead)])
  if (amount.unit !== 'week') return null
  const named = weekdayAt(page, place)
  if (named !== null) return several(at, place + 1, [back(lastBefore(today, named), amount), back(firstAfter(today, named), ahead)])
  const weekday = weekdayAt(page, place + 1)
  if (weekday === null) return null
  if (word === 'last' || word === 'past') return exact(at, place + 2, back(lastBefore(today, weekday), amount))
  return word === 'on' ? exact(at, place + 2, back(firstAfter(today, weekday), ahead)) : null
}

/** `two weeks from now`, `in a fortnight's time`. */
function readAhead(page: Page, at: number, amount: Amount): Found | null {
  const date = back(page.today, { ...amount, count: -amount.count })
  const ahead = phraseAt(page, amount.to, AHEAD)
  if (ahead !== null) return isRough(amount) ? reckoned(at, ahead.to, date, slack(page.today, date)) : exact(at, ahead.to, date)
  const alone = textAt(page, at - 1) === 'in' && standsAlone(page, at, amount.to)
  return alone && !isRough(amount) ? exact(at, amount.to, date) : null
}
