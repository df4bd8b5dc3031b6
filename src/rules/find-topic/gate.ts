// A gate: the calibrated probability of one statement about a question (the first topic is right; the question is in scope).
import { logistic } from './probabilities'

/** A logistic regression over standardised features. */
export interface Gate {
  readonly mean: Float64Array
  readonly spread: Float64Array
  readonly weights: Float64Array
  readonly bias: number
}

/** The probability, from 0 to 1. */
export function openness(features: Float64Array, { mean, spread, weights, bias }: Gate): number {
  const sum = features.reduce(
    (total, value, place) => total + ((weights[place] ?? 0) * (value - (mean[place] ?? 0))) / (spread[place] ?? 1),
    bias,
  )
  return logistic(sum)
}
