// The names by which people mean a council, put in order once so that they can be looked up.
import { wordsOf } from '../triage/recognise'

/** What the content says of one council. */
export interface NamedCouncil {
  readonly id: string
  readonly name: string
  readonly also: readonly string[]
  readonly places: readonly string[]
}

/** What the content says of names that are not one council's own. */
export interface PlaceNames {
  readonly shared: readonly { readonly names: readonly string[]; readonly councils: readonly string[] }[]
  readonly areas: readonly string[]
  /** By the door that people there are sent to. */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>
  readonly ordinary: readonly string[]
  readonly fillers: readonly string[]
}

/** What a name stands for: councils, the surest kind first, an area with too many of them, or another nation. */
export type Meaning =
  | { readonly kind: 'own' | 'shared' | 'place'; readonly councils: readonly string[] }
  | { readonly kind: 'area' }
  | { readonly kind: 'elsewhere'; readonly door: string }

export interface CouncilNames {
  readonly meanings: ReadonlyMap<string, Meaning>
  /** Names that count only where nothing else is said. */
  readonly ordinary: ReadonlySet<string>
  readonly fillers: ReadonlySet<string>
  /** The most words that a name has. */
  readonly longest: number
}

const SAME: Readonly<Record<string, string>> = { saint: 'st', upon: 'on', sth: 'south', nth: 'north' }
const LEFT_OUT: ReadonlySet<string> = new Set(['and', 'the'])

/** The words of a name as they are compared: small words left out, "upon" as "on". */
export function nameWords(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => !LEFT_OUT.has(word))
    .map((word) => (Object.hasOwn(SAME, word) ? (SAME[word] ?? word) : word))
}

/** Puts the names in order. A shared name goes before a council's own, its own before another nation, another nation before a place. */
export function councilNames(councils: Iterable<NamedCouncil>, places: PlaceNames): CouncilNames {
  const meanings = new Map<string, Meaning>()
  const add = (name: string, meaning: Meaning): void => {
    const key = nameWords(name).join(' ')
    const known = meanings.get(key)
    if (key === '') return
    if (known === undefined) meanings.set(key, meaning)
    else if (known.kind === 'place' && meaning.kind === 'place')
      meanings.set(key, { kind: 'place', councils: [...new Set([...known.councils, ...meaning.councils])] })
  }
  const all = [...councils]
  for (const { names, councils: ids } of places.shared) for (const name of names) add(name, { kind: 'shared', councils: ids })
  for (const { id, name, also } of all) for (const one of [name, ...also]) add(one, { kind: 'own', councils: [id] })
  for (const name of places.areas) add(name, { kind: 'area' })
  for (const [door, names] of Object.entries(places.elsewhere)) for (const name of names) add(name, { kind: 'elsewhere', door })
  for (const { id, places: within } of all) for (const name of within) add(name, { kind: 'place', councils: [id] })
  return {
    meanings,
    ordinary: new Set(places.ordinary.map((name) => nameWords(name).join(' '))),
    fillers: new Set(places.fillers.flatMap(nameWords)),
    longest: Math.max(...[...meanings.keys()].map((key) => key.split(' ').length)),
  }
}
