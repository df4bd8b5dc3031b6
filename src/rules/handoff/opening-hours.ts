// When a desk is open, in the days and times of Europe/London: the week, bank holidays and closures.
import { addDays, isoWeekday, type CalendarDate } from '../calendar-date'
import type { BankHolidays } from '../working-days'

/** Open on that day of the week (1 Monday to 7 Sunday) from one minute to another, the last left out: `09:00` to `17:00`. */
export interface OpenSpell {
  readonly weekday: number
  readonly from: string
  readonly until: string
}

/** Both days included; `until` null where nobody knows when it ends. */
export interface Closure {
  readonly from: CalendarDate
  readonly until: CalendarDate | null
  readonly reason: string
}

export interface OpeningHours {
  readonly week: readonly OpenSpell[]
  readonly onBankHolidays: 'closed' | 'as-usual'
  readonly closures: readonly Closure[]
  /** In place of all that for the rest of one day: open until a time, or closed where that is null. Asked from a minute of that day on. */
  readonly setToday?: { readonly on: CalendarDate; readonly until: string | null }
}

/** A minute in Europe/London. */
export interface LocalTime {
  readonly today: CalendarDate
  /** `HH:MM`, 24 hours. */
  readonly time: string
}

export type Opening =
  | { readonly isOpen: true; readonly closesAt: string }
  | {
      readonly isOpen: false
      /** Null where nobody can say: a closure without an end, no hours at all, or beyond the list of bank holidays. */
      readonly opensAt: { readonly on: CalendarDate; readonly at: string } | null
      /** The reason of today's closure. */
      readonly reason: string | null
    }

const DAYS_AHEAD = 366

/** Whether a desk is open at that minute, until when today, and otherwise when it opens next. Its closing minute is not open any more. */
export function openingAt(hours: OpeningHours, holidays: BankHolidays, { today, time }: LocalTime): Opening {
  const now = spellsOn(hours, holidays, today).find(({ from, until }) => from <= time && time < until)
  if (now !== undefined) return { isOpen: true, closesAt: now.until }
  return { isOpen: false, opensAt: nextOpening(hours, holidays, { today, time }), reason: closureOn(hours, today)?.reason ?? null }
}

/** How many minutes it is open between two minutes of Europe/London, the last left out; 0 where the second is not later. */
export function openMinutes(hours: OpeningHours, holidays: BankHolidays, from: LocalTime, until: LocalTime): number {
  let minutes = 0
  for (let date = from.today; date <= until.today; date = addDays(date, 1)) {
    for (const spell of spellsOn(hours, holidays, date)) {
      const begins = Math.max(minuteOf(spell.from), date === from.today ? minuteOf(from.time) : 0)
      const ends = Math.min(minuteOf(spell.until), date === until.today ? minuteOf(until.time) : Infinity)
      minutes += Math.max(0, ends - begins)
    }
  }
  return minutes
}

/** The minute at which it has been open for so many minutes since `from`; null where that is not within a year. */
export function afterOpenMinutes(hours: OpeningHours, holidays: BankHolidays, from: LocalTime, minutes: number): LocalTime | null {
  let left = minutes
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const today = addDays(from.today, ahead)
    for (const spell of spellsOn(hours, holidays, today)) {
      const begins = Math.max(minuteOf(spell.from), ahead === 0 ? minuteOf(from.time) : 0)
      const there = minuteOf(spell.until) - begins
      if (there > 0 && left <= there) return { today, time: timeOf(begins + left) }
      left -= Math.max(0, there)
    }
  }
  return null
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function nextOpening(hours: OpeningHours, holidays: BankHolidays, { today, time }: LocalTime): { on: CalendarDate; at: string } | null {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const on = addDays(today, ahead)
    const next = spellsOn(hours, holidays, on).find(({ from }) => ahead > 0 || from > time)
    if (next !== undefined) return { on, at: next.from }
  }
  return null
}

/** The hours of one day, the earliest first; none where the list of bank holidays does not say what day it is. */
function spellsOn(
  { week, onBankHolidays, closures, setToday }: OpeningHours,
  holidays: BankHolidays,
  date: CalendarDate,
): readonly OpenSpell[] {
  if (setToday?.on === date) return setToday.until === null ? [] : [{ weekday: isoWeekday(date), from: '00:00', until: setToday.until }]
  if (closureOn({ closures }, date)) return []
  if (onBankHolidays === 'closed' && (holidays.days.has(date) || date < holidays.from || date > holidays.until)) return []
  return week.filter(({ weekday }) => weekday === isoWeekday(date)).sort((a, b) => a.from.localeCompare(b.from))
}

function closureOn({ closures }: Pick<OpeningHours, 'closures'>, date: CalendarDate): Closure | undefined {
  return closures.find(({ from, until }) => from <= date && (until === null || date <= until))
}
