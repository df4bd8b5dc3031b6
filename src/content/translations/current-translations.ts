// Compares each translation with the English: what says the text of today is used, what says an older one is not.
import type { FaultList } from '../read-file'
import type { Entries } from '../read-record'
import { directionOf } from '../../rules/writing-direction'
import type { Message } from '../schema/message'
import type { Topic } from '../schema/topic'
import type { Translation } from '../schema/translation'
import type { Safeguarding } from '../safeguarding-schema'
import { englishTexts, versionOf } from './english-texts'
import type { WrittenText, WrittenTranslation } from './read-translations'
import { differencesOf } from './same-facts'

interface PackTexts {
  readonly translations: readonly WrittenTranslation[]
  readonly messages: Entries<Message>
  readonly topics: Entries<Topic>
  readonly safeguarding: Safeguarding | null
}

/** The translations by language. Notes as faults what one changes that must stay as it is. */
export function currentTranslations(
  { translations, messages, topics, safeguarding }: PackTexts,
  faults: FaultList,
): ReadonlyMap<string, Translation> {
  if (translations.length === 0) return new Map()
  const english = englishTexts({ messages: messages.good, topics: topics.good, safeguarding })
  return new Map(
    translations.flatMap((written) => {
      const translation = currentTranslation(written, english, faults)
      return translation ? [[translation.language, translation]] : []
    }),
  )
}

function currentTranslation(
  { folder, head, texts: written }: WrittenTranslation,
  english: ReadonlyMap<string, string>,
  faults: FaultList,
): Translation | null {
  const current = new Map<string, string>()
  const byEnglish = new Map<string, string>()
  const outOfDate: WrittenText[] = []
  for (const [place, one] of written) {
    const original = english.get(place)
    if (original === undefined || versionOf(original) !== one.of) {
      outOfDate.push(one)
      continue
    }
    for (const difference of differencesOf(original, one.text)) faults.add(one.file, one.key, difference)
    current.set(place, one.text)
    if (!byEnglish.has(original)) byEnglish.set(original, one.text)
  }
  if (head === null) return null
  if (head.direction !== directionOf(head.language))
    faults.add(`${folder}/translation.yaml`, 'direction', `pages write ${head.language} ${directionOf(head.language)}`)
  return { ...head, texts: current, byEnglish, outOfDate, of: english.size }
}
