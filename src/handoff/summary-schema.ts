// send-handoff/1 as a schema: closed, so that nothing travels that nobody named. The published JSON Schema is made from it.
import { z } from 'zod'
import { parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import { DECISIONS } from '../rules/decisions'
import { EVENT_ROWS, isEventRow } from '../rules/deadlines/event-rows'
import type { ClockName } from '../rules/deadlines/types'
import { OTHER_NEED_ROOM, OWN_WORDS_CHARACTERS } from '../rules/handoff/own-words'
import { hasCheckDigit } from '../rules/handoff/reference'
import {
  AGE_BANDS,
  BEST_TIMES,
  CALLER_ROLES,
  CERTIFICATE_REASONS,
  CONTACT_ROUTES,
  FLAGS,
  LETTER_SEEN,
  MOST_CLOCKS,
  MOST_TOLD,
  MOST_WANTS,
  NEEDS,
  PERMISSIONS,
  PROVENANCES,
  SECTIONS,
  SUMMARY_FIELDS,
  SUMMARY_SCHEMA,
  WANTS,
  YES_NO_UNSURE,
  type Summary,
} from '../rules/handoff/summary'
import { MOST_OWN_WORDS } from '../rules/handoff/summary-text'

const FAMILY_CLOCKS = ['appeal', 'mediation-adviser', 'discrimination-claim']
const CLOCKS = [...FAMILY_CLOCKS, ...Object.keys(EVENT_ROWS)]

const day = z
  .custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value) !== null)
  .meta({ type: 'string', format: 'date', pattern: '^(19|2[01])\\d{2}-\\d{2}-\\d{2}$' })
const clockName = z
  .custom<ClockName>((value) => typeof value === 'string' && (FAMILY_CLOCKS.includes(value) || isEventRow(value)))
  .meta({ type: 'string', enum: CLOCKS })
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
const yesNoUnsure = z.enum(YES_NO_UNSURE)
/** One line: words with one space between them. */
const words = (most: number, characters: number): z.ZodString =>
  z
    .string()
    .max(characters)
    .regex(new RegExp(`^\\S+(?: \\S+){0,${most - 1}}$`))
const setOf = <Values extends readonly [string, ...string[]]>(values: Values, most: number = values.length) =>
  z.array(z.enum(values)).max(most).meta({ uniqueItems: true }).refine(isSet)

const clock = z.strictObject({
  clock: clockName,
  safeDate: day.nullable(),
  lastDate: day,
  outerDate: day.nullable(),
  status: z.enum(['open', 'soon', 'urgent', 'today', 'late-window', 'passed']),
  daysLeft: z.int(),
  working: z.string().max(4000),
  sources: z.array(z.string().max(200)).max(20),
})

const consent = z.strictObject({
  wordingVersion: z.string().min(1).max(40),
  givenAt: z.iso.datetime(),
  recipient: id,
  fieldsShared: setOf(SUMMARY_FIELDS),
  language: z.literal('en'),
})

export const summarySchema = z
  .strictObject({
    schema: z.literal(SUMMARY_SCHEMA),
    reference: z
      .string()
      .regex(/^\d{9}$/)
      .refine(hasCheckDigit)
      .nullable()
      .describe('Nine digits, the last a Damm check digit; null until it is shared.'),
    calculatedOn: day.describe('The day in Europe/London on which the clocks were counted.'),
    callerRole: z.enum(CALLER_ROLES).nullable(),
    permissionGiven: z.enum(PERMISSIONS).nullable().describe('How a supporter or professional was given permission.'),
    ageBand: z.enum(AGE_BANDS).nullable().describe('Whether the last Friday in June of the school year of turning 16 has passed.'),
    localAuthority: id.describe('A council of the content pack, or unsure.'),
    decisionType: z.enum(DECISIONS).nullable(),
    sectionsDisputed: setOf(SECTIONS),
    letterDate: z.strictObject({ date: day, seen: z.enum(LETTER_SEEN) }).nullable(),
    sentDateIfDifferent: day.nullable(),
    adviserContact: z.strictObject({ made: yesNoUnsure, date: day.nullable(), provider: id.nullable() }).nullable(),
    certificate: z
      .strictObject({
        needed: z.enum(['needed', 'not-needed', 'check']).nullable(),
        reason: z.enum(CERTIFICATE_REASONS).nullable(),
        held: yesNoUnsure.nullable(),
        issueDate: day.nullable(),
      })
      .nullable(),
    clocks: z.array(clock).max(MOST_CLOCKS).describe('As the commands and messages give them, the sum in words included.'),
    wants: setOf(WANTS, MOST_WANTS).describe('As the family said; never inferred.'),
    contactRoute: z.enum(CONTACT_ROUTES),
    contactValue: z.string().min(3).max(254).nullable().describe('One phone number or e-mail address; forgotten first.'),
    safeContact: z.strictObject({ mayLeaveMessage: yesNoUnsure, maySayWho: yesNoUnsure, bestTimes: setOf(BEST_TIMES) }).nullable(),
    preferredName: words(2, 30).nullable(),
    needsForTheCall: z
      .strictObject({
        needs: setOf(NEEDS),
        language: words(2, 40).nullable(),
        other: words(OTHER_NEED_ROOM.words, OTHER_NEED_ROOM.characters).nullable(),
      })
      .nullable()
      .describe('What helps in the call; never a condition.'),
    letterChecklist: z
      .record(id, yesNoUnsure)
      .refine((items) => Object.keys(items).length <= 20)
      .meta({ maxProperties: 20 })
      .nullable()
      .describe('What the letter holds of what SEND Regs 2014 reg 32 asks of it.'),
    inOwnWords: words(MOST_OWN_WORDS, OWN_WORDS_CHARACTERS).nullable().describe('Checked for personal data and shown before it is shared.'),
    toldSoFar: z.array(z.strictObject({ id, version: z.string().min(1).max(40) })).max(MOST_TOLD),
    flags: setOf(FLAGS),
    provenance: z.record(z.enum(SUMMARY_FIELDS), z.enum(PROVENANCES)),
    consent: consent.nullable().describe('What was agreed to; null until it is shared.'),
  })
  .meta({
    title: 'A family’s summary for an adviser, send-handoff/1',
    description: 'Unknown keys are refused. Days are days in Europe/London.',
  })

/** A summary from what was stored or received; null when it is not one. */
export function readSummary(value: unknown): Summary | null {
  const read = summarySchema.safeParse(value)
  return read.success ? read.data : null
}

/** The published JSON Schema (2020-12), as text. */
export function summaryJsonSchema(): string {
  const schema = z.toJSONSchema(summarySchema, { target: 'draft-2020-12', unrepresentable: 'any' })
  return `${JSON.stringify({ $id: 'send-handoff-1.schema.json', ...schema }, null, 2)}\n`
}

function isSet(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}
