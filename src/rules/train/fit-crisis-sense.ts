// Fits the second crisis detector: a ridge-bound logistic regression over sentence vectors.
import { logistic } from '../find-topic/probabilities'
import type { CrisisSense } from '../find-topic/topic-model'
import { seededRandom, shuffled } from './seeded-random'

/** A message that speaks of a crisis, or one that does not. */
export interface CrisisExample {
  readonly vector: Float32Array
  readonly isCrisis: boolean
}

const EPOCHS = 40
const RATE = 1.2
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
      const sum = example.vector.reduce((total, value, at) => total + value * (weights[at] as number), bias)
      const gap = (logistic(sum) - (example.isCrisis ? 1 : 0)) * (example.isCrisis ? Math.sqrt(share) : 1)
      example.vector.forEach((value, at) => (weights[at] = (weights[at] as number) * (1 - rate * SHRINK) - rate * gap * value))
      bias -= 0.1 * rate * gap
    }
  }
  return { weights, bias, stripFrom }
}
