// One question against the model: the likeliest topics, how sure that the first is right, how sure that it is in scope.
import { gateFeatures } from './gate-features'
import { openness } from './gate'
import { fuse, runScorers, type Probe } from './score-question'
import type { TopicModel } from './topic-model'
import { weighFamilies, type Family } from './weigh-families'

/** A topic that may be meant. */
export interface Candidate {
  /** Class number of the topic to say. */
  readonly index: number
  /** Probability of its family. */
  readonly score: number
}

export interface Judgement {
  /** Topics, the likeliest first, one a family. */
  readonly candidates: readonly Candidate[]
  /** The likeliest class outside the scope, and the probability of all of them. */
  readonly outside: { readonly index: number; readonly score: number; readonly total: number }
  /** Whether the likeliest class of all is outside the scope. */
  readonly leadsOutside: boolean
  readonly right: number
  readonly inside: number
}

const CLEARLY_THE_PART = 0.5
const SHOWN = 5

/** Judges a question that has been read. */
export function judgeQuestion(probe: Probe, model: TopicModel): Judgement {
  const scores = runScorers(probe, model.scorers)
  const fused = fuse(scores.probabilities)
  const ranked = weighFamilies(fused, model.layout.familyOf)
  const features = gateFeatures(scores, ranked, model.layout)
  const gates = scores.cosines === null ? model.gates.small : model.gates.full
  const isOutside = (family: Family): boolean => model.layout.outside[family.id] === 1
  const away = ranked.filter(isOutside)
  return {
    candidates: ranked
      .filter((family) => !isOutside(family))
      .slice(0, SHOWN)
      .map((family) => ({ index: speaker(family), score: family.probability })),
    outside: {
      index: away[0]?.id ?? -1,
      score: away[0]?.probability ?? 0,
      total: away.reduce((sum, family) => sum + family.probability, 0),
    },
    leadsOutside: ranked[0] !== undefined && isOutside(ranked[0]),
    right: openness(features, gates.right),
    inside: openness(features, gates.inside),
  }
}

/** Who speaks for a family: its head, unless a part is clearly meant. */
function speaker({ id, member, memberProbability, probability }: Family): number {
  return memberProbability >= CLEARLY_THE_PART * probability ? member : id
}
