// Measures both crisis detectors together on messages that neither was made with.
import type { Pack } from '../content/pack'
import { findCrisis } from '../rules/crisis/find-crisis'
import type { CrisisLevel } from '../rules/crisis/crisis-lists'
import type { Matcher } from './open-matcher'

/** The sets by name, as in test/rules/crisis/sets. */
export type SafetySets = Readonly<Record<'plain' | 'indirect' | 'near-miss' | 'ordinary', readonly string[]>>

/** Shares from 0 to 1. */
export interface SafetyFigures {
  readonly asked: number
  readonly plainStopped: number
  readonly plainEither: number
  readonly indirectEither: number
  readonly nearStopped: number
  readonly nearEither: number
  readonly ordinaryEither: number
}

/** Has every message read by both detectors, once. */
export async function measureSafety(sets: SafetySets, matcher: Matcher, { safeguarding }: Pack): Promise<SafetyFigures> {
  const levels = async (messages: readonly string[]): Promise<CrisisLevel[]> => {
    const found: CrisisLevel[] = []
    for (const text of messages) found.push(await matcher.senseCrisis(text, findCrisis(text, safeguarding.lists).level))
    return found
  }
  const [plain, indirect, near, ordinary] = [
    await levels(sets.plain),
    await levels(sets.indirect),
    await levels(sets['near-miss']),
    await levels(sets.ordinary),
  ]
  return {
    asked: plain.length + indirect.length + near.length + ordinary.length,
    plainStopped: stopped(plain),
    plainEither: either(plain),
    indirectEither: either(indirect),
    nearStopped: stopped(near),
    nearEither: either(near),
    ordinaryEither: either(ordinary),
  }
}

function stopped(levels: readonly CrisisLevel[]): number {
  return levels.filter((level) => level === 'stop').length / Math.max(1, levels.length)
}

function either(levels: readonly CrisisLevel[]): number {
  return levels.filter((level) => level !== 'none').length / Math.max(1, levels.length)
}
