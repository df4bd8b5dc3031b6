// Names that differ from what was typed by a slip or two.
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

/** How many letters are wrong, missing, too many or changed about; null where more than `most`. */
export function slipsBetween(typed: string, name: string, most: number): number | null {
  if (most < 0 || Math.abs(typed.length - name.length) > most) return null
  let before: number[] = []
  let row = Array.from({ length: name.length + 1 }, (_, index) => index)
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= name.length; j += 1) {
      const same = typed[i - 1] === name[j - 1] ? 0 : 1
      let slips = Math.min(at(row, j - 1) + same, at(row, j) + 1, at(next, j - 1) + 1)
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]
      if (isSwapped) slips = Math.min(slips, at(before, j - 2) + 1)
      next.push(slips)
    }
    if (Math.min(...next) > most) return null
    before = row
    row = next
  }
  const slips = at(row, name.length)
  return slips <= most ? slips : null
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
