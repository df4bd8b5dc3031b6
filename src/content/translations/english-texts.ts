// The English texts that can be said in another language, by their place, and the version of each.
import { hash } from 'node:crypto'
import { cardTexts, messageTexts, topicTexts } from '../check/said-texts'
import type { Pack } from '../pack'

/** What a translation may hold: what families read. Local facts, dates and the pages for staff stay English. */
export type Translatable = Pick<Pack, 'messages' | 'topics'> & { readonly safeguarding: Pick<Pack['safeguarding'], 'cards'> | null }

/** `translation.yaml` says which language it is; the rest is typed for the family, and what is typed is read as English. */
export const NEVER_TRANSLATED: readonly string[] = [
  'web.language',
  'web.direction',
  'web.back-child',
  'web.back-me',
  'web.back-letter',
  'web.back-event',
  'web.back-certificate',
]
const FOR_STAFF = /^(?:desk|editor|teams|handoff-summary)\./

/** Every English text by `placeOf` its file and key. */
export function englishTexts({ messages, topics, safeguarding }: Translatable): ReadonlyMap<string, string> {
  const texts = [...messageTexts({ messages }), ...topicTexts({ topics }), ...(safeguarding ? cardTexts({ safeguarding }) : [])]
  return new Map(
    texts
      .filter(({ file, path }) => file !== 'messages' || !(NEVER_TRANSLATED.includes(path) || FOR_STAFF.test(path)))
      .map(({ file, path, text }) => [placeOf(file, path), text.trim()]),
  )
}

/** Where a text stands: `messages#greeting.hello`, `topics/mediation-cost.md#answer`. */
export function placeOf(file: string, key: string): string {
  return `${file}#${key}`
}

/** The version of an English text: another as soon as a letter of it changes. */
export function versionOf(text: string): string {
  return `en-${hash('sha256', text.trim()).slice(0, 12)}`
}
