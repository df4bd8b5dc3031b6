// Fits the regression over sentence vectors in one step: ridge regression onto the classes, solved by Cholesky.
import type { VectorHead } from '../find-topic/vector-scorers'

/** One example: its vector, its class, and how much it counts. */
export interface VectorExample {
  readonly vector: Float32Array
  readonly label: number
  readonly weight: number
}

const RIDGE = 0.03
const SHARPNESS = 50

/** Fits the regression. A class counts by the square root of its size, so that large classes do not drown small ones. */
export function fitVectorHead(examples: readonly VectorExample[], classes: number): VectorHead {
  const length = examples[0]?.vector.length ?? 0
  const sizes = new Float64Array(classes)
  for (const { label } of examples) sizes[label] = (sizes[label] ?? 0) + 1
  const gram = new Float64Array(length * length)
  const targets = new Float64Array(classes * length)
  for (const { vector, label, weight } of examples) {
    const share = weight / Math.sqrt(sizes[label] ?? 0.03)
    addOuter(gram, vector, share)
    for (let place = 0; place < length; place++) {
      const at = label * length + place
      targets[at] = (targets[at] as number) + share * (vector[place] as number)
    }
  }
  for (let place = 0; place < length; place++) gram[place * length + place] = (gram[place * length + place] as number) + RIDGE
  decompose(gram, length)
  const weights = new Float32Array(classes * length)
  for (let index = 0; index < classes; index++) {
    const solved = substitute(gram, targets.subarray(index * length, (index + 1) * length))
    weights.set(
      solved.map((value) => value * SHARPNESS),
      index * length,
    )
  }
  return { classes, weights, bias: new Float32Array(classes) }
}

/** Adds share · v vᵀ to the lower triangle. */
function addOuter(gram: Float64Array, vector: Float32Array, share: number): void {
  const length = vector.length
  for (let row = 0; row < length; row++) {
    const value = share * (vector[row] as number)
    const start = row * length
    for (let column = 0; column <= row; column++)
      gram[start + column] = (gram[start + column] as number) + value * (vector[column] as number)
  }
}

/** Cholesky in place: the lower triangle becomes L with L Lᵀ = the matrix. */
function decompose(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] as number
      for (let at = 0; at < column; at++) sum -= (matrix[row * size + at] as number) * (matrix[column * size + at] as number)
      matrix[row * size + column] = row === column ? Math.sqrt(Math.max(1e-9, sum)) : sum / (matrix[column * size + column] as number)
    }
  }
}

/** Solves L Lᵀ x = right. */
function substitute(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const out = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    let sum = out[row] as number
    for (let at = 0; at < row; at++) sum -= (lower[row * size + at] as number) * (out[at] as number)
    out[row] = sum / (lower[row * size + row] as number)
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = out[row] as number
    for (let at = row + 1; at < size; at++) sum -= (lower[at * size + row] as number) * (out[at] as number)
    out[row] = sum / (lower[row * size + row] as number)
  }
  return out
}
