// The months as people write them: in full, cut short, and misspelt.
import { isNear } from './near-spelling'

const FULL = 'january february march april may june july august september october november december'.split(' ')
const SHORT = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((name, index): [string, number] => [name, index + 1])
    .concat([['june', 6], ['july', 7], ['sept', 9], ['juen', 6], ['jnue', 6], ['jly', 7], ['aprl', 4]]), // prettier-ignore
)
/** Words and names that are one slip from a month. */
const NOT_MONTHS = new Set('marsh match macho marco marcy larch apron augusta auguste marcia mario'.split(' '))

/** 1 to 12, or null for a word that names no month; nothing is too strange to ask about. */
export function monthOf(word: string): number | null {
  const short = SHORT.get(word)
  if (short !== undefined) return short
  return word.length < 5 || NOT_MONTHS.has(word) || word.endsWith('s') ? null : misspelt(word)
}

/** Whether a word is a month spelt rightly, in full or cut short. */
export function isMonthName(word: string): boolean {
  return FULL.includes(word) || SHORT.has(word)
}

function misspelt(word: string): number | null {
  const found = FULL.findIndex((name) => name.startsWith(word) || isNear(word, name, name.length > 6 ? 2 : 1))
  return found < 0 ? null : found + 1
}
