// Turns one written word into the words that the lists know, through stretched, disguised, misspelt and run-together letters.
import type { CrisisLists } from './crisis-lists'
import { cutApart, knowWords } from './cut-apart'

/** The words that a written word may stand for. */
export type Speller = (written: string) => readonly string[]

/** From here on, letters run together are cut even where a letter fits no word. */
const surelyRunTogether = 20
const perhapsRunTogether = 8

/** A word with every run of one letter made single: what stretched spellings of a word have in common. */
const withoutRuns = (word: string): string => word.replace(/(.)\1+/gu, '$1')

const lengthsOfRuns = (word: string): number[] => [...word.matchAll(/(.)\1*/gu)].map(([run]) => run.length)

/** True for 'killlll' of 'kill': the same letters, none written fewer times. */
function stretches(written: string, word: string): boolean {
  const runs = lengthsOfRuns(word)
  return lengthsOfRuns(written).every((length, at) => length >= (runs[at] as number))
}

function groupByRuns(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words) groups.set(withoutRuns(word), [...(groups.get(withoutRuns(word)) ?? []), word])
  return groups
}

function withOneLetterLess(word: string): string[] {
  return [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))
}

function indexMisspelt(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.flatMap((word) => [word, ...withOneLetterLess(word)].map((rest) => [rest, word] as const)))
}

function guessMisspelt(written: string, index: ReadonlyMap<string, string>): string | undefined {
  if (written.length < 5 || written.length > 16) return undefined
  for (const rest of [written, ...withOneLetterLess(written)]) {
    const word = index.get(rest)
    if (word) return word
  }
  return undefined
}

function undisguise(written: string, letters: CrisisLists['letters'], byRuns: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (!/\p{L}/u.test(written)) return undefined
  const signs = [...written]
  const readings = [0, 1].map((choice) => signs.map((sign) => letters[sign]?.at(choice) ?? letters[sign]?.at(0) ?? sign).join(''))
  return readings.flatMap((plain) => (byRuns.get(withoutRuns(plain)) ?? []).filter((word) => stretches(plain, word))).at(0)
}

function fillStars(written: string, words: readonly string[]): string | undefined {
  return words.find(
    (word) => word.length === written.length && [...word].every((letter, at) => '*' === written[at] || letter === written[at]),
  )
}

function cutIfRunTogether(written: string, cut: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const whole = written.length >= surelyRunTogether || cut.every((piece) => known.has(piece))
  return whole ? cut : [written]
}

/** Makes the speller for the lists: known words come back as they are, strange ones as the known words they look like, else unchanged. */
export function makeSpeller(lists: Pick<CrisisLists, 'letters' | 'misspelt' | 'starred' | 'joints'>, known: ReadonlySet<string>): Speller {
  const misspelt = indexMisspelt(lists.misspelt)
  const pieces = new Set([...[...known].filter((word) => word.length > 2), ...lists.joints])
  const byRuns = groupByRuns(known)
  const searchable = knowWords(pieces)
  return (written) => {
    if (known.has(written)) return [written]
    const word = undisguise(written, lists.letters, byRuns) ?? guessMisspelt(written, misspelt) ?? fillStars(written, lists.starred)
    if (word) return [word]
    if (written.length < perhapsRunTogether) return [written]
    return cutIfRunTogether(written, cutApart(written, searchable), pieces)
  }
}
