// Softmax regression over word features: the weights in one byte each.
import { softmax } from './probabilities'
import type { Features } from './word-features'

/** Weights by bucket, then class, in steps of `step`; `bias` by class. */
export interface WordHead {
  readonly classes: number
  readonly weights: Int8Array
  readonly step: number
  readonly bias: Float32Array
}

/** The probability of each class. */
export function scoreWords({ buckets, values }: Features, { classes, weights, step, bias }: WordHead): Float64Array {
  const scores = new Float64Array(classes)
  for (let place = 0; place < buckets.length; place++) {
    const row = (buckets[place] ?? 0) * classes
    const value = (values[place] ?? 0) * step
    for (let index = 0; index < classes; index++) scores[index] = (scores[index] ?? 0) + (weights[row + index] ?? 0) * value
  }
  for (let index = 0; index < classes; index++) scores[index] = (scores[index] ?? 0) + (bias[index] ?? 0)
  return softmax(scores, 1)
}
