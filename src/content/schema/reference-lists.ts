// Words explained and wrong statements put right: glossary.yaml, myths.yaml and recognise.yaml.
import { z } from 'zod'
import { id, sourceKey, text } from './primitives'

export const glossaryEntry = z.strictObject({
  term: text,
  says: text,
  /** Other names for it that are understood when typed. */
  understood: z.array(text),
  sources: z.array(sourceKey).min(1),
})

export const myth = z.strictObject({
  /** What is said somewhere, and by whom. */
  says: text,
  right: text,
  sources: z.array(sourceKey).min(1),
  /** The topic that answers it; null where none does. */
  topic: id.nullable(),
})

/** Fragments of what families write, by row. */
export const problemPhrases = z.record(z.string(), z.array(text).min(1))

export type GlossaryEntry = z.infer<typeof glossaryEntry>
export type Myth = z.infer<typeof myth>
