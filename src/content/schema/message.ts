// One message that the bot or the page says: content/messages/*.yaml.
import { z } from 'zod'
import { sourceKey, text } from './primitives'

/** As in `channelData.advice`: docs/contracts.md. */
export const MESSAGE_KINDS = [
  'greeting',
  'question',
  'answer',
  'clarify',
  'signpost',
  'not-sure',
  'crisis',
  'route',
  'deadlines',
  'contact',
  'summary',
  'handoff',
  'goodbye',
] as const

export type MessageKind = (typeof MESSAGE_KINDS)[number]

const choice = z.strictObject({
  /** What the dialogs see. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower case with hyphens'),
  /** What is shown and typed. */
  label: text,
  /** The label in a young person's own voice. */
  youngPerson: text.optional(),
  /** Other words that mean the same. */
  also: z.array(text).optional(),
})

export const message = z.strictObject({
  kind: z.enum(MESSAGE_KINDS),
  text,
  youngPerson: text.optional(),
  /** The names that code fills in: every `{{name}}` must be listed, and every listed name used. */
  vars: z.array(z.string().regex(/^[a-z][A-Za-z0-9-]*$/)).optional(),
  choices: z.array(choice).optional(),
  sources: z.array(sourceKey).optional(),
})

export type Message = z.infer<typeof message>
