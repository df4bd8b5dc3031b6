// Runs every scorer over a question and fuses what they say into one probability for each class and each family of topics.
import { scoreKeyPhrases, type KeyPhraseIndex } from './key-phrase-scorer'
import { passageTerms, scorePassages, type PassageIndex } from './passage-scorer'
import { softmax } from './probabilities'
import type { ReadQuestion } from './read-question'
import { scoreNearest, scoreVector, type UtteranceVectors, type VectorHead } from './vector-scorers'
import { wordFeatures } from './word-features'
import { scoreWords, type WordHead } from './word-scorer'

/** What the scorers learnt; the two over vectors are null in the small mode. */
export interface Scorers {
  readonly words: WordHead
  readonly passages: PassageIndex
  readonly keyPhrases: KeyPhraseIndex
  readonly nearest: UtteranceVectors | null
  readonly vectors: VectorHead | null
}

/** A question read, with its unit vector where there is one. */
export interface Probe {
  readonly read: ReadQuestion
  readonly vector: Float32Array | null
}

/** What the scorers found, by class. */
export interface Scores {
  readonly probabilities: readonly Float64Array[]
  readonly passages: Float64Array
  readonly keyPhrases: Float64Array
  readonly cosines: Float64Array | null
  readonly coverage: number
  readonly length: number
}

const WEIGHTS = [1, 1, 0.7, 1, 1]
const FLOOR = 0.03

/** Runs the scorers: word regression, passages, key phrases, nearest utterance, vector regression, in this order. */
export function runScorers({ read, vector }: Probe, scorers: Scorers): Scores {
  const passages = scorePassages(read, scorers.passages)
  const keyPhrases = scoreKeyPhrases(read.stems, scorers.keyPhrases)
  const nearest = vector === null || scorers.nearest === null ? null : scoreNearest(vector, scorers.nearest)
  const regression = vector === null || scorers.vectors === null ? null : scoreVector(vector, scorers.vectors)
  const probabilities = [scoreWords(wordFeatures(read), scorers.words), passages.probabilities, keyPhrases.probabilities]
  if (nearest !== null) probabilities.push(nearest.probabilities)
  if (regression !== null) probabilities.push(regression)
  return {
    probabilities,
    passages: passages.scores,
    keyPhrases: keyPhrases.scores,
    cosines: nearest?.cosines ?? null,
    coverage: coverage(read, scorers.passages),
    length: read.stems.length,
  }
}

function coverage(read: ReadQuestion, index: PassageIndex): number {
  const single = [...passageTerms({ stems: read.stems, ideas: [] }).keys()].filter((term) => !term.includes(' '))
  return single.length === 0 ? 0 : single.filter((term) => index.terms.has(term)).length / single.length
}

/** One probability a class: the logarithms of what the scorers say, weighed and added. */
export function fuse(probabilities: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(probabilities[0]?.length ?? 0)
  probabilities.forEach((scorer, place) => {
    const weight = WEIGHTS[place] ?? 1
    scorer.forEach((p, index) => (sums[index] = (sums[index] ?? 0) + weight * Math.log(p + FLOOR)))
  })
  return softmax(sums, 1)
}
