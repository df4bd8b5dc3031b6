// What finding a topic costs when a pack has so many of them: made-up topics in words of real ones, by words alone (the small mode).
import { loadPack } from '../../src/content/load'
import { loadModel } from '../../src/matcher/model-file'
import { findTopic, type Courtesies } from '../../src/rules/find-topic/find-topic'
import { readQuestion } from '../../src/rules/find-topic/read-question'
import { prepareSmallTalk } from '../../src/rules/find-topic/small-talk'
import { splitWords } from '../../src/rules/find-topic/split-words'
import type { TopicModel } from '../../src/rules/find-topic/topic-model'
import { seededRandom } from '../../src/rules/train/seeded-random'
import { trainScorers } from '../../src/rules/train/train-scorers'

const [UTTERANCES, KEY_PHRASES, QUESTIONS] = [10, 8, 200]

/** Asks some questions of a model with so many topics; milliseconds of processor time for one. `model`: the folder of the pack's own. */
export function madeUpTopics(content: string, model: string, topics: number): () => number {
  const pack = loadPack(content)
  const courtesies: Courtesies = { smallTalk: prepareSmallTalk([...pack.smallTalk.values()]), nations: pack.nations }
  const words = [...new Set([...pack.topics.values()].flatMap(({ utterances }) => utterances.flatMap(splitWords)))]
  const random = seededRandom(7)
  const some = (many: number): string => Array.from({ length: many }, () => words[Math.floor(random() * words.length)] ?? '').join(' ')
  const made = withTopics(loadModel(model, 'small'), topics, some)
  const questions = Array.from({ length: QUESTIONS }, () => some(9))
  return () => {
    const before = process.cpuUsage()
    for (const text of questions) findTopic({ text, vector: null, parts: [] }, made, courtesies)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / QUESTIONS
  }
}

function withTopics(model: TopicModel, topics: number, some: (words: number) => string): TopicModel {
  const read = (words: number) => readQuestion(some(words), model.reader)
  const classes = Array.from({ length: topics }, (_, index) => ({
    ...{ id: `made-up-${index}`, title: '', partOf: null, confirm: false, door: null },
    answer: read(90),
    keyPhrases: Array.from({ length: KEY_PHRASES }, () => read(2)),
  }))
  const vector = new Float32Array()
  const examples = classes.flatMap((_, label) =>
    Array.from({ length: UTTERANCES }, () => ({ read: read(8), vector, label, isTitle: false })),
  )
  const scorers = { ...trainScorers(examples, classes), nearest: null, vectors: null }
  const layout = { familyOf: Uint16Array.from(classes.keys()), outside: new Uint8Array(topics) }
  return { ...model, classes, layout, scorers, titles: new Map() }
}
