// Councils and organisations: content/councils/*.yaml and content/organisations.yaml.
import { z } from 'zod'
import { calendarDate, id, sourceKey, text, webAddress } from './primitives'
import { theme } from './theme'

/** Some older pages were read without https; nobody is sent to those. */
const pageAddress = z.string().regex(/^https?:\/\/[^\s<>"]+$/, 'must be the address of a page')

/** The public page that a contact was read on, and the sentence of it that gives the contact. */
const evidence = z.strictObject({ url: pageAddress, title: text, sentence: text })

const factDates = {
  /** A key of sources.yaml; not needed where there is evidence. */
  source: sourceKey.optional(),
  evidence: evidence.optional(),
  /** The date the source bears; null where it bears none. */
  sourceDate: calendarDate.nullable(),
  checkedOn: calendarDate,
  /** After this day the fact is not said any more. */
  reviewBy: calendarDate,
  /** `current`: may be used now. `dated`: said with its age, never as current. */
  standing: z.enum(['current', 'dated']),
  note: text.optional(),
  /** When somebody is there, and when not, in words: every day and time stands in the sentence of the evidence. */
  hours: text.optional(),
  closures: text.optional(),
}

/** One way to reach somebody, with where it was read and how old that is. */
export const contactFact = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('phone'),
      value: z.string().regex(/^[0-9 ]{5,14}$/, 'must be a number in digits and spaces'),
      ...factDates,
    }),
    z.strictObject({ kind: z.literal('email'), value: z.email('must be an e-mail address'), ...factDates }),
    z.strictObject({ kind: z.literal('web'), value: webAddress, ...factDates }),
    z.strictObject({ kind: z.literal('address'), value: text, ...factDates }),
  ])
  .refine(({ source, evidence: read }) => source !== undefined || read !== undefined, 'must have a source or evidence')

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
  sources: z.array(sourceKey),
})

export const council = z.strictObject({
  id,
  /** The nine characters by which official statistics know it; null for what is no council. */
  code: z
    .string()
    .regex(/^E(?:06|08|09|10)\d{6}$/, 'must be a code such as E06000033')
    .nullable(),
  name: text,
  /** Other names of the council itself. */
  also: z.array(text).default([]),
  /** Districts, towns and parts of towns whose families have this council, with a comma and a space between them. */
  places: z
    .string()
    .default('')
    .transform((names) => names.split(', ').filter((name) => name !== '')),
  /** True only for a council that does not exist. */
  demonstration: z.boolean().default(false),
  /** After this day the names of provider and SENDIASS, the words and the notes below are not said any more; null where there are none. */
  reviewBy: calendarDate.nullable().default(null),
  mediation: z.strictObject({
    /** A key of organisations.yaml; null where no source names the provider. */
    provider: id.nullable(),
    /** The public page that names it, where no reviewed source does. */
    named: evidence.optional(),
    contacts: z.array(contactFact).default([]),
    /** What to do, in words; where there are none, a message of the pack says it. */
    say: text.optional(),
  }),
  sendiass: z.strictObject({ name: text.nullable().default(null), contacts: z.array(contactFact).default([]), say: text.optional() }),
  localOffer: z.strictObject({ contacts: z.array(contactFact).default([]), say: text.optional() }),
  notes: z.array(text).default([]),
  /** How its pages look; null for the service's own look. */
  theme: theme.nullable().default(null),
  sources: z.array(sourceKey).default([]),
})

export type ContactFact = z.infer<typeof contactFact>
export type Organisation = z.infer<typeof organisation>
export type Council = z.infer<typeof council>
