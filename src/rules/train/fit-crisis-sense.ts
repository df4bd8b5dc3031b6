// Fits the second crisis detector: a ridge-bound logistic regression over sentence vectors, words, pairs and pieces of words, and what is kept by its signs.
import { crisisWords } from '../find-topic/crisis-words'
import { logistic } from '../find-topic/probabilities'
import type { CrisisSense } from '../find-topic/topic-model'
import { signsOf } from '../find-topic/vector-signs'
import { seededRandom, shuffled } from './seeded-random'

/** A written-out message that speaks of a crisis, or one that does not. */
export interface CrisisExample {
  readonly text: string
  readonly vector: Float32Array
  readonly isCrisis: boolean
  /** Kept by its signs, so that a message is held against it. */
  readonly isKept?: boolean
}

interface Prepared {
  readonly vector: Float32Array
  readonly keys: readonly number[]
  readonly share: number
  readonly isCrisis: boolean
}

const EPOCHS = 40
const RATE = 2
const SHRINK = 3e-5
/** A word or pair that fewer examples hold tells nothing. */
const FEWEST_EXAMPLES = 3

/** Fits the regression; both sides count the same in all. Examples without vectors give a detector of words alone. */
export function fitCrisisSense(examples: readonly CrisisExample[], steps: CrisisSense['steps']): CrisisSense {
  const { prepared, keys } = prepare(examples)
  const weights = new Float32Array(examples[0]?.vector.length ?? 0)
  const wordWeights = new Float32Array(keys.length)
  const crises = Math.max(1, examples.filter(({ isCrisis }) => isCrisis).length)
  const emphasis = Math.sqrt(Math.min(8, (examples.length - crises) / crises))
  let bias = 0
  const random = seededRandom(5)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / Math.sqrt(1 + epoch)
    for (const place of shuffled(prepared.length, random)) {
      const example = prepared[place]
      if (example === undefined) continue
      const gap = (logistic(scoreOf(example, weights, wordWeights) + bias) - (example.isCrisis ? 1 : 0)) * (example.isCrisis ? emphasis : 1)
      const step = rate * gap
      for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) - step * (example.vector[at] as number)
      for (const key of example.keys) wordWeights[key] = (wordWeights[key] as number) - step * example.share
      bias -= 0.1 * step
    }
    const kept = Math.pow(1 - rate * SHRINK, prepared.length)
    weights.forEach((value, at) => (weights[at] = value * kept))
    wordWeights.forEach((value, at) => (wordWeights[at] = value * kept))
  }
  const words = new Map(keys.map((key, at) => [key, Number((wordWeights[at] as number).toFixed(3))]))
  return { weights, words, bias, known: knownOf(examples), steps }
}

/** The signs of the examples that are kept; null without vectors. */
function knownOf(examples: readonly CrisisExample[]): CrisisSense['known'] {
  const kept = examples.filter(({ vector, isKept }) => isKept === true && vector.length > 0)
  if (kept.length === 0) return null
  const middle = new Float32Array(kept[0]?.vector.length ?? 0)
  for (const { vector } of kept) vector.forEach((value, place) => (middle[place] = (middle[place] as number) + value / kept.length))
  const rows = kept.map(({ vector }) => signsOf(vector, middle))
  return {
    middle,
    bits: Uint32Array.from(rows.flatMap((row) => [...row])),
    isCrisis: Uint8Array.from(kept, ({ isCrisis }) => Number(isCrisis)),
  }
}

/** The words that count, numbered, and the examples in those numbers. */
function prepare(examples: readonly CrisisExample[]): { prepared: readonly Prepared[]; keys: readonly string[] } {
  const read = examples.map(({ text }) => crisisWords(text))
  const counts = new Map<string, number>()
  for (const key of read.flatMap(({ keys }) => keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keys = [...counts].filter(([, count]) => count >= FEWEST_EXAMPLES).map(([key]) => key)
  const numbers = new Map(keys.map((key, at) => [key, at]))
  const prepared = examples.map(({ vector, isCrisis }, place) => ({
    vector,
    isCrisis,
    keys: read[place]?.keys.flatMap((key) => numbers.get(key) ?? []) ?? [],
    share: read[place]?.share ?? 0,
  }))
  return { prepared, keys }
}

function scoreOf({ vector, keys, share }: Prepared, weights: Float32Array, words: Float32Array): number {
  let sum = 0
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (vector[at] as number)
  let fromWords = 0
  for (const key of keys) fromWords += words[key] as number
  return sum + share * fromWords
}
