// Turns one written word into the words that the lists know, through stretched, disguised, misspelt and run-together letters.
import type { CrisisLists } from './crisis-lists'
import { cutApart, knowWords } from './cut-apart'

export type Speller = (written: string) => readonly string[]

/** From here on, letters run together are cut even where a letter fits no word. */
const surelyRunTogether = 20
const perhapsRunTogether = 8

const stretchedTo = (keep: string, word: string): string => word.replace(/(.)\1+/gu, keep)

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

function undisguise(written: string, letters: CrisisLists['letters'], known: ReadonlySet<string>): string | undefined {
  if (written.length > 24 || !/\p{L}/u.test(written)) return undefined
  for (const choice of [0, 1]) {
    const plain = [...written].map((sign) => letters[sign]?.at(choice) ?? letters[sign]?.at(0) ?? sign).join('')
    for (const spelt of [plain, stretchedTo('$1$1', plain), stretchedTo('$1', plain)]) if (known.has(spelt)) return spelt
  }
  return undefined
}

function fillStars(written: string, words: readonly string[]): string | undefined {
  if (!written.includes('*')) return undefined
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
  const searchable = knowWords(pieces)
  return (written) => {
    if (known.has(written)) return [written]
    const word = undisguise(written, lists.letters, known) ?? guessMisspelt(written, misspelt) ?? fillStars(written, lists.starred)
    if (word) return [word]
    if (written.length < perhapsRunTogether) return [written]
    return cutIfRunTogether(written, cutApart(written, searchable), pieces)
  }
}
