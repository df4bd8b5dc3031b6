// Fits a gate: logistic regression by Newton's method on standardised features, with a light ridge.
import type { Gate } from '../find-topic/gate'
import { logistic } from '../find-topic/probabilities'

/** One example: what the gate looks at, whether the statement held, and how much it counts. */
export interface GateExample {
  readonly features: Float64Array
  readonly held: 0 | 1
  readonly weight: number
}

const RIDGE = 2
const ROUNDS = 12

/** Fits the gate. */
export function fitGate(examples: readonly GateExample[]): Gate {
  const width = examples[0]?.features.length ?? 0
  const { mean, spread } = standardise(examples, width)
  const rows = examples.map(({ features }) => {
    const row = features.map((value, place) => (value - (mean[place] ?? 0)) / (spread[place] ?? 1))
    return Float64Array.from([...row, 1])
  })
  let weights: Float64Array = new Float64Array(width + 1)
  for (let round = 0; round < ROUNDS; round++) weights = newtonStep(rows, examples, weights)
  return { mean, spread, weights: weights.slice(0, width), bias: weights[width] ?? 0 }
}

function standardise(examples: readonly GateExample[], width: number) {
  const mean = new Float64Array(width)
  const spread = new Float64Array(width)
  for (let place = 0; place < width; place++) {
    const values = examples.map(({ features }) => features[place] ?? 0)
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length
    mean[place] = middle
    spread[place] = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length) || 1
  }
  return { mean, spread }
}

function newtonStep(rows: readonly Float64Array[], examples: readonly GateExample[], weights: Float64Array): Float64Array {
  const width = weights.length
  const slope = Array.from(weights, (weight, place) => (place === width - 1 ? 0 : -RIDGE * weight))
  const bend: number[][] = Array.from({ length: width }, (_, row) =>
    Array.from({ length: width }, (__, column) => (row === column ? RIDGE : 0)),
  )
  rows.forEach((row, place) => {
    const { held, weight } = examples[place] as GateExample
    const p = logistic(row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0))
    const curve = p * (1 - p) * weight
    row.forEach((value, a) => {
      slope[a] = (slope[a] ?? 0) + (held - p) * weight * value
      const line = bend[a] ?? []
      row.forEach((other, b) => (line[b] = (line[b] ?? 0) + curve * value * other))
    })
  })
  const step = solve(bend, slope)
  return weights.map((weight, place) => weight + Math.max(-2, Math.min(2, step[place] ?? 0)))
}

/** Solves a symmetric system by elimination with pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []]
    const head = rows[column] ?? []
    for (let row = 0; row < size; row++) {
      const line = rows[row] ?? []
      const factor = row === column ? 0 : (line[column] ?? 0) / (head[column] || 1e-9)
      if (factor !== 0) for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (head[at] ?? 0)
    }
  }
  return rows.map((row, place) => (row[size] ?? 0) / (row[place] || 1e-9))
}
