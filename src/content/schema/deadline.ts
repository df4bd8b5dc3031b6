// The words for the clocks, their working and their warnings: content/deadlines.yaml.
import { z } from 'zod'
import { mark, sourceKey, text, voiced } from './primitives'

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

export const deadlinesFile = z.strictObject({
  clocks: z.record(z.string(), clockWords),
  /** One template for each line of the sum. */
  steps: z.record(z.string(), text),
  /** `1 calendar month`, `{{count}} calendar months`. */
  units: z.strictObject({ months: unitWords, weeks: unitWords, days: unitWords, 'working-days': unitWords, 'tribunal-days': unitWords }),
  warnings: z.record(z.string(), voiced),
})

export type ClockWords = z.infer<typeof clockWords>
