// How far each language is, and what in it translates an English text that has changed since.
import type { Pack } from '../pack'
import type { PackFault } from '../faults'

export interface LanguageRow {
  readonly language: string
  /** What it calls itself. */
  readonly name: string
  /** How many texts can be said in it. */
  readonly translated: number
  /** How many there are in English. */
  readonly of: number
  readonly outOfDate: number
}

/** One row for each language of the pack. */
export function languageRows({ translations }: Pack): readonly LanguageRow[] {
  return [...translations.values()].map(({ language, name, texts, of, outOfDate }) => ({
    language,
    name,
    translated: texts.size,
    of,
    outOfDate: outOfDate.length,
  }))
}

/** Each translated text that is not said, because the English is another by now. */
export function outOfDateTexts({ translations }: Pack): readonly PackFault[] {
  return [...translations.values()].flatMap(({ outOfDate }) =>
    outOfDate.map(({ file, key }) => ({ file, path: key, message: 'translates an English text that is no more: English is said' })),
  )
}
