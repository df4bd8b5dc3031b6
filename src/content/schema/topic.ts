// One question with its reviewed answer: content/topics/<id>.md.
import { z } from 'zod'
import { calendarDate, id, sourceKey, statementDates, text } from './primitives'

const TOPIC_GROUPS = [
  'mediation',
  'certificate',
  'appeal',
  'decision',
  'disagreement-resolution',
  'people',
  'places',
  'plan',
  'service',
] as const

export const topic = z.strictObject({
  id,
  /** In the asker's words: it becomes a button. */
  title: text.max(60, 'must be at most 60 characters: it becomes a button'),
  owner: text,
  ...statementDates,
  sources: z.array(sourceKey),
  facts: z.array(z.string()),
  /** Wrong or conflicting statements answered here: ids of myths.yaml. */
  corrects: z.array(z.string()),
  siblings: z.array(id),
  confirm: z.enum(['auto', 'always']),
  group: z.enum(TOPIC_GROUPS),
  /** On a finer topic: the main topic that it belongs to. */
  partOf: id.optional(),
  utterances: z.array(text),
  keyPhrases: z.array(text),
  answer: text,
  /** What is said instead once the law has changed, in the order of the days. */
  later: z.array(z.strictObject({ from: calendarDate, answer: text, youngPerson: text.nullable() })).default([]),
  /** The same answer to a young person about their own plan; null where it is the same. */
  youngPerson: text.nullable(),
})

export type Topic = z.infer<typeof topic>
