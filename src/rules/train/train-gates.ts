// Fits both gates on questions judged by scorers that had not seen them, and chooses the thresholds on the same figures.
import { openness } from '../find-topic/gate'
import { gateFeatures, type Layout } from '../find-topic/gate-features'
import { fuse, runScorers, type Scorers } from '../find-topic/score-question'
import type { Gates, HeldOutFigures } from '../find-topic/topic-model'
import { weighFamilies } from '../find-topic/weigh-families'
import type { Example } from './examples'
import { fitGate } from './fit-gate'

/** A question judged by scorers that had not seen it. */
export interface OutOfFold {
  readonly features: Float64Array
  /** The first topic is the right one. */
  readonly right: boolean
  readonly amongThree: boolean
  readonly inside: boolean
  readonly leadsOutside: boolean
}

/** What may go wrong among a hundred questions of the pack's own, out of fold. */
export interface Targets {
  /** Share of questions answered with the wrong topic. */
  readonly wrong: number
  /** Share of out-of-scope questions that are offered choices. */
  readonly offered: number
}

const OUTSIDE_COUNTS = 2

/** Judges held-out examples, with or without their vectors. */
export function judgeHeldOut(
  held: readonly Example[],
  scorers: Scorers,
  layout: Layout,
  withVectors: 'with vectors' | 'without',
): OutOfFold[] {
  return held.map(({ read, vector, label }) => {
    const scores = runScorers({ read, vector: withVectors === 'with vectors' ? vector : null }, scorers)
    const ranked = weighFamilies(fuse(scores.probabilities), layout.familyOf)
    const isOutside = (id: number | undefined): boolean => id !== undefined && layout.outside[id] === 1
    const [first, ...others] = ranked.filter(({ id }) => !isOutside(id)).slice(0, 3)
    const inside = !isOutside(label)
    const wanted = layout.familyOf[label]
    return {
      features: gateFeatures(scores, ranked, layout),
      right: inside && first?.id === wanted,
      amongThree: inside && (first?.id === wanted || others.some(({ id }) => id === wanted)),
      inside,
      leadsOutside: isOutside(ranked[0]?.id),
    }
  })
}

/** The gates with the lowest thresholds that keep to the targets. */
export function trainGates(judged: readonly OutOfFold[], targets: Targets): Gates {
  const right = fitGate(judged.map(({ features, right: held }) => ({ features, held: held ? 1 : 0, weight: 1 })))
  const inside = fitGate(judged.map(({ features, inside: held }) => ({ features, held: held ? 1 : 0, weight: held ? 1 : OUTSIDE_COUNTS })))
  const answered = judged.filter(({ leadsOutside }) => !leadsOutside)
  const ours = judged.filter((one) => one.inside).length
  const others = judged.filter((one) => !one.inside)
  const answerFrom = lowestThreshold(
    answered.map((one) => ({ score: openness(one.features, right), fault: !one.right })),
    targets.wrong * ours,
  )
  const offerFrom = lowestThreshold(
    others.map((one) => ({ score: openness(one.features, inside), fault: true })),
    targets.offered * others.length,
  )
  const gates = { right, inside, answerFrom, offerFrom }
  return { ...gates, heldOut: figuresOf(judged, gates) }
}

function figuresOf(judged: readonly OutOfFold[], { right, inside, answerFrom, offerFrom }: Omit<Gates, 'heldOut'>): HeldOutFigures {
  const ours = judged.filter((one) => one.inside)
  const others = judged.filter((one) => !one.inside)
  const isAnswered = (one: OutOfFold): boolean => !one.leadsOutside && openness(one.features, right) >= answerFrom
  const share = (list: readonly OutOfFold[], holds: (one: OutOfFold) => boolean): number =>
    list.filter(holds).length / Math.max(1, list.length)
  return {
    asked: ours.length,
    first: share(ours, (one) => one.right),
    amongThree: share(ours, (one) => one.amongThree),
    answeredRight: share(ours, (one) => isAnswered(one) && one.right),
    answeredWrong: share(ours, (one) => isAnswered(one) && !one.right),
    outside: others.length,
    outsideAnswered: share(others, isAnswered),
    outsideOffered: share(others, (one) => !isAnswered(one) && openness(one.features, inside) >= offerFrom),
  }
}

/** The lowest score from which on at most so many faults are let through. */
function lowestThreshold(scored: readonly { readonly score: number; readonly fault: boolean }[], faultsAllowed: number): number {
  const falling = [...scored].sort((a, b) => b.score - a.score)
  let faults = 0
  let lowest = 1
  for (const { score, fault } of falling) {
    if (fault) faults++
    if (faults > faultsAllowed) return lowest
    lowest = score
  }
  return lowest
}
