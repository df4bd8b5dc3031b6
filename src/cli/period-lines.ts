// How long each kind of record is kept, as lines for commands and pages.
import type { Periods } from '../rules/retention'

export interface PeriodLine {
  readonly period: keyof Periods
  readonly what: string
  /** `24 hours`, `30 days`. */
  readonly howLong: string
  readonly from: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

const LINES: readonly Omit<PeriodLine, 'howLong'>[] = [
  { period: 'conversation', what: 'A chat and what it remembers, sealed under a key that only the chat has', from: 'from its last word' },
  { period: 'unopened', what: 'A summary that was shared and that nobody opened, with its reference', from: 'from the yes' },
  { period: 'ended', what: 'A summary that somebody opened, with its reference', from: 'from the end of the case' },
  { period: 'contact', what: 'A phone number or e-mail address', from: 'from the yes, or until somebody was reached' },
  { period: 'lines', what: 'What a family and an adviser wrote to each other', from: 'from the end of their talk' },
  {
    period: 'questions',
    what: 'A question without an answer, with names and numbers taken out, that its asker let us keep',
    from: 'from its day',
  },
  { period: 'events', what: 'What happened to a case and when, who opened it, and counts: no words', from: 'from when it happened' },
]

export function periodLines(periods: Periods): readonly PeriodLine[] {
  return LINES.map((line) => ({ ...line, howLong: inWords(periods[line.period]) }))
}

function inWords(milliseconds: number): string {
  return milliseconds % DAY === 0 && milliseconds > DAY ? `${milliseconds / DAY} days` : `${milliseconds / HOUR} hours`
}
