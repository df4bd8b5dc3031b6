// The second detector: senses a crisis from the meaning of a message where the lists found nothing.
import { logistic } from './probabilities'
import type { CrisisSense } from './topic-model'

/** The probability, from 0 to 1, that a message speaks of a crisis; `vectors` are those of the message as typed, in pieces if long. */
export function senseCrisis(vectors: readonly Float32Array[], { weights, bias }: CrisisSense): number {
  const scores = vectors.map((vector) => vector.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), bias))
  return logistic(Math.max(-30, ...scores))
}
