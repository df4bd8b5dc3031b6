// Turns the pack's texts into classes and examples for the training.
import type { Pack } from '../content/pack'
import { isKnownWord, rememberWords } from '../rules/find-topic/known-words'
import { prepareReader, type Reader } from '../rules/find-topic/read-question'
import { splitWords } from '../rules/find-topic/split-words'
import type { ClassInfo } from '../rules/find-topic/topic-model'
import type { TrainingText } from './read-training'

/** A text with the number of its class. */
export interface Labelled {
  readonly text: string
  readonly label: number
  readonly isTitle: boolean
}

const FEWEST_LETTERS = 4
const TABLE_WORDS_COUNT = 3

/** The classes: the topics in the order of their ids, then what is out of scope. */
export function classesOf(pack: Pack, training: TrainingText): ClassInfo[] {
  const topics = [...pack.topics.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return [
    ...topics.map(({ id, title, partOf, confirm }) => ({ id, title, partOf: partOf ?? null, confirm: confirm === 'always', door: null })),
    ...Object.entries(training.outOfScope).map(([id, { door }]) => ({ id, title: id, partOf: null, confirm: false, door: door ?? null })),
  ]
}

/** Every title, utterance and out-of-scope question with its class. */
export function labelledTexts(pack: Pack, training: TrainingText, classes: readonly ClassInfo[]): Labelled[] {
  return classes.flatMap(({ id }, label) => {
    const topic = pack.topics.get(id)
    const texts = topic === undefined ? (training.outOfScope[id]?.utterances ?? []) : [...topic.utterances, ...(training.more[id] ?? [])]
    const examples = [...new Set(texts)].map((text) => ({ text, label, isTitle: false }))
    return topic === undefined ? examples : [{ text: topic.title, label, isTitle: true }, ...examples]
  })
}

/** The reader: tables, British words, and the words that the pack itself uses. */
export function readerOf(pack: Pack, labelled: readonly Labelled[], british: readonly string[]): Reader {
  const tables = pack.wordTables
  const known = rememberWords([...british, ...tables.knownWords])
  const packWords = new Map<string, number>()
  const count = (word: string, times: number): void => {
    if (word.length >= FEWEST_LETTERS) packWords.set(word, (packWords.get(word) ?? 0) + times)
  }
  const texts = [
    ...labelled.map(({ text }) => text),
    ...[...pack.topics.values()].flatMap(({ answer, keyPhrases }) => [answer, ...keyPhrases]),
  ]
  for (const word of texts.flatMap(splitWords)) if (isKnownWord(word, known)) count(word, 1)
  for (const word of [...tables.knownWords, ...Object.values(tables.phrases).flatMap((run) => run.split(' '))])
    count(word, TABLE_WORDS_COUNT)
  return prepareReader(tables, { known, packWords })
}
