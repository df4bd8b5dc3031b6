// A weekday by name: Tuesday, last Tuesday, Tuesday last week, Friday week, the Monday before last.
import { addWeeks, isoWeekday } from '../calendar-date'
import { exact, nothing, several, type Found } from './found'
import { after, skip, textAt, wordSet, type Page } from './page'
import { directionAt } from './which-year'
import { firstAfter, inWeekOf, lastBefore, onOrBefore, weekdayOf, weekdaysOf } from './weekday-names'

const WEEKS_AWAY = [
  ['the week before last', -2], ['of the week before last', -2], ['week before last', -2], ['last week', -1], ['of last week', -1], ['the previous week', -1],
  ['this week', 0], ['of this week', 0], ['next week', 1], ['of next week', 1],
] as const // prettier-ignore
const NEEDS_COMPANY = wordSet('sat sun')
const COMPANY = wordSet('on last this next past')
const ANY = wordSet('a an any every each one some another')
const PARTS_OF_DAY = wordSet('morning afternoon evening night lunchtime teatime')
const SMALL = wordSet('on the ,')

/** The day that a weekday stands for, its weekday kept for a date beside it. */
export function readWeekday(page: Page, at: number): Found | null {
  const ahead = weekFirst(page, at)
  if (ahead !== null) return ahead
  const lead = /^(last|past|previous|this|next|coming)$/.exec(textAt(page, at))?.[1] ?? ''
  const start = lead === '' ? at : lead === 'this' && ['past', 'last', 'coming', 'next'].includes(textAt(page, at + 1)) ? at + 2 : at + 1
  const word = textAt(page, start)
  if (weekdaysOf(word) !== null && !word.includes("'")) return nothing(at, start + 1)
  const weekday = weekdayOf(word)
  if (weekday === null || (NEEDS_COMPANY.has(word) && !COMPANY.has(textAt(page, start - 1)) && !isBesideFigures(page, start))) return null
  const to = PARTS_OF_DAY.has(textAt(page, start + 1)) ? start + 2 : start + 1
  if (ANY.has(textAt(page, at - 1)) || isRange(page, to))
    return { ...nothing(at, to), only: 'weekday', first: inWeekOf(page.today, weekday) }
  const found = readTail(page, at, to, weekday) ?? readLead(page, at, to, weekday, start === at + 2 ? textAt(page, at + 1) : lead)
  return { ...found, only: 'weekday' }
}

/** `last week on Tuesday`, `the week before last, Tuesday`. */
function weekFirst(page: Page, at: number): Found | null {
  for (const [words, weeks] of WEEKS_AWAY) {
    const to = words.startsWith('of') ? null : after(page, at, words)
    const place = to === null ? null : skip(page, to, SMALL)
    const weekday = place === null ? null : weekdayOf(textAt(page, place))
    if (place !== null && weekday !== null && textAt(page, place) !== 'sun') {
      return { ...exact(at, place + 1, inWeekOf(addWeeks(page.today, weeks), weekday)), only: 'weekday' }
    }
  }
  return null
}

function isBesideFigures(page: Page, at: number): boolean {
  const next = page.tokens[skip(page, at + 1, SMALL)]
  return next?.kind === 'number' || next?.kind === 'ordinal' || textAt(page, at - 1) === '('
}

/** `Monday to Friday`, `Mon-Fri` are opening hours; behind `between` they are days. */
function isRange(page: Page, to: number): boolean {
  return ['to', '-', 'until', 'till'].includes(textAt(page, to)) && weekdayOf(textAt(page, to + 1)) !== null
}

function readTail(page: Page, from: number, to: number, weekday: number): Found | null {
  const { today } = page
  for (const [words, weeks] of WEEKS_AWAY) {
    const end = after(page, skip(page, to, SMALL), words)
    if (end !== null) return exact(from, end, inWeekOf(addWeeks(today, weeks), weekday))
  }
  const last = lastBefore(today, weekday)
  for (const words of ['just gone', 'just past', 'gone', 'past', 'last']) {
    const end = after(page, to, words)
    if (end !== null && textAt(page, end) !== 'week') return exact(from, end, last)
  }
  const beforeLast = after(page, to, 'before last')
  if (beforeLast !== null) return exact(from, beforeLast, addWeeks(last, -1))
  const lead = textAt(page, from)
  for (const [words, weeks] of [
    ['week', 1],
    ['fortnight', 2],
  ] as const) {
    const end = after(page, to, words)
    if (end === null) continue
    if (lead === 'last' || lead === 'past') return several(from, end, [addWeeks(last, -weeks), last])
    const next = firstAfter(today, weekday)
    const week = addWeeks(next, weeks)
    return isoWeekday(today) === weekday ? several(from, end, [addWeeks(week, -1), week]) : exact(from, end, week)
  }
  if (['coming', 'next'].includes(textAt(page, to)) && lead !== 'this') return exact(from, to + 1, firstAfter(today, weekday))
  return /^(before|after|following)$/.test(textAt(page, to)) ? nothing(from, to + 1) : null
}

function readLead(page: Page, from: number, to: number, weekday: number, lead: string): Found {
  const { today } = page
  const coming = firstAfter(today, weekday)
  const last = lastBefore(today, weekday)
  if (lead === 'last' || lead === 'past' || lead === 'previous') return exact(from, to, last)
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
