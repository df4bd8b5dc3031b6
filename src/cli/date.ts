// `date`: what date a text means, in the words of a family.
import { londonNow } from '../clock'
import { inWords, parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import { readDate } from '../rules/read-date/read-date'
import { recognisedSpan } from '../rules/read-date/recognised-spans'
import { BadLine } from './bad-line'
import type { Command } from './command'

interface Answer {
  readonly date: CalendarDate | null
  readonly certainty: string
  readonly alternatives: readonly CalendarDate[]
  /** The date in words; empty where there is none. */
  readonly said: string
}

/** Answers one case `{ text, today? }`; `today` stands in for the one that the case leaves out. @throws BadLine naming what is wrong. */
export function answerDate(line: unknown, today: CalendarDate): Answer {
  const { text, today: given } = fieldsOf(line)
  if (typeof text !== 'string') throw new BadLine('bad-input', 'text: must be a text')
  const on = given === undefined || given === null ? today : typeof given === 'string' ? parseCalendarDate(given) : null
  if (on === null) throw new BadLine('bad-input', 'today: must be a day that exists, written YYYY-MM-DD')
  const { date, certainty, alternatives } = readDate(text, on, recognisedSpan)
  return { date, certainty, alternatives, said: date === null ? '' : inWords(date) }
}

function fieldsOf(line: unknown): Readonly<Record<string, unknown>> {
  if (typeof line === 'object' && line !== null && !Array.isArray(line)) return line as Record<string, unknown>
  throw new BadLine('bad-input', 'input: must be an object')
}

export function createDateCommand(): Command {
  return {
    usage: 'date "3rd Nov" [--today YYYY-MM-DD] | --jsonl',
    options: { text: { type: 'string' }, today: { type: 'string' } },
    fromFlags: ({ text, today }, words) => ({ text: text ?? (words.length > 0 ? words.join(' ') : undefined), today }),
    answer: async (input) => answerDate(input, londonNow().today),
    inWords: (answer) => sayReading(answer as Answer),
  }
}

function sayReading({ certainty, alternatives, said }: Answer): string {
  const words = [said, ...alternatives.map(inWords)].filter((each) => each !== '')
  return words.length === 0 ? certainty : `${words.join(' or ')} (${certainty})`
}
