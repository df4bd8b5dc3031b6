// Cuts the examples into folds, class by class, in a seeded order: each is held out once.
import type { Example } from './examples'
import { seededRandom, shuffled } from './seeded-random'

export interface Fold {
  readonly learn: readonly Example[]
  /** Held out; titles are always learnt from and never held out. */
  readonly held: readonly Example[]
}

/** So many folds; every class is spread over them evenly. */
export function foldsOf(examples: readonly Example[], folds: number): Fold[] {
  const foldOf = new Uint8Array(examples.length)
  const dealt = new Map<number, number>()
  for (const place of shuffled(examples.length, seededRandom(3))) {
    const label = examples[place]?.label ?? 0
    const count = dealt.get(label) ?? 0
    foldOf[place] = count % folds
    dealt.set(label, count + 1)
  }
  return Array.from({ length: folds }, (_, fold) => ({
    learn: examples.filter(({ isTitle }, place) => isTitle || foldOf[place] !== fold),
    held: examples.filter(({ isTitle }, place) => !isTitle && foldOf[place] === fold),
  }))
}
