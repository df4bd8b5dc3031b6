// Lengths of time: two weeks, a fortnight, 6 wks, a couple of months, two or three days, a week and a half.
import { addDays, addMonths, type CalendarDate } from '../calendar-date'
import { wordsToNumber } from './number-words'
import { type Page, phraseAt, phrases, skip, textAt, wordSet } from './page'

export type Unit = 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year'

export interface Amount {
  /** The longest that is meant, in units. */
  readonly count: number
  readonly unit: Unit
  readonly rough: boolean
  readonly to: number
}

const MOST = 999
const UNITS = new Map<string, readonly [Unit, number]>([
  ...pair('hour', 0, 'minute minutes min mins'),
  ...pair('hour', 1, 'hour hours hr hrs'),
  ...pair('day', 1, 'day days'),
  ...pair('week', 1, 'week weeks wk wks'),
  ...pair('week', 2, 'fortnight fortnights'),
  ...pair('month', 1, 'month months mth mths mnth mnths'),
  ...pair('year', 1, 'year years yr yrs'),
])
const VAGUE = phrases<number>([['couple of', 2], ['couple', 2], ['few', 3], ['several', 5], ['half a', 0.5], ['half an', 0.5], ['some', 3]]) // prettier-ignore
const A_GOOD = wordSet('a good')
const AND_A_HALF = phrases([['and a half', 0.5]])
const OR = wordSet('or to - /')

function pair(unit: Unit, times: number, words: string): [string, [Unit, number]][] {
  return words.split(' ').map((word) => [word, [unit, times]])
}

/** The length of time that begins here, or null. */
export function amountAt(page: Page, at: number): Amount | null {
  const count = countAt(page, at)
  if (count === null || count.count > MOST) return null
  const unit = unitAt(page, count.to)
  if (unit === null) return null
  const base = { count: count.count * unit.times, unit: unit.unit, rough: count.rough, to: unit.to }
  const half = phraseAt(page, unit.to, AND_A_HALF)
  if (half !== null) return { ...base, count: base.count + unit.times / 2, rough: true, to: half.to }
  // 'a week or two', 'a day or so'
  const more = textAt(page, unit.to) === 'or' ? wordsToNumber(page, unit.to + 1) : null
  return more === null ? base : { ...base, count: more.value * unit.times, rough: true, to: more.to }
}

interface Count {
  readonly count: number
  readonly rough: boolean
  readonly to: number
}

function countAt(page: Page, at: number): Count | null {
  const vague = phraseAt(page, skip(page, at, A_GOOD), VAGUE)
  if (vague !== null) return { count: vague.value, rough: true, to: vague.to }
  const first = plainCount(page, at)
  if (first === null) return null
  const second = OR.has(textAt(page, first.to)) ? plainCount(page, first.to + 1) : null
  if (second !== null) return { count: Math.max(first.count, second.count), rough: true, to: second.to }
  const half = phraseAt(page, first.to, AND_A_HALF)
  return half === null ? first : { count: first.count + 0.5, rough: true, to: half.to }
}

function plainCount(page: Page, at: number): Count | null {
  const token = page.tokens[at]
  if (token?.kind === 'number') {
    const ish = textAt(page, at + 1) === 'ish'
    return { count: token.value, rough: ish, to: ish ? at + 2 : at + 1 }
  }
  if (token?.text === 'a' || token?.text === 'an') return { count: 1, rough: false, to: at + 1 }
  const words = wordsToNumber(page, at)
  return words === null ? null : { count: words.value, rough: false, to: words.to }
}

/** A unit of time by its name, or null. */
export function unitAt(page: Page, at: number): { unit: Unit; times: number; to: number } | null {
  const work = ['working', 'school', 'business', 'week'].includes(textAt(page, at)) && UNITS.get(textAt(page, at + 1))?.[0] === 'day'
  if (work) return { unit: 'workday', times: 1, to: at + 2 }
  const place = ['whole', 'full', 'good'].includes(textAt(page, at)) ? at + 1 : at
  const unit = UNITS.get(textAt(page, place).replace("'s", ''))
  return unit === undefined ? null : { unit: unit[0], times: unit[1], to: place + 1 }
}

/** The day so much before a day (after it, where `count` is negative); halves are rounded to the earlier day. */
export function back(day: CalendarDate, { count, unit }: Pick<Amount, 'count' | 'unit'>): CalendarDate {
  switch (unit) {
    case 'hour':
      return addDays(day, -Math.floor(count / 24))
    case 'day':
      return addDays(day, -Math.ceil(count))
    case 'workday':
      return addDays(day, -Math.ceil((count * 7) / 5))
    case 'week':
      return addDays(day, -Math.ceil(count * 7))
    case 'month':
      return addDays(addMonths(day, -Math.floor(count)), count % 1 === 0 ? 0 : -15)
    case 'year':
      return addMonths(day, -Math.round(count * 12))
  }
}
