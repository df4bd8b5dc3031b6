// Trains every scorer on the same examples.
import { buildKeyPhraseIndex } from '../find-topic/key-phrase-scorer'
import { buildPassageIndex, type Passage } from '../find-topic/passage-scorer'
import type { Scorers } from '../find-topic/score-question'
import { VECTOR_STEP, type UtteranceVectors } from '../find-topic/vector-scorers'
import { wordFeatures } from '../find-topic/word-features'
import type { Example, TrainingClass } from './examples'
import { fitVectorHead } from './fit-vector-head'
import { fitWordHead } from './fit-word-head'

const TITLE_COUNTS = 2
const ANSWER_COUNTS = 0.5

/** The scorers of a model. */
export function trainScorers(examples: readonly Example[], classes: readonly TrainingClass[]): Scorers {
  const words = fitWordHead(
    examples.map(({ read, label }) => ({ features: wordFeatures(read), label, weight: 1 })),
    classes.length,
  )
  const passages: Passage[][] = classes.map(({ answer, keyPhrases }) => [
    { read: answer, weight: ANSWER_COUNTS },
    ...keyPhrases.map((read) => ({ read, weight: 1 })),
  ])
  for (const { read, label, isTitle } of examples) passages[label]?.push({ read, weight: isTitle ? TITLE_COUNTS : 1 })
  return {
    words,
    passages: buildPassageIndex(passages),
    keyPhrases: buildKeyPhraseIndex(classes.map(({ keyPhrases }) => keyPhrases.map(({ stems }) => stems))),
    nearest: packVectors(examples, classes.length),
    vectors: fitVectorHead(
      examples.map(({ vector, label }) => ({ vector, label, weight: 1 })),
      classes.length,
    ),
  }
}

function packVectors(examples: readonly Example[], classes: number): UtteranceVectors {
  const length = examples[0]?.vector.length ?? 0
  const numbers = new Int8Array(examples.length * length)
  examples.forEach(({ vector }, row) => {
    vector.forEach((value, place) => (numbers[row * length + place] = Math.max(-127, Math.min(127, Math.round(value / VECTOR_STEP)))))
  })
  return { classes, length, numbers, classOf: Uint16Array.from(examples, ({ label }) => label) }
}
