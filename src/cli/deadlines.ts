// `deadlines`: every clock of a decision, with its working, sources and warnings.
import { z } from 'zod'
import { loadDeadlines } from '../content/load-parts'
import { tellClocks, tellWarnings, type ToldWarning } from '../content/tell-clocks'
import { londonNow } from '../clock'
import { contentDir } from '../project-root'
import { inWords, parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import { DECISIONS } from '../rules/decisions'
import { deadlines, missingDate } from '../rules/deadlines/deadlines'
import { isEventRow, type EventRow } from '../rules/deadlines/event-rows'
import type { Now, ToldClock } from '../rules/deadlines/types'
import { BeyondHolidayList } from '../rules/working-days'
import { BadLine } from './bad-line'
import type { Command, Flags } from './command'
import { readCase } from './read-case'

const date = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseCalendarDate(value) !== null,
  'must be a day that exists, written YYYY-MM-DD',
)
const row = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.custom<EventRow>((value) => typeof value === 'string' && isEventRow(value), 'must be a row such as d4, m4, l5 or t1'))

const caseSchema = z.object({
  decision: z.enum(DECISIONS),
  letterDate: date.nullish(),
  sentDate: date.nullish(),
  certificateDate: date.nullish(),
  adviserContactDate: date.nullish(),
  conductDate: date.nullish(),
  events: z
    .array(z.object({ row, on: date }))
    .max(100)
    .nullish(),
  today: date.nullish(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be written HH:MM')
    .nullish(),
})

interface Told {
  readonly certificate: string
  readonly clocks: readonly ToldClock[]
  readonly warnings: readonly ToldWarning[]
}

export function createDeadlinesCommand(): Command {
  const { deadlines: words, holidays } = loadDeadlines(contentDir)
  const pack = { deadlines: words }
  return {
    usage:
      'deadlines --decision NAME --letter-date YYYY-MM-DD [--sent-date D] [--certificate-date D] [--adviser-contact-date D] [--conduct-date D] [--event ROW=D] [--today D] [--time HH:MM] | --jsonl',
    options: {
      decision: { type: 'string' },
      'letter-date': { type: 'string' },
      'sent-date': { type: 'string' },
      'certificate-date': { type: 'string' },
      'adviser-contact-date': { type: 'string' },
      'conduct-date': { type: 'string' },
      event: { type: 'string', multiple: true },
      today: { type: 'string' },
      time: { type: 'string' },
    },
    fromFlags,
    answer: async (input) => {
      const asked = readCase(caseSchema, input)
      const question = { ...withoutNulls(asked), decision: asked.decision }
      const missing = missingDate(question)
      if (missing !== null)
        throw new BadLine(
          `missing-${missing}`,
          missing === 'letter-date' ? 'letterDate is needed for this decision.' : 'conductDate is needed for discrimination.',
        )
      try {
        const counted = deadlines(question, nowOf(asked), holidays, words.periods)
        return {
          certificate: counted.certificate,
          clocks: tellClocks(pack, counted.clocks, 'parent'),
          warnings: tellWarnings(pack, counted.warnings, 'parent'),
        } satisfies Told
      } catch (fault) {
        if (fault instanceof BeyondHolidayList) throw new BadLine('beyond-bank-holidays', fault.message)
        throw fault
      }
    },
    inWords: (answer) => tellInWords(answer as Told),
  }
}

function nowOf({ today, time }: z.infer<typeof caseSchema>): Now {
  if (today) return { today, time: time ?? null }
  const now = londonNow()
  return { today: now.today, time: time ?? now.time }
}

function withoutNulls<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}

function fromFlags(flags: Flags): Record<string, unknown> {
  const events = Array.isArray(flags['event'])
    ? flags['event'].map((event) => ({ row: String(event).split('=')[0], on: String(event).split('=')[1] }))
    : undefined
  return {
    decision: flags['decision'],
    letterDate: flags['letter-date'],
    sentDate: flags['sent-date'],
    certificateDate: flags['certificate-date'],
    adviserContactDate: flags['adviser-contact-date'],
    conductDate: flags['conduct-date'],
    events,
    today: flags['today'],
    time: flags['time'],
  }
}

function tellInWords({ certificate, clocks, warnings }: Told): string {
  const lines = clocks.flatMap(({ clock, safeDate, lastDate, outerDate, status, daysLeft, working, sources }) => [
    `${clock}: ${status}, ${daysLeft} days`,
    ...(safeDate ? [`  safe   ${inWords(safeDate)}, before 5pm`] : []),
    `  last   ${inWords(lastDate)}`,
    ...(outerDate ? [`  outer  ${inWords(outerDate)} (a fallback only)`] : []),
    `  ${working}`,
    `  ${sources.join('; ')}`,
  ])
  return [`certificate: ${certificate}`, ...lines, ...warnings.map(({ code, message }) => `${code}: ${message}`)].join('\n')
}
