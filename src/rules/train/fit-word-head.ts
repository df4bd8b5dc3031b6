// Fits the softmax regression over word features by AdaGrad with one rate a bucket, in a seeded order.
import { softmax } from '../find-topic/probabilities'
import { BUCKETS, type Features } from '../find-topic/word-features'
import type { WordHead } from '../find-topic/word-scorer'
import { seededRandom, shuffled } from './seeded-random'

/** One example: its features, its class, and how much it counts. */
export interface WordExample {
  readonly features: Features
  readonly label: number
  readonly weight: number
}

interface Fit {
  readonly classes: number
  readonly weights: Float32Array
  readonly seen: Float64Array
  readonly bias: Float32Array
  readonly scores: Float64Array
}

const RATE = 3
const EPOCHS = 6
const SMALL = 0.02
const SMOOTHING = 0.05

/** Fits the regression; gradients under 0.02 are skipped, labels are smoothed by 0.05. */
export function fitWordHead(examples: readonly WordExample[], classes: number): WordHead {
  const size = BUCKETS * classes
  const fit: Fit = {
    classes,
    weights: new Float32Array(size),
    seen: new Float64Array(BUCKETS).fill(0.05),
    bias: new Float32Array(classes),
    scores: new Float64Array(classes),
  }
  const random = seededRandom(7)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const place of shuffled(examples.length, random)) {
      const example = examples[place]
      if (example !== undefined) learn(example, fit)
    }
  }
  return inBytes(fit)
}

function learn({ features, label, weight }: WordExample, fit: Fit): void {
  const found = currentOpinion(features, fit)
  const active: number[] = []
  const gaps: number[] = []
  for (let index = 0; index < fit.classes; index++) {
    const wanted = (index === label ? 1 - SMOOTHING : 0) + SMOOTHING / fit.classes
    const gap = ((found[index] as number) - wanted) * weight
    if (Math.abs(gap) < SMALL) continue
    active.push(index)
    gaps.push(gap)
    fit.bias[index] = (fit.bias[index] as number) - 0.02 * gap
  }
  stepBack(features, active, gaps, fit)
}

function currentOpinion({ buckets, values }: Features, { classes, weights, bias, scores }: Fit): Float64Array {
  for (let index = 0; index < classes; index++) scores[index] = bias[index] as number
  for (let place = 0; place < buckets.length; place++) {
    const row = (buckets[place] as number) * classes
    const value = values[place] as number
    for (let index = 0; index < classes; index++) scores[index] = (scores[index] as number) + (weights[row + index] as number) * value
  }
  return softmax(scores, 1)
}

function stepBack(
  { buckets, values }: Features,
  active: readonly number[],
  gaps: readonly number[],
  { classes, weights, seen }: Fit,
): void {
  const energy = gaps.reduce((sum, gap) => sum + gap * gap, 0)
  for (let place = 0; place < buckets.length; place++) {
    const bucket = buckets[place] as number
    const value = values[place] as number
    const sum = (seen[bucket] as number) + energy * value * value
    seen[bucket] = sum
    const step = (RATE * value) / Math.sqrt(sum)
    for (let turn = 0; turn < active.length; turn++) {
      const at = bucket * classes + (active[turn] as number)
      weights[at] = (weights[at] as number) - step * (gaps[turn] as number)
    }
  }
}

function inBytes({ classes, weights, bias }: Fit): WordHead {
  let most = 0
  for (let at = 0; at < weights.length; at++) most = Math.max(most, Math.abs(weights[at] as number))
  const step = (most || 1) / 127
  const [starts, classOf, bytes] = [new Uint32Array(BUCKETS + 1), [] as number[], [] as number[]]
  for (let at = 0; at < weights.length; at++) {
    const byte = Math.round((weights[at] as number) / step)
    if (byte !== 0) {
      classOf.push(at % classes)
      bytes.push(byte)
    }
    if (at % classes === classes - 1) starts[(at + 1) / classes] = bytes.length
  }
  return { classes, starts, classOf: Uint16Array.from(classOf), weights: Int8Array.from(bytes), step, bias }
}
