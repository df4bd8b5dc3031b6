// Which council people mean when they name it, a town of it, or something near to either.
import { nameWords, type CouncilNames, type Meaning } from './council-names'
import { nearNames } from './near-name'

export type CouncilFinding =
  /** No other council has that name. */
  | { readonly kind: 'one'; readonly id: string }
  /** Ask which of these, the likeliest first. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  /** An area with too many councils to offer: ask for the town. */
  | { readonly kind: 'area' }
  /** Another nation: the door for it. */
  | { readonly kind: 'elsewhere'; readonly door: string }
  | { readonly kind: 'none' }

const READ_AT_MOST = 200
const OFFERED_AT_MOST = 6
/** In more words than these, what comes near to a name is chance. */
const SLIPS_IN_AT_MOST = 4

interface Match {
  readonly key: string
  readonly meaning: Meaning
}

/** Reads the name alone or in a sentence of up to 200 characters. What is only near to a name is never taken without asking. */
export function findCouncil(text: string, names: CouncilNames): CouncilFinding {
  const words = nameWords(text.slice(0, READ_AT_MOST))
  const { matches, left } = matchesIn(words, names)
  const said = left.filter((word) => !names.fillers.has(word))
  const isSure = ({ key, meaning }: Match): boolean => {
    if (!names.ordinary.has(key)) return true
    return matches.length === 1 ? said.length === 0 : meaning.kind === 'own'
  }
  const sure = matches.filter(isSure)
  return sure.length > 0 ? meaningOf(sure.map(({ meaning }) => meaning)) : nearest(said, matches, names)
}

/** The longest names that stand in the words, from left to right, and the words that belong to none. */
function matchesIn(words: readonly string[], { meanings, longest }: CouncilNames): { matches: readonly Match[]; left: readonly string[] } {
  const matches: Match[] = []
  const left: string[] = []
  for (let start = 0; start < words.length;) {
    const found = longestAt(words, start, meanings, longest)
    if (found) matches.push(found)
    else left.push(words[start] ?? '')
    start += found ? found.key.split(' ').length : 1
  }
  return { matches, left }
}

function longestAt(words: readonly string[], start: number, meanings: CouncilNames['meanings'], longest: number): Match | null {
  for (let count = Math.min(longest, words.length - start); count > 0; count -= 1) {
    const key = words.slice(start, start + count).join(' ')
    const meaning = meanings.get(key)
    if (meaning) return { key, meaning }
  }
  return null
}

/** What several names together mean: the councils that all of them fit, otherwise all councils that one of them fits. */
function meaningOf(meanings: readonly Meaning[]): CouncilFinding {
  const door = meanings.find((meaning) => meaning.kind === 'elsewhere')
  const lists = meanings.flatMap((meaning) => ('councils' in meaning ? [meaning.councils] : []))
  if (door && (lists.length === 0 || meanings.some(({ kind }) => kind === 'place'))) return { kind: 'elsewhere', door: door.door }
  if (lists.length === 0) return { kind: 'area' }
  const shared = lists.reduce((left, list) => left.filter((id) => list.includes(id)))
  return oneOrSeveral(shared.length > 0 ? shared : lists.flat())
}

function oneOrSeveral(all: readonly string[]): CouncilFinding {
  const ids = [...new Set(all)]
  const [first] = ids
  if (first === undefined) return { kind: 'none' }
  if (ids.length === 1) return { kind: 'one', id: first }
  return ids.length > OFFERED_AT_MOST ? { kind: 'area' } : { kind: 'several', ids }
}

/** What is near to a name is offered, with the ordinary words that are names as well. */
function nearest(said: readonly string[], ordinary: readonly Match[], names: CouncilNames): CouncilFinding {
  const near = (said.length <= SLIPS_IN_AT_MOST ? nearNames(said, names) : []).flatMap((meaning) =>
    'councils' in meaning ? meaning.councils : [],
  )
  const also = ordinary.flatMap(({ meaning }) => ('councils' in meaning ? meaning.councils : []))
  const ids = [...new Set([...near, ...also])]
  return ids.length === 0 ? { kind: 'none' } : { kind: 'several', ids: ids.slice(0, OFFERED_AT_MOST) }
}
