// Reads content/translations: one folder for each language, in the shape of the pack itself.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readFile, type Reading } from '../read-file'
import { readRecord } from '../read-record'
import { translatedText, translationHead, type TranslatedText, type TranslationHead } from '../schema/translation'
import { placeOf } from './english-texts'

export interface WrittenText extends TranslatedText {
  /** Where the translation stands: `translations/cy/messages/greeting.yaml`. */
  readonly file: string
  readonly key: string
}

/** A translation as it was written, before it is compared with the English. */
export interface WrittenTranslation {
  readonly folder: string
  /** Null with its faults. */
  readonly head: TranslationHead | null
  /** By the place of the English text. */
  readonly texts: ReadonlyMap<string, WrittenText>
}

const FOLDER = 'translations'
const HEAD = 'translation.yaml'

/** Every language that has a folder; none where there are no translations. */
export function readTranslations(reading: Reading): readonly WrittenTranslation[] {
  return languagesIn(reading.dir).map((language) => readTranslation(reading, language))
}

function readTranslation(reading: Reading, language: string): WrittenTranslation {
  const folder = `${FOLDER}/${language}`
  const head = readFile(reading, `${folder}/${HEAD}`, translationHead)
  if (head && head.language !== language) reading.faults.add(`${folder}/${HEAD}`, 'language', `must be the name of the folder, ${language}`)
  if (head && head.reviewBy < head.reviewedOn) reading.faults.add(`${folder}/${HEAD}`, 'reviewBy', 'is before the day of the review')
  const texts = new Map<string, WrittenText>()
  for (const name of filesIn(join(reading.dir, folder)).filter((one) => one !== HEAD)) {
    const file = `${folder}/${name}`
    const english = englishFileOf(name)
    if (english === null) reading.faults.add(file, '', 'translates no file of the pack')
    else takeTexts(reading, { file, name, english }, texts)
  }
  return { folder, head, texts }
}

interface Twin {
  readonly file: string
  readonly name: string
  readonly english: string
}

function takeTexts(reading: Reading, { file, name, english }: Twin, texts: Map<string, WrittenText>): void {
  for (const [key, written] of readRecord(reading, file, translatedText).good) {
    const place = placeOf(english, key)
    const first = texts.get(place)
    if (first) reading.faults.add(file, key, `stands in ${first.file} already`)
    if (english === 'messages' && key.startsWith('web.') !== (name === 'interface.yaml'))
      reading.faults.add(file, key, 'the words of the page, and no others, stand in interface.yaml')
    texts.set(place, { ...written, file, key })
  }
}

/** The file as the English texts name it; null for a file that has no English twin. */
function englishFileOf(name: string): string | null {
  if (name === 'interface.yaml' || /^messages\/[\w-]+\.yaml$/.test(name)) return 'messages'
  if (name === 'safeguarding/cards.yaml') return name
  return /^topics\/[\w-]+\.yaml$/.test(name) ? name.replace(/yaml$/, 'md') : null
}

function languagesIn(dir: string): readonly string[] {
  try {
    const entries = readdirSync(join(dir, FOLDER), { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
  } catch {
    return []
  }
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [])).sort()
}
