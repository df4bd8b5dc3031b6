// Councils and organisations: content/councils/*.yaml and content/organisations.yaml.
import { z } from 'zod'
import { calendarDate, id, sourceKey, text, webAddress } from './primitives'

const factDates = {
  source: sourceKey,
  /** The date the source bears; null where it bears none. */
  sourceDate: calendarDate.nullable(),
  checkedOn: calendarDate,
  /** After this day the fact is said only with the day it was checked. */
  reviewBy: calendarDate,
  /** `current`: may be used now. `dated`: said with its age, never as current. */
  standing: z.enum(['current', 'dated']),
  note: text.optional(),
}

/** One way to reach somebody, with where it was read and how old that is. */
export const contactFact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phone'),
    value: z.string().regex(/^[0-9 ]{5,14}$/, 'must be a number in digits and spaces'),
    ...factDates,
  }),
  z.strictObject({ kind: z.literal('email'), value: z.email('must be an e-mail address'), ...factDates }),
  z.strictObject({ kind: z.literal('web'), value: webAddress, ...factDates }),
  z.strictObject({ kind: z.literal('address'), value: text, ...factDates }),
])

export const organisation = z.strictObject({
  name: text,
  /** What it does, in one plain sentence. */
  what: text,
  role: z.enum(['mediation', 'advice', 'tribunal', 'ombudsman', 'legal', 'demonstration']),
  /** Whether anyone in England may turn to it. */
  everywhere: z.boolean(),
  /** The area served; null where the sources do not state it, which is then said. */
  area: text.nullable(),
  contacts: z.array(contactFact),
  notes: z.array(text),
  sources: z.array(sourceKey).min(1),
})

export const council = z.strictObject({
  id,
  name: text,
  /** Other ways people name it. */
  also: z.array(text),
  /** True only for a council that does not exist. */
  demonstration: z.boolean(),
  mediation: z.strictObject({
    /** A key of organisations.yaml; null where no source names the provider. */
    provider: id.nullable(),
    contacts: z.array(contactFact),
    /** What to do, in words. */
    say: text,
  }),
  sendiass: z.strictObject({ name: text, contacts: z.array(contactFact), say: text }),
  localOffer: z.strictObject({ contacts: z.array(contactFact), say: text }),
  notes: z.array(text),
  sources: z.array(sourceKey),
})

export type ContactFact = z.infer<typeof contactFact>
export type Organisation = z.infer<typeof organisation>
export type Council = z.infer<typeof council>
