// What sentence vectors say: the nearest utterances of each class, and a softmax regression over the vector itself.
import { softmax } from './probabilities'

/** Unit vectors of the utterances, in one byte a number, and the class of each. */
export interface UtteranceVectors {
  readonly classes: number
  readonly length: number
  readonly numbers: Int8Array
  readonly classOf: Uint16Array
}

/** Weights by class, then place in the vector; `bias` by class. */
export interface VectorHead {
  readonly classes: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** One byte holds a number from -1/4 to 1/4 of a unit vector; none of 512 is larger in practice. */
export const VECTOR_STEP = 1 / 508

/** Best cosines by class (three quarters the nearest, one quarter the second nearest), and the probabilities made of them. */
export function scoreNearest(
  vector: Float32Array,
  { classes, length, numbers, classOf }: UtteranceVectors,
): {
  readonly cosines: Float64Array
  readonly probabilities: Float64Array
} {
  const first = new Float64Array(classes).fill(-1)
  const second = new Float64Array(classes).fill(-1)
  for (let row = 0; row < classOf.length; row++) {
    const cosine = byteProduct(numbers, row * length, vector) * VECTOR_STEP
    const index = classOf[row] ?? 0
    if (cosine > (first[index] ?? 0)) {
      second[index] = first[index] ?? 0
      first[index] = cosine
    } else if (cosine > (second[index] ?? 0)) second[index] = cosine
  }
  const mixed = first.map((cosine, index) => 0.75 * cosine + 0.25 * Math.max(second[index] ?? 0, cosine - 0.3))
  return { cosines: first, probabilities: softmax(mixed, 14) }
}

/** The probability of each class by the regression. */
export function scoreVector(vector: Float32Array, { classes, weights, bias }: VectorHead): Float64Array {
  const scores = new Float64Array(classes)
  for (let index = 0; index < classes; index++) scores[index] = (bias[index] ?? 0) + floatProduct(weights, index * vector.length, vector)
  return softmax(scores, 1)
}

/* One function for bytes and one for floats: a loop that meets both kinds of array runs several times slower.
   Four sums side by side, so that no addition waits for the last; vectors have a multiple of four numbers. */

function byteProduct(rows: Int8Array, start: number, vector: Float32Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let place = 0; place < vector.length; place += 4) {
    const at = start + place
    a += (rows[at] as number) * (vector[place] as number)
    b += (rows[at + 1] as number) * (vector[place + 1] as number)
    c += (rows[at + 2] as number) * (vector[place + 2] as number)
    d += (rows[at + 3] as number) * (vector[place + 3] as number)
  }
  return a + b + c + d
}

function floatProduct(rows: Float32Array, start: number, vector: Float32Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let place = 0; place < vector.length; place += 4) {
    const at = start + place
    a += (rows[at] as number) * (vector[place] as number)
    b += (rows[at + 1] as number) * (vector[place + 1] as number)
    c += (rows[at + 2] as number) * (vector[place + 2] as number)
    d += (rows[at + 3] as number) * (vector[place + 3] as number)
  }
  return a + b + c + d
}
