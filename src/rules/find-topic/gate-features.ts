// What the two gates look at: how sure the scorers are of the first topic, how far they agree, and how the words look.
import { logOdds } from './probabilities'
import type { Scores } from './score-question'
import type { Family } from './weigh-families'

/** Which classes are outside the scope, and each class's family. */
export interface Layout {
  readonly familyOf: Uint16Array
  readonly outside: Uint8Array
}

/** The numbers that the gates weigh, in a fixed order; the last five are 0 in the small mode. */
export function gateFeatures(scores: Scores, ranked: readonly Family[], { familyOf, outside }: Layout): Float64Array {
  const inside = ranked.filter((family) => outside[family.id] !== 1)
  const [first, second] = inside
  const top = first?.id ?? 0
  const inTop = (values: Float64Array): number => bestOf(values, (index) => familyOf[index] === top)
  const sumTop = (values: Float64Array): number => values.reduce((sum, value, index) => sum + (familyOf[index] === top ? value : 0), 0)
  const sumOutside = (values: Float64Array): number => values.reduce((sum, value, index) => sum + (outside[index] === 1 ? value : 0), 0)
  const shares = scores.probabilities.map(sumTop)
  const agreeing = scores.probabilities.filter((values) => familyOf[indexOfBest(values)] === top).length / scores.probabilities.length
  const outsideShare = ranked.reduce((sum, family) => sum + (outside[family.id] === 1 ? family.probability : 0), 0)
  const vector = scores.cosines === null ? [0, 0, 0, 0, 0] : vectorFeatures(scores, scores.cosines, inTop, outside, shares)
  return Float64Array.from([
    logOdds(first?.probability ?? 0),
    Math.log(((first?.probability ?? 0) + 1e-4) / ((second?.probability ?? 0) + 1e-4)),
    shares.reduce((sum, share) => sum + share, 0) / shares.length,
    agreeing,
    inTop(scores.passages),
    bestOf(scores.passages, (index) => outside[index] === 1),
    Math.min(4, inTop(scores.keyPhrases)),
    Math.log(1 + scores.length),
    scores.coverage,
    logOdds(outsideShare),
    logOdds(shares[0] ?? 0),
    logOdds(sumOutside(scores.probabilities[0] ?? new Float64Array())),
    ...vector,
  ])
}

function vectorFeatures(
  scores: Scores,
  cosines: Float64Array,
  inTop: (values: Float64Array) => number,
  outside: Uint8Array,
  shares: readonly number[],
): number[] {
  const away = bestOf(cosines, (index) => outside[index] === 1)
  const sumOutside = (scores.probabilities[4] ?? new Float64Array()).reduce(
    (sum, value, index) => sum + (outside[index] === 1 ? value : 0),
    0,
  )
  return [inTop(cosines), inTop(cosines) - away, logOdds(shares[4] ?? 0), logOdds(sumOutside), logOdds(shares[3] ?? 0)]
}

function bestOf(values: Float64Array, counts: (index: number) => boolean): number {
  return values.reduce((best, value, index) => (counts(index) && value > best ? value : best), 0)
}

function indexOfBest(values: Float64Array): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0)
}
