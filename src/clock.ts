// The one place where the day is asked: Europe/London, told to the rules as plain values.
import { tz, TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import { parseCalendarDate, type CalendarDate } from './rules/calendar-date'
import type { Now } from './rules/deadlines/types'

/** Today's date and the time of day (`HH:MM`) in Europe/London at this moment. */
export function londonNow(moment: Date = new Date()): Now {
  const minute = Math.floor(moment.getTime() / MINUTE)
  if (minute !== last?.minute) last = { minute, now: readClock(moment) }
  return last.now
}

/** Several times a turn the answer is that of the same minute. */
let last: { readonly minute: number; readonly now: Now } | null = null
const MINUTE = 60_000

function readClock(moment: Date): Now {
  const london = { in: tz('Europe/London') }
  return { today: dateOf(format(moment, 'yyyy-MM-dd', london)), time: format(moment, 'HH:mm', london) }
}

/** The moment, in epoch milliseconds, of a day and a time of day (`HH:MM`) in Europe/London; in the hour that comes twice, the first. */
export function londonMoment(date: CalendarDate, time: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new TZDate(year, month - 1, day, hours, minutes, 0, 'Europe/London').getTime()
}

function dateOf(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new Error('The clock of this machine is outside the years 1900 to 2199')
  return date
}
