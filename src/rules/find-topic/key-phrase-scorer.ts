// Key phrases: short runs of words that only one topic's askers say.
import { softmax } from './probabilities'

/** For each run of stems, the classes that claim it and how much it says for each. */
export interface KeyPhraseIndex {
  readonly classes: number
  readonly runs: ReadonlyMap<string, readonly (readonly [number, number])[]>
  readonly longest: number
}

/** Builds the index from the stemmed key phrases of each class; a phrase that several claim says less for each. */
export function buildKeyPhraseIndex(phrases: readonly (readonly (readonly string[])[])[]): KeyPhraseIndex {
  const claims = new Map<string, Set<number>>()
  phrases.forEach((runs, index) => {
    for (const run of runs) claims.set(run.join(' '), (claims.get(run.join(' ')) ?? new Set()).add(index))
  })
  const runs = new Map<string, [number, number][]>()
  let longest = 1
  for (const [run, holders] of claims) {
    const length = run.split(' ').length
    longest = Math.max(longest, length)
    const weight = Math.sqrt(length) / holders.size
    runs.set(
      run,
      [...holders].map((holder) => [holder, weight]),
    )
  }
  return { classes: phrases.length, runs, longest }
}

/** Scores by class and the probabilities made of them; all alike where no phrase is met. */
export function scoreKeyPhrases(
  stems: readonly string[],
  index: KeyPhraseIndex,
): { readonly scores: Float64Array; readonly probabilities: Float64Array } {
  const scores = new Float64Array(index.classes)
  const met = new Set<string>()
  for (let start = 0; start < stems.length; start++) {
    for (let length = 1; length <= Math.min(index.longest, stems.length - start); length++)
      met.add(stems.slice(start, start + length).join(' '))
  }
  for (const run of met) for (const [holder, weight] of index.runs.get(run) ?? []) scores[holder] = (scores[holder] ?? 0) + weight
  return { scores, probabilities: softmax(scores, 1.5) }
}
