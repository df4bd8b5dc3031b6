// Which rows an account in a family's own words may be about. It only ever proposes: the chat asks before it goes on.
import type { Problem } from './rows'

/**
 * Fragments of what families write, per problem. A word stands for itself, `word*` for every word that begins so,
 * `a/b` for either, and `..` for up to six words in between.
 */
export type ProblemPhrases = ReadonlyMap<Problem, readonly string[]>

export interface ProblemCandidate {
  readonly problem: Problem
  /** Greater is surer; only the order and the distance to the next mean anything. */
  readonly score: number
}

const GAP = 6
const READ_AT_MOST = 600

/** The problems whose fragments stand in the text, surest first. Reads the first 600 characters. */
export function recogniseProblem(text: string, phrases: ProblemPhrases): readonly ProblemCandidate[] {
  // One character may stand for eighteen: cut again once they are written out.
  const words = wordsOf(text.slice(0, READ_AT_MOST).normalize('NFKC').slice(0, READ_AT_MOST))
  const candidates: ProblemCandidate[] = []
  for (const [problem, fragments] of phrases) {
    const hits = fragments.map((fragment) => weightOf(fragment, words)).filter((weight) => weight > 0)
    if (hits.length === 0) continue
    const [best = 0, ...rest] = hits.sort((a, b) => b - a)
    candidates.push({ problem, score: best + rest.slice(0, 4).reduce((sum, weight) => sum + weight / 4, 0) })
  }
  return candidates.sort((a, b) => b.score - a.score)
}

/** Lower case, straight apostrophes gone, everything else that is no letter or digit a space. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** How much a fragment that stands in the text says: more words say more, wildcards a little less. 0 when it does not stand there. */
function weightOf(fragment: string, words: readonly string[]): number {
  const parts = fragment.split(' ')
  for (let start = 0; start < words.length; start += 1) {
    if (standsAt(parts, 0, words, start)) return parts.reduce((sum, part) => sum + (part === '..' ? 0 : part.endsWith('*') ? 0.9 : 1), 0)
  }
  return 0
}

function standsAt(parts: readonly string[], part: number, words: readonly string[], at: number): boolean {
  const wanted = parts[part]
  if (wanted === undefined) return true
  if (wanted === '..') {
    for (let skip = 0; skip <= GAP && at + skip < words.length; skip += 1) if (standsAt(parts, part + 1, words, at + skip)) return true
    return false
  }
  const word = words[at]
  return word !== undefined && isWord(wanted, word) && standsAt(parts, part + 1, words, at + 1)
}

function isWord(wanted: string, word: string): boolean {
  return wanted.split('/').some((choice) => (choice.endsWith('*') ? word.startsWith(choice.slice(0, -1)) : choice === word))
}
