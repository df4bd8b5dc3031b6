// A weekday by name: Tuesday, last Tuesday, Tuesday last week, Friday week, the Monday before last.
import { addWeeks, isoWeekday } from '../calendar-date'
import { amountAt } from './amounts'
import { exact, nothing, several, type Found } from './found'
import { weekdayWeeksAgo } from './relative-days'
import { kindAt, type Page, phraseAt, phrases, skip, textAt, weekdayAt, wordSet } from './page'
import { directionAt } from './which-year'
import { firstAfter, inWeekOf, lastBefore, onOrBefore } from './weekday-names'

const WEEKS_AWAY = phrases<number>([['week before last', -2], ['last week', -1], ['previous week', -1], ['this week', 0], ['next week', 1]]) // prettier-ignore
const GONE = phrases([['just gone', 0], ['just past', 0], ['gone', 0], ['past', 0], ['last', 0], ['before last', -1]]) // prettier-ignore
const WEEKS_AHEAD = phrases([['week', 1], ['fortnight', 2]]) // prettier-ignore
const LONGER = wordSet('month year term')
const NEEDS_COMPANY = wordSet('sat sun')
const COMPANY = wordSet('on last this next past (')
const ANY = wordSet('a an any every each one some another')
/** `the Friday we broke up`: a Friday of some week that only they know. */
const WHOSE = wordSet('we i they he she it my our his her that when you school')
const PARTS_OF_DAY = wordSet('morning afternoon evening night lunchtime teatime')
const THE = wordSet('the')
const COMMA = wordSet(',')
const SMALL = wordSet('on the , of')
const LEADS = wordSet('last past previous this next coming other')
const UNSAID = wordSet('before after following of ago')
const GONE_BY = wordSet('last past')
const FIGURES = new Set<unknown>(['number', 'ordinal'])

/** The day that a weekday stands for, its weekday kept for a date beside it. */
export function readWeekday(page: Page, at: number): Found | null {
  const ahead = weekFirst(page, at)
  if (ahead !== null) return ahead
  const lead = LEADS.has(textAt(page, at)) ? textAt(page, at) : ''
  const start = lead === '' ? at : at + 1
  const weekday = weekdayAt(page, start)
  if (weekday === null || (NEEDS_COMPANY.has(textAt(page, start)) && !hasCompany(page, start))) return null
  const to = PARTS_OF_DAY.has(textAt(page, start + 1)) ? start + 2 : start + 1
  if (textAt(page, at - 1) === 'the' && WHOSE.has(textAt(page, to))) return nothing(at, to)
  if (ANY.has(textAt(page, at - 1))) return { ...nothing(at, to), weekday }
  return { ...(readTail(page, at, to, weekday) ?? readLead(page, at, to, weekday, lead)), weekday }
}

/** `last week on Tuesday`, `the week before last, Tuesday`. */
function weekFirst(page: Page, at: number): Found | null {
  const week = phraseAt(page, skip(page, at, THE), WEEKS_AWAY)
  if (week === null) return null
  const place = skip(page, week.to, SMALL)
  const weekday = weekdayAt(page, place)
  if (weekday === null || textAt(page, place) === 'sun') return null
  return { ...exact(at, place + 1, inWeekOf(addWeeks(page.today, week.value), weekday)), weekday }
}

/** `on sat`, `sat 21st`, `(sat)`; else `sat` and `sun` are other words. */
function hasCompany(page: Page, at: number): boolean {
  return COMPANY.has(textAt(page, at - 1)) || FIGURES.has(kindAt(page, skip(page, at + 1, SMALL)))
}

function readTail(page: Page, from: number, to: number, weekday: number): Found | null {
  const { today } = page
  const last = lastBefore(today, weekday)
  const week = phraseAt(page, skip(page, to, SMALL), WEEKS_AWAY)
  if (week !== null) return exact(from, week.to, inWeekOf(addWeeks(today, week.value), weekday))
  const ahead = phraseAt(page, to, WEEKS_AHEAD)
  if (ahead !== null) return readWeeksAhead(page, from, ahead.to, weekday, ahead.value)
  const amount = amountAt(page, skip(page, to, COMMA))
  if (amount?.unit === 'week' && textAt(page, amount.to) === 'ago') return weekdayWeeksAgo(page, from, amount.to + 1, weekday, amount)
  const gone = phraseAt(page, to, GONE)
  if (gone !== null && !LONGER.has(textAt(page, gone.to))) return exact(from, gone.to, addWeeks(last, gone.value))
  return UNSAID.has(textAt(page, to)) ? nothing(from, to + 1) : null
}

/** `Friday week` is a week after the coming Friday; said on a Friday, and with `last`, it may mean two days. */
function readWeeksAhead(page: Page, from: number, to: number, weekday: number, weeks: number): Found {
  const { today } = page
  const last = lastBefore(today, weekday)
  if (GONE_BY.has(textAt(page, from))) return several(from, to, [addWeeks(last, -weeks), last])
  const day = addWeeks(firstAfter(today, weekday), weeks)
  if (textAt(page, from) === 'next') return several(from, to, [day, addWeeks(day, 1)])
  return isoWeekday(today) === weekday ? several(from, to, [addWeeks(day, -1), day]) : exact(from, to, day)
}

function readLead(page: Page, from: number, to: number, weekday: number, lead: string): Found {
  const { today } = page
  const coming = firstAfter(today, weekday)
  const last = lastBefore(today, weekday)
  if (lead === 'last' || lead === 'past' || lead === 'previous') return exact(from, to, last)
  if (lead === 'other') return several(from, to, [last, addWeeks(last, -1)])
  if (lead === 'coming') return exact(from, to, coming)
  if (lead === 'next') {
    const nextWeek = inWeekOf(addWeeks(today, 1), weekday)
    return coming === nextWeek ? exact(from, to, coming) : several(from, to, [coming, nextWeek])
  }
  if (lead === 'this') {
    const ofThisWeek = inWeekOf(today, weekday)
    return ofThisWeek <= today ? exact(from, to, ofThisWeek) : several(from, to, [ofThisWeek, last])
  }
  return withoutLead(page, from, to, weekday)
}

function withoutLead(page: Page, from: number, to: number, weekday: number): Found {
  const { today } = page
  const direction = directionAt(page, from, to)
  const isToday = isoWeekday(today) === weekday
  if (direction === 'either') return several(from, to, [firstAfter(today, weekday), onOrBefore(today, weekday)])
  const other = direction === 'future' ? firstAfter(today, weekday) : lastBefore(today, weekday)
  // Said on a Sunday, 'Sunday' may be today or a week ago.
  return isToday ? several(from, to, [today, other]) : exact(from, to, other)
}
