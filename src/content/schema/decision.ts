// The words for each row of routes: content/decisions.yaml.
import { z } from 'zod'
import { DECISIONS } from '../../rules/decisions'
import { mark, sourceKey, text, voiced } from './primitives'

/** Two rows that are taken for each other, and the one question that settles it. */
const settlingQuestion = z.strictObject({
  /** The other row. */
  with: z.string(),
  question: voiced,
})

export const decisionWords = z.strictObject({
  /** The row of the table of routes, 1 to 34; null where none fits yet. */
  row: z.number().int().min(1).max(34).nullable(),
  decision: z.enum(DECISIONS).nullable(),
  /** In the letter's words: it becomes a button. */
  label: voiced,
  /** What it is, in one plain sentence. */
  about: voiced,
  /** What can be done about it. */
  route: voiced,
  /** Whether a certificate is needed, and why. */
  certificate: voiced,
  /** A key of `who`. */
  who: z.string(),
  /** The first step first. */
  next: z.array(voiced).min(1),
  /** The Tribunal's form, where there is one. */
  form: text.optional(),
  settles: z.array(settlingQuestion).optional(),
  mark,
  sources: z.array(sourceKey).min(1),
})

export const decisionsFile = z.strictObject({
  /** Who may act, by the rule's name for it. */
  who: z.record(z.string(), z.strictObject({ text: voiced, sources: z.array(sourceKey) })),
  decisions: z.record(z.string(), decisionWords),
})

export type DecisionWords = z.infer<typeof decisionWords>
