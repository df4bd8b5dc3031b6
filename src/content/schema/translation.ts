// A translation of the pack into one language: content/translations/<language>/.
import { z } from 'zod'
import { calendarDate, text } from './primitives'

/** content/translations/<language>/translation.yaml. */
export const translationHead = z.strictObject({
  /** As pages say it in `lang`: the name of the folder. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, 'must be a language tag such as cy or pa-Arab')
    .refine((tag) => tag !== 'en-GB', 'is the language of the pack itself'),
  direction: z.enum(['ltr', 'rtl']),
  /** What the language calls itself. */
  name: text,
  /** People, by role or by name: never a program. */
  translator: text,
  reviewer: text,
  reviewedOn: calendarDate,
  reviewBy: calendarDate,
})

/** One translated text. */
export const translatedText = z.strictObject({
  /** The version of the English text that it says: `versionOf`. */
  of: z.string().regex(/^en-[0-9a-f]{12}$/, 'must be the version of the English text, such as en-0123456789ab'),
  text,
})

export type TranslationHead = z.infer<typeof translationHead>
export type TranslatedText = z.infer<typeof translatedText>

/** A translation as far as it says the English of today. */
export interface Translation extends TranslationHead {
  /** What can be said, by the place of the English text (`placeOf`). */
  readonly texts: ReadonlyMap<string, string>
  /** The same by the English text itself. */
  readonly byEnglish: ReadonlyMap<string, string>
  /** What translates an English text that is no more: it is not said. */
  readonly outOfDate: readonly { readonly file: string; readonly key: string }[]
  /** How many texts there are in English. */
  readonly of: number
}
