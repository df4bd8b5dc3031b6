// What a conversation remembers between turns: choices and dates. Typed words only masked, sealed, and until their asker has said whether they may be kept.
import { z } from 'zod'
import type { CalendarDate } from '../rules/calendar-date'
import { parseCalendarDate } from '../rules/calendar-date'
import { DECISIONS } from '../rules/decisions'
import { sharingSchema } from './sharing'
import { isProblem, type Problem } from '../rules/triage/rows'

/** Raise when the shape below changes; an older one is begun again, its facts kept where they still fit. */
export const MEMORY_VERSION = 1

const calendarDate = z.custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value) !== null)
const problem = z.custom<Problem>((value) => typeof value === 'string' && isProblem(value))
const yesNoUnsure = z.enum(['yes', 'no', 'unsure'])

const factsSchema = z.strictObject({
  voice: z.enum(['parent', 'young-person']).optional(),
  /** Has the last Friday in June of the school year in which the young person turned 16 passed? */
  junePassed: yesNoUnsure.optional(),
  council: z.string().max(60).optional(),
  decision: z.enum(DECISIONS).optional(),
  problem: problem.optional(),
  letterDate: calendarDate.optional(),
  letterDateIsRough: z.boolean().optional(),
  certificate: yesNoUnsure.optional(),
  certificateDate: calendarDate.optional(),
  adviserInTime: yesNoUnsure.optional(),
  conductDate: calendarDate.optional(),
  agreementDate: calendarDate.optional(),
})

const memorySchema = z.strictObject({
  version: z.literal(MEMORY_VERSION),
  /** Tells the steps of all waterfalls when this was saved: a stack saved under others is not continued. */
  steps: z.string(),
  greeted: z.boolean(),
  /** The day on which the conversation began: it keeps the law of that day. */
  began: calendarDate.optional(),
  /** The edition of the pack that the conversation began with: it keeps that one while it is loaded. */
  pack: z.string().max(40).optional(),
  facts: factsSchema,
  /** Bot Framework's dialog stack: dialog ids, step numbers and message ids. */
  stack: z.record(z.string(), z.unknown()),
  /** Topics whose answer waits behind a crisis card: to be said one by one, or to choose from. */
  waiting: z.strictObject({ topics: z.array(z.string().max(80)).min(1).max(5), as: z.enum(['answers', 'choices']) }).optional(),
  /** The last thing said was a stop card: a bare "ok" is meant for it, never for the question beneath. */
  afterStop: z.literal(true).optional(),
  /** A masked question that had no sure answer, until its asker has said whether it may be kept. Only where memory is sealed. */
  waitingQuestion: z.string().max(600).optional(),
  /** Whether that was asked, or may not be asked any more: once in a conversation, and never after a crisis. */
  keepAsked: z.boolean().optional(),
  sharing: sharingSchema.optional(),
})

export type Facts = z.infer<typeof factsSchema>
export type Memory = z.infer<typeof memorySchema>

export function emptyMemory(steps: string): Memory {
  return { version: MEMORY_VERSION, steps, greeted: false, facts: {}, stack: {} }
}

export interface Remembered {
  readonly memory: Memory
  /** True when the saved stack could not be continued: say so politely, and go on with the facts. */
  readonly begunAgain: boolean
}

/** Memory from its saved text. What a newer or older release cannot read is begun again with the facts that still fit; it never throws. */
export function readMemory(saved: string | null, steps: string): Remembered {
  if (saved === null) return { memory: emptyMemory(steps), begunAgain: false }
  const json = parseJson(saved)
  const whole = memorySchema.safeParse(json)
  if (whole.success && whole.data.steps === steps) return { memory: whole.data, begunAgain: false }
  return { memory: { ...emptyMemory(steps), greeted: true, facts: factsOf(json), ...sharingOf(json) }, begunAgain: true }
}

/** Memory that this process saved a moment ago: what it wrote is whole, and of these steps. */
export function ownMemory(saved: string): Memory {
  return JSON.parse(saved) as Memory
}

/** Each fact that can still be read, by itself. */
function factsOf(json: unknown): Facts {
  const facts = z.object({ facts: z.record(z.string(), z.unknown()) }).safeParse(json)
  if (!facts.success) return {}
  const kept: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(factsSchema.shape)) {
    const fact = schema.safeParse(facts.data.facts[name])
    if (fact.success && fact.data !== undefined) kept[name] = fact.data
  }
  return factsSchema.parse(kept)
}

/** Who was let in stays known: a release in the middle of a talk with a person must not end it. */
function sharingOf(json: unknown): Pick<Memory, 'sharing'> {
  const read = z.object({ sharing: sharingSchema }).safeParse(json)
  return read.success ? { sharing: read.data.sharing } : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
