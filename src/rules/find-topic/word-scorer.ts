// Softmax regression over word features: the weights in one byte each, and only those that say something.
import { softmax } from './probabilities'
import type { Features } from './word-features'

/** Bucket `b` holds places `starts[b]` to `starts[b + 1]` of `classOf` and of `weights`, in steps of `step`; `bias` by class. Nineteen weights in twenty are nought and left out. */
export interface WordHead {
  readonly classes: number
  readonly starts: Uint32Array
  readonly classOf: Uint16Array
  readonly weights: Int8Array
  readonly step: number
  readonly bias: Float32Array
}

/** The probability of each class. */
export function scoreWords({ buckets, values }: Features, { classes, starts, classOf, weights, step, bias }: WordHead): Float64Array {
  const scores = new Float64Array(classes)
  for (let place = 0; place < buckets.length; place++) {
    const bucket = buckets[place] ?? 0
    const value = (values[place] ?? 0) * step
    for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at++) {
      const index = classOf[at] ?? 0
      scores[index] = (scores[index] ?? 0) + (weights[at] ?? 0) * value
    }
  }
  for (let index = 0; index < classes; index++) scores[index] = (scores[index] ?? 0) + (bias[index] ?? 0)
  return softmax(scores, 1)
}
