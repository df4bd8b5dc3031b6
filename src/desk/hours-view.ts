// When this desk is open, so that advisers see what families are told.
import { addDays, inWords, isoWeekday, type CalendarDate } from '../rules/calendar-date'
import type { OpeningHours } from '../rules/handoff/opening-hours'
import type { HoursNow } from '../handoff/handoffs'
import { element } from '../web/view/element'
import type { Element } from '../web/view/element'
import type { DeskOrganisation } from './desk-deps'
import { part } from './desk-page'
import type { Say } from './desk-words'
import type { Told } from './handoff-lines'
import type { Session } from './sessions'
import { form } from './staff-frame'

/** What families are told now, the hours of the content, and how to set them otherwise for today. */
export function hoursPart(told: Told, session: Session, { name, hours }: DeskOrganisation, now: HoursNow): Element {
  const { say, london } = told
  const lines = hours ? hoursLines(say, hours, london(told.now()).today) : []
  const standing = now.closesAt === null ? say('hours-now-closed') : say('hours-now-open', { until: london(now.closesAt).time ?? '' })
  return element(
    'section',
    { 'aria-labelledby': 'hours' },
    element('h2', { id: 'hours' }, say('hours-title', { organisation: name })),
    part(
      'hours',
      undefined,
      lines.length > 0 ? element('ul', {}, ...lines.map((line) => element('li', {}, line))) : element('p', {}, say('hours-none')),
      element('p', {}, standing),
      ...(now.isSetToday ? [element('p', { class: 'notice' }, say('hours-set'))] : []),
    ),
    todayForm(say, session, now),
  )
}

/** The time is asked for by that button only. */
function todayForm(say: Say, session: Session, { isSetToday }: HoursNow): Element {
  const button = (value: string, words: string, more: Record<string, string> = {}): Element =>
    element('button', { type: 'submit', name: 'today', value, id: `hours-${value}`, ...more }, words)
  return form(
    session,
    '/desk/hours',
    { class: 'row' },
    element(
      'fieldset',
      { 'aria-describedby': 'hours-hint' },
      element('legend', {}, say('hours-today')),
      element('p', { class: 'quiet', id: 'hours-hint' }, say('hours-today-hint')),
      element('label', { for: 'hours-until' }, say('hours-open-until')),
      element('input', { type: 'time', id: 'hours-until', name: 'until' }),
      button('open', say('hours-open-button'), { 'aria-label': `${say('hours-open-until')}: ${say('hours-open-button')}` }),
      button('closed', say('hours-close')),
      ...(isSetToday ? [button('usual', say('hours-usual'))] : []),
    ),
  )
}

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
