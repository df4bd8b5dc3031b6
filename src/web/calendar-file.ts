// The dates as a calendar file (RFC 5545): neutral titles, reminders, and a later file that takes the place of an earlier one.
import { createHash } from 'node:crypto'
import { addDays, parseCalendarDate } from '../rules/calendar-date'
import type { ToldDates } from './told-dates'
import type { StringId, Strings } from './view/strings'

/** Nine in the morning: a week, two days and a day before, and on the day itself. */
const REMINDERS = ['-P6DT15H', '-P1DT15H', '-PT15H', 'PT9H']

const TITLES: Readonly<Record<string, StringId>> = {
  'mediation-adviser': 'calendar-adviser',
  appeal: 'calendar-appeal',
  'discrimination-claim': 'calendar-claim',
}

/**
 * One event a clock that is still ahead, on the day to plan for. The same clock of the same chat keeps its UID, and each telling of
 * the dates has a higher SEQUENCE: importing the file again moves the event. A clock that no longer counts is cancelled.
 */
export function calendarFile(conversation: string, { latest, earlier }: ToldDates, strings: Strings): string {
  const known = latest.clocks.filter(({ clock }) => TITLES[clock] !== undefined)
  const gone = earlier.filter(({ clock }) => TITLES[clock] !== undefined && !known.some((one) => one.clock === clock))
  const common = { conversation, sequence: latest.sequence, stamp: latest.stamp, strings }
  return lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Common Ground//dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...known
      .filter(isAhead)
      .flatMap((clock) => event({ ...common, clock: clock.clock, date: clock.safeDate ?? clock.lastDate, status: 'CONFIRMED' })),
    ...gone.flatMap((clock) => event({ ...common, clock: clock.clock, date: clock.safeDate ?? clock.lastDate, status: 'CANCELLED' })),
    'END:VCALENDAR',
  ])
}

function isAhead({ status }: { readonly status: string }): boolean {
  return status !== 'passed' && status !== 'late-window'
}

interface EventOf {
  readonly conversation: string
  readonly sequence: number
  readonly stamp: string
  readonly strings: Strings
  readonly clock: string
  readonly date: string
  readonly status: 'CONFIRMED' | 'CANCELLED'
}

function event({ conversation, sequence, stamp, strings, clock, date, status }: EventOf): string[] {
  const day = parseCalendarDate(date)
  if (day === null) return []
  const uid = createHash('sha256').update(`calendar|${conversation}|${clock}`).digest('hex').slice(0, 32)
  const title = strings[TITLES[clock] ?? 'calendar-note']
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@common-ground`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${compact(stamp)}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(strings['calendar-note'])}`,
    `STATUS:${status}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    ...(status === 'CANCELLED' ? [] : REMINDERS.flatMap((trigger) => alarm(trigger, title))),
    'END:VEVENT',
  ]
}

function alarm(trigger: string, title: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:${trigger}`, 'END:VALARM']
}

/** `2026-12-09` or an ISO moment, without its marks. */
function compact(text: string): string {
  return text.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n')
}

/** Lines of at most 75 octets, folded; CRLF. */
function lines(all: readonly string[]): string {
  return all.map((line) => `${fold(line)}\r\n`).join('')
}

function fold(line: string): string {
  const pieces: string[] = ['']
  for (const character of line) {
    const last = pieces.at(-1) ?? ''
    if (Buffer.byteLength(last + character) > 74) pieces.push(` ${character}`)
    else pieces[pieces.length - 1] = last + character
  }
  return pieces.join('\r\n')
}
