// The dates and the decision in `deadline 9 Oct 2026 cert 24 Nov refuse-assess`.
import { calendarDate, parseCalendarDate, type CalendarDate } from '../../rules/calendar-date'
import { DECISIONS, hasAppealClock, type Decision } from '../../rules/decisions'
import { readDate } from '../../rules/read-date/read-date'

export type ReadDeadline =
  | {
      readonly kind: 'asked'
      readonly decision: Decision
      readonly letterDate: CalendarDate
      readonly certificateDate: CalendarDate | null
    }
  /** One of the dates is not there, or can be read in more than one way. */
  | { readonly kind: 'no-letter-date' | 'no-certificate-date' }

/** What is counted where no decision is named: it has both clocks. */
export const USUAL_DECISION = 'refuse-assess'

/** The decisions that can be named: those whose time to appeal runs from a letter. */
export const COUNTED_DECISIONS: readonly Decision[] = DECISIONS.filter(hasAppealClock)

/** A certificate's day without a year is the first such day from the letter on: it is given after the letter. */
export function readDeadline(rest: string, today: CalendarDate): ReadDeadline {
  const { decision, dates } = withoutDecision(rest)
  const [letter = '', certificate] = dates.split(/\b(?:cert|certificate)\b/i)
  const letterDate = exactDate(letter, today)
  if (letterDate === null) return { kind: 'no-letter-date' }
  if (certificate === undefined) return { kind: 'asked', decision, letterDate, certificateDate: null }
  const read = exactDate(certificate, today)
  if (read === null) return { kind: 'no-certificate-date' }
  const certificateDate = /\d{4}/.test(certificate) ? read : firstFrom(letterDate, read)
  return { kind: 'asked', decision, letterDate, certificateDate }
}

function withoutDecision(rest: string): { readonly decision: Decision; readonly dates: string } {
  const words = rest.split(/\s+/)
  const named = COUNTED_DECISIONS.find((decision) => words.some((word) => word.toLowerCase() === decision))
  const dates = words.filter((word) => word.toLowerCase() !== named).join(' ')
  return { decision: named ?? USUAL_DECISION, dates }
}

function exactDate(text: string, today: CalendarDate): CalendarDate | null {
  const { date, certainty, mentioned } = readDate(text, today)
  return certainty === 'exact' && mentioned.length === 1 ? date : null
}

/** The first day with this month and day of month that is not before `from`; 29 February as it falls. */
function firstFrom(from: CalendarDate, sameDay: CalendarDate): CalendarDate {
  const [, month = 1, day = 1] = sameDay.split('-').map(Number)
  const year = Number(from.slice(0, 4))
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const on = parseCalendarDate(`${year + ahead}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    if (on !== null && on >= from) return on
  }
  return calendarDate(year, month, day) ?? sameDay
}
