// Corrects a misspelt word to the nearest word of the pack. Only words that no British list and no table knows are touched.
import { isKnownWord, type KnownWords } from './known-words'

/** What spelling is checked against: every British word, and the pack's own words with how often each is used. */
export interface Spelling {
  readonly known: KnownWords
  readonly packWords: ReadonlyMap<string, number>
}

interface Candidate {
  readonly word: string
  readonly letters: number
  readonly bonus: number
}

const SHORTEST = 4
const MANY_USES = 1000
const prepared = new WeakMap<ReadonlyMap<string, number>, readonly (readonly Candidate[])[]>()

/** The word, or the nearest word of the pack where it is misspelt: one slip up to 5 letters, two up to 8, three above. */
export function correctWord(word: string, { known, packWords }: Spelling): string {
  if (word.length < SHORTEST || /[^a-z]/.test(word) || packWords.has(word) || isKnownWord(word, known)) return word
  const allowed = word.length <= 5 ? 1 : word.length <= 8 ? 2 : 3
  const letters = letterSet(word)
  let best = word
  let bestCost = allowed + 1
  for (let length = Math.max(SHORTEST, word.length - allowed); length <= word.length + allowed; length++) {
    for (const candidate of byLength(packWords)[length] ?? []) {
      if (differences(candidate.letters, letters) > 2 * allowed) continue
      if (word.length <= 6 && candidate.word[0] !== word[0]) continue
      const cost = slips(word, candidate.word, allowed) - candidate.bonus
      if (cost < bestCost) [best, bestCost] = [candidate.word, cost]
    }
  }
  return bestCost <= allowed ? best : word
}

/** The pack's words by their length; prepared once. */
function byLength(packWords: ReadonlyMap<string, number>): readonly (readonly Candidate[])[] {
  const ready = prepared.get(packWords)
  if (ready !== undefined) return ready
  const lists: Candidate[][] = []
  for (const [word, uses] of packWords) {
    const list = (lists[word.length] ??= [])
    list.push({ word, letters: letterSet(word), bonus: Math.min(0.5, uses / MANY_USES) })
  }
  prepared.set(packWords, lists)
  return lists
}

/** Which letters a word has, one bit a letter. */
function letterSet(word: string): number {
  let set = 0
  for (let place = 0; place < word.length; place++) set |= 1 << ((word.charCodeAt(place) - 97) & 31)
  return set
}

/** How many letters only one of two words has: each slip changes at most two. */
function differences(one: number, other: number): number {
  let bits = one ^ other
  let count = 0
  for (; bits !== 0; bits &= bits - 1) count++
  return count
}

/** Letters added, lost, changed or swapped between two words (Damerau-Levenshtein); anything above `most` is `most + 1`. */
export function slips(from: string, to: string, most: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      }
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[to.length] ?? 0, most + 1)
}
