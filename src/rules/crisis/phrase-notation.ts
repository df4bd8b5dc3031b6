// Reads the notation that the safeguarding lead writes phrases in (docs/safeguarding.md).

/** One place in a phrase: one of some words, perhaps left out, or a gap of up to so many other words. */
export type Place = { readonly words: ReadonlySet<string>; readonly optional: boolean } | { readonly gap: number }

/** The parts of a phrase joined by '&': each an ordered run of places. Most phrases have one part. */
export type Phrase = readonly (readonly Place[])[]

export type Groups = ReadonlyMap<string, ReadonlySet<string>>

export type PhraseReading = { readonly phrase: Phrase } | { readonly fault: string }

const vowelAtEnd = /[aeiou]$/

/** All forms of a word written with a star: 'cut*' is cut, cuts, cutting; 'die*' is die, dies, died. */
export function formsOf(stem: string): string[] {
  const forms = ['', 's', 'es', 'd', 'ed', 'ing', 'in'].map((ending) => stem + ending)
  if (stem.endsWith('e')) forms.push(stem.slice(0, -1) + 'ing', stem.slice(0, -1) + 'in')
  if (stem.endsWith('y')) forms.push(stem.slice(0, -1) + 'ies', stem.slice(0, -1) + 'ied')
  if (!vowelAtEnd.test(stem)) forms.push(...['ed', 'ing', 'in'].map((ending) => stem + stem.slice(-1) + ending))
  return forms
}

/** The words that one alternative stands for ('kill*', '{child}', 'rope'), or null where it is not written properly. */
export function wordsOf(alternative: string, groups: Groups): readonly string[] | null {
  const group = /^\{([a-z-]+)\}$/.exec(alternative)
  if (group) {
    const members = groups.get(group[1] as string)
    return members ? [...members] : null
  }
  if (/^[a-z]+\*$/.test(alternative)) return formsOf(alternative.slice(0, -1))
  return /^([a-z0-9]+|\p{Extended_Pictographic})$/u.test(alternative) ? [alternative] : null
}

/** Reads groups in the order they are written; a group may name an earlier one. Faults name the group and the word. */
export function readGroups(written: Readonly<Record<string, readonly string[]>>): { groups: Groups; faults: string[] } {
  const groups = new Map<string, ReadonlySet<string>>()
  const faults: string[] = []
  for (const [name, members] of Object.entries(written)) {
    const words = members.flatMap((member) => {
      const found = wordsOf(member, groups)
      if (!found) faults.push(`group '${name}': cannot read '${member}'`)
      return found ?? []
    })
    groups.set(name, new Set(words))
  }
  return { groups, faults }
}

function readPlace(written: string, groups: Groups): Place | null {
  const gap = /^\(([1-9])\)$/.exec(written)
  if (gap) return { gap: Number(gap[1]) }
  const bare = /^\[(.+)\]$/.exec(written)?.[1]
  const words = new Set<string>()
  for (const alternative of (bare ?? written).split('/')) {
    const found = wordsOf(alternative, groups)
    if (!found) return null
    found.forEach((word) => words.add(word))
  }
  return { words, optional: bare !== undefined }
}

const canStandAtAnEnd = (place: Place): boolean => 'words' in place && !place.optional

/** Reads one phrase of the lists as it is written there. */
export type PhraseReader = (written: string) => PhraseReading

/** A reader of phrases; places written alike come back as the very same place, which keeps thousands of phrases quick to read. */
export function phraseReader(groups: Groups): PhraseReader {
  const places = new Map<string, Place | null>()
  return (written) =>
    readPhrase(written, (one) => {
      const place = places.get(one) ?? readPlace(one, groups)
      places.set(one, place)
      return place
    })
}

/** Reads one phrase; a phrase that is not written properly comes back as a fault in words. */
function readPhrase(written: string, placeOf: (one: string) => Place | null): PhraseReading {
  const phrase: Place[][] = []
  for (const part of written.split(' & ')) {
    const places: Place[] = []
    for (const one of part.split(' ')) {
      const place = placeOf(one)
      if (!place) return { fault: `phrase '${written}': cannot read '${one}'` }
      places.push(place)
    }
    if (!canStandAtAnEnd(places[0] as Place) || !canStandAtAnEnd(places.at(-1) as Place)) {
      return { fault: `phrase '${written}': must begin and end with a word that has to be there` }
    }
    phrase.push(places)
  }
  return { phrase }
}
