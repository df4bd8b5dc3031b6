// What a published version of the overlay is made of: a manifest, council files, and the list of withdrawn topics.
import { z } from 'zod'
import { calendarDate, id, text } from '../schema/primitives'

/** A topic that is not said any more. */
export const withdrawal = z.strictObject({
  /** Why, in plain words; who asks for the topic is not told it, the record is. */
  reason: text,
  on: calendarDate,
  by: text,
})

export const withdrawnTopics = z.record(id, withdrawal)

/** Only these may differ from content/: words about law are shared and locked. */
const overlaidFile = z.string().regex(/^(?:councils\/[a-z0-9]+(?:-[a-z0-9]+)*\.yaml|withdrawn\.yaml)$/, 'may not be changed by an overlay')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const person = z.strictObject({ id: text, name: text })

export const manifest = z.strictObject({
  format: z.literal(1),
  number: z.number().int().min(1),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  what: z.enum(['facts', 'withdrawn', 'restored', 'taken-back']),
  /** The council or the topic that it is about. */
  about: id,
  reason: text,
  writtenBy: z.array(person),
  publishedBy: person,
  /** The version of content/ that it was checked against. */
  over: text,
  /** Whether conversations that began before it are told so and begin again. */
  recall: z.boolean(),
  /** The checksum of the manifest before it; null for the first. */
  before: sha256.nullable(),
  files: z.record(overlaidFile, sha256),
})

export type Withdrawal = z.infer<typeof withdrawal>
export type Manifest = z.infer<typeof manifest>
export type Person = z.infer<typeof person>
