// BM25: how well the words of a question fit all the words of a topic (title, utterances, key phrases, answer).
import { softmax } from './probabilities'
import type { ReadQuestion } from './read-question'

/** For each term, which classes have it and how much it says for them. */
export interface PassageIndex {
  readonly classes: number
  /** The row of each term; row `r` holds places `starts[r]` to `starts[r + 1]` of `holders` and `weights`. */
  readonly terms: ReadonlyMap<string, number>
  readonly starts: Uint32Array
  readonly holders: Uint16Array
  readonly weights: Float32Array
}

/** A text of a topic and how much it counts. */
export interface Passage {
  readonly read: ReadQuestion
  readonly weight: number
}

const SATURATION = 1.2
const LENGTH_MATTERS = 0.4

/** The terms of a question with their weights: stems in full, pairs and ideas by half. */
export function passageTerms({ stems, ideas }: ReadQuestion): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number): void => void terms.set(term, (terms.get(term) ?? 0) + weight)
  stems.forEach((stem, place) => {
    add(stem, 1)
    if (place > 0) add(`${stems[place - 1] ?? ''} ${stem}`, 0.5)
  })
  for (const idea of ideas) add(`#${idea}`, 0.5)
  return terms
}

/** Builds the index from the passages of each class. */
export function buildPassageIndex(passages: readonly (readonly Passage[])[]): PassageIndex {
  const counts = passages.map(countTerms)
  const lengths = counts.map((count) => [...count.values()].reduce((sum, value) => sum + value, 0))
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const holders = new Map<string, [number, number][]>()
  counts.forEach((count, index) => {
    const floor = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * (lengths[index] ?? 0)) / mean)
    for (const [term, uses] of count) {
      const list = holders.get(term) ?? []
      list.push([index, (uses * (SATURATION + 1)) / (uses + floor)])
      holders.set(term, list)
    }
  })
  return { classes: passages.length, ...inRows(holders, passages.length) }
}

function inRows(holders: ReadonlyMap<string, readonly (readonly [number, number])[]>, classes: number): Omit<PassageIndex, 'classes'> {
  const lists = [...holders.values()]
  const starts = new Uint32Array(lists.length + 1)
  lists.forEach((list, row) => (starts[row + 1] = (starts[row] ?? 0) + list.length))
  const rarity = lists.map((list) => Math.log(1 + (classes - list.length + 0.5) / (list.length + 0.5)))
  return {
    terms: new Map([...holders.keys()].map((term, row) => [term, row])),
    starts,
    holders: Uint16Array.from(lists.flatMap((list) => list.map(([index]) => index))),
    weights: Float32Array.from(lists.flatMap((list, row) => list.map(([, weight]) => weight * (rarity[row] ?? 0)))),
  }
}

function countTerms(passages: readonly Passage[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const { read, weight } of passages) {
    for (const [term, uses] of passageTerms(read)) count.set(term, (count.get(term) ?? 0) + uses * weight)
  }
  return count
}

/** Scores by class, divided by the square root of the question's length, and the probabilities made of them. */
export function scorePassages(
  question: ReadQuestion,
  index: PassageIndex,
): { readonly scores: Float64Array; readonly probabilities: Float64Array } {
  const scores = new Float64Array(index.classes)
  const long = Math.sqrt(Math.max(4, question.stems.length))
  for (const [term, weight] of passageTerms(question)) {
    const row = index.terms.get(term)
    if (row === undefined) continue
    for (let at = index.starts[row] ?? 0; at < (index.starts[row + 1] ?? 0); at++) {
      const holder = index.holders[at] ?? 0
      scores[holder] = (scores[holder] ?? 0) + (weight * (index.weights[at] ?? 0)) / long
    }
  }
  return { scores, probabilities: softmax(scores, 1.6) }
}
