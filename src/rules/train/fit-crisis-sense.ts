// Fits the second crisis detector: a ridge-bound logistic regression over sentence vectors.
import { logistic } from '../find-topic/probabilities'
import type { CrisisSense } from '../find-topic/topic-model'
import { seededRandom, shuffled } from './seeded-random'

/** A message that speaks of a crisis, or one that does not. */
export interface CrisisExample {
  readonly vector: Float32Array
  readonly isCrisis: boolean
}

const EPOCHS = 15
const RATE = 2
const SHRINK = 4e-5

/** Fits the regression; both sides count the same in all. */
export function fitCrisisSense(examples: readonly CrisisExample[], stripFrom: number): CrisisSense {
  const weights = new Float32Array(examples[0]?.vector.length ?? 0)
  const crises = Math.max(1, examples.filter(({ isCrisis }) => isCrisis).length)
  const share = Math.min(8, (examples.length - crises) / crises)
  let bias = 0
  let step = 0
  const random = seededRandom(5)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const place of shuffled(examples.length, random)) {
      const example = examples[place]
      if (example === undefined) continue
      const rate = RATE / Math.sqrt(1 + step++ / examples.length)
      const gap =
        (logistic(bias + product(weights, example.vector)) - (example.isCrisis ? 1 : 0)) * (example.isCrisis ? Math.sqrt(share) : 1)
      for (let at = 0; at < weights.length; at++) {
        weights[at] = (weights[at] as number) * (1 - rate * SHRINK) - rate * gap * (example.vector[at] as number)
      }
      bias -= 0.1 * rate * gap
    }
  }
  return { weights, bias, stripFrom }
}

function product(weights: Float32Array, vector: Float32Array): number {
  let sum = 0
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (vector[at] as number)
  return sum
}
