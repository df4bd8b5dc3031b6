// The words for the clocks, their working and their warnings: content/deadlines.yaml.
import { z } from 'zod'
import { addDays, type CalendarDate } from '../../rules/calendar-date'
import { calendarDate, mark, sourceKey, text, voiced } from './primitives'

const ACTORS = ['family', 'council', 'health-body', 'mediation-side', 'tribunal', 'school-or-other'] as const

export const clockWords = z.strictObject({
  title: voiced,
  /** Who must act. */
  actor: z.enum(ACTORS),
  /** The rule in one plain sentence. */
  rule: voiced,
  /** What the count begins with: "the day the draft plan was served". */
  from: voiced,
  /** The legal sources as a practitioner cites them. */
  law: z.array(text).min(1),
  /** May be empty only where the mark is M. */
  sources: z.array(sourceKey),
  mark,
})

/** What one line of the sum may fill in. `start.event` begins with `{{from}}` of its clock; `{{period}}` is a unit with its count. */
export const STEP_PLACEHOLDERS = {
  'start.letter': ['date'],
  'start.sent': ['date'],
  'start.certificate': ['date'],
  'start.conduct': ['date'],
  'start.event': ['from', 'date'],
  'earlier-of': ['letter', 'sent'],
  'add-months': ['from', 'period', 'to'],
  'add-months.clamped': ['from', 'period', 'to'],
  'starting-with': ['from', 'period', 'to'],
  add: ['from', 'period', 'to'],
  subtract: ['from', 'period', 'to'],
  'day-before': ['of', 'to'],
  'later-of.two-months': ['twoMonths', 'certificateMonth', 'chosen'],
  'later-of.certificate': ['twoMonths', 'certificateMonth', 'chosen'],
  safe: ['from', 'to'],
  'roll-working-day': ['from', 'to'],
  'roll-august': ['from', 'to'],
  'roll-christmas': ['from', 'to'],
  'no-roll': [],
  /** For the clocks of events: some may be later for a reason of their own. */
  'no-roll.event': [],
} as const satisfies Record<string, readonly string[]>

export type StepTemplate = keyof typeof STEP_PLACEHOLDERS

export type Unit = 'months' | 'weeks' | 'days' | 'working-days' | 'tribunal-days'

const unitWords = z.strictObject({ one: text, many: text })

const months = z.int().min(1).max(12)

/** The periods of an appeal by day of decision; each row ends on the day before the next begins. */
const lawPeriods = z
  .array(
    z.strictObject({
      from: calendarDate,
      until: calendarDate.nullable(),
      appealMonths: months,
      certificateMonths: months,
      adviserMonths: months,
    }),
  )
  .min(1)
  .refine(
    (rows) => rows.every(({ until }, index) => until === (index === rows.length - 1 ? null : dayBefore(rows[index + 1]?.from))),
    'must follow one another without a gap, the last without an end',
  )

function dayBefore(day: CalendarDate | undefined): CalendarDate | null {
  return day === undefined ? null : addDays(day, -1)
}

export const deadlinesFile = z.strictObject({
  periods: lawPeriods,
  clocks: z.record(z.string(), clockWords),
  /** One template for each line of the sum. */
  steps: z.record(z.string(), text),
  /** `1 calendar month`, `{{count}} calendar months`. */
  units: z.strictObject({ months: unitWords, weeks: unitWords, days: unitWords, 'working-days': unitWords, 'tribunal-days': unitWords }),
  warnings: z.record(z.string(), voiced),
})

export type ClockWords = z.infer<typeof clockWords>
