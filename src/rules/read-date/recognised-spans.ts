// Asks Microsoft's Recognizers-Text about the phrases it reads rightly and our own rules leave alone: windows of time
// ('the past two weeks', 'last 10 days') and quarters ('Q3 2026'). What it says is checked and only ever taken as rough.
import type * as recognisers from '@microsoft/recognizers-text-date-time'
import { parseCalendarDate, partsOf, type CalendarDate } from '../calendar-date'
import type { SpanReader } from './read-date'
import { tidyText } from './tidy-text'

/** The only phrases for which the recogniser is believed; it must read such a phrase whole. Where none stands, it is not asked. */
const BELIEVED = [
  String.raw`(?:the )?(?:last|past|previous) (?:few|couple of|several|\w{1,12}) (?:days?|weeks?|months?|years?)`,
  String.raw`q[1-4] \d{4}`,
  String.raw`the (?:first|second|third|fourth|last) quarter of (?:\d{4}|last year|this year)`,
].join('|')
const SOMEWHERE = new RegExp(BELIEVED)
const WHOLE = new RegExp(`^(?:${BELIEVED})$`)

type Recogniser = typeof recognisers

/** The span that the recogniser (en-gb) finds in a short text, or null. Loads it when it is first asked, which takes 0.3 s. */
export const recognisedSpan: SpanReader = (text, today) => {
  const tidy = tidyText(text)
  if (!SOMEWHERE.test(tidy.toLowerCase())) return null
  for (const found of recogniser().recognizeDateTime(tidy, 'en-gb', 0, noonOf(today))) {
    if (found.typeName !== 'datetimeV2.daterange' || !WHOLE.test(found.text.toLowerCase())) continue
    const first = startOf(found.resolution)
    if (first !== null && first <= today) return { first, last: today }
  }
  return null
}

function recogniser(): Recogniser {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when first needed: it would slow every start
  return require('@microsoft/recognizers-text-date-time') as Recogniser
}

/** The recogniser takes a moment; noon keeps the day the same in every time zone, and only written days come back. */
function noonOf(today: CalendarDate): globalThis.Date {
  const { year, month, day } = partsOf(today)
  // eslint-disable-next-line no-restricted-globals -- its interface; nothing of it leaves this file
  return new Date(year, month - 1, day, 12)
}

/** The start that all values of a resolution share, or null. */
function startOf(resolution: unknown): CalendarDate | null {
  const values = (resolution as { values?: readonly Record<string, unknown>[] } | null)?.values ?? []
  const starts = new Set(values.map((value) => value['start']))
  const [start] = starts
  return starts.size === 1 && typeof start === 'string' ? parseCalendarDate(start) : null
}
