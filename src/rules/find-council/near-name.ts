// Names that differ from what was typed by a slip or two.
import { slipsBetween } from '../slips'
import type { CouncilNames, Meaning } from './council-names'

/** Where more letters are left unread, the name is chance. */
const UNREAD_AT_MOST = 4

/** What the nearest names stand for: a council's own names before places. A letter left unread counts as a slip. Empty where nothing is near. */
export function nearNames(said: readonly string[], { meanings }: CouncilNames): readonly Meaning[] {
  const letters = said.join('').length
  const typed = runsOf(said).filter((run) => letters - run.length <= UNREAD_AT_MOST)
  let best = Number.POSITIVE_INFINITY
  let found: Meaning[] = []
  for (const [key, meaning] of meanings) {
    const name = key.replaceAll(' ', '')
    for (const run of typed) {
      const unread = letters - run.length
      const slips = slipsBetween(run, name, Math.min(best - unread, slipsAllowed(name.length)))
      if (slips === null) continue
      if (slips + unread < best) found = []
      best = slips + unread
      found.push(meaning)
    }
  }
  const own = found.filter(({ kind }) => kind === 'own' || kind === 'shared')
  return own.length > 0 ? own : found
}

/** Every run of words, written as one. */
function runsOf(words: readonly string[]): readonly string[] {
  const runs = words.flatMap((_, start) => words.slice(start).map((__, count) => words.slice(start, start + count + 1).join('')))
  return [...new Set(runs)].filter((run) => run.length >= 4)
}

function slipsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 7 ? 1 : length < 12 ? 2 : 3
}
