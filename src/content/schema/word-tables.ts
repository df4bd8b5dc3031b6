// How words are read before questions are compared: content/matching/words.yaml.
import { z } from 'zod'
import { text } from './primitives'

const words = z.record(z.string(), text)

export const wordTables = z.strictObject({
  textSpeak: words,
  phrases: words,
  spellOut: words,
  concepts: z.record(z.string(), z.array(text)),
  knownWords: z.array(text),
})
