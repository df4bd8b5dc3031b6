// When this desk is open, so that advisers see what families are told.
import { addDays, inWords, isoWeekday, type CalendarDate } from '../rules/calendar-date'
import type { OpeningHours } from '../rules/handoff/opening-hours'
import type { Say } from './desk-words'

/** A plain line for each spell of the week, for bank holidays, and for each closure that is not over. */
export function hoursLines(say: Say, hours: OpeningHours, today: CalendarDate): readonly string[] {
  if (hours.week.length === 0) return []
  const spells = [...hours.week].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))
  return [
    ...spells.map(({ weekday, from, until }) => say('hours-spell', { day: dayName(weekday, today), from, until })),
    say(hours.onBankHolidays === 'closed' ? 'hours-bank-closed' : 'hours-bank-open'),
    ...hours.closures
      .filter(({ until }) => until === null || until >= today)
      .map(({ from, until, reason }) =>
        until === null
          ? say('hours-closed-from', { from: inWords(from), reason })
          : say('hours-closed', { from: inWords(from), until: inWords(until), reason }),
      ),
  ]
}

/** `Monday` for 1, taken from the week that begins today. */
function dayName(weekday: number, today: CalendarDate): string {
  const words = inWords(addDays(today, (weekday - isoWeekday(today) + 7) % 7))
  return words.slice(0, words.indexOf(' '))
}
