// Finds every place in a text where a phrase stands, starting from the rarest word of each phrase.
import type { Phrase, Place } from './phrase-notation'
import type { PlainWords } from './plain-words'

/** The first and the last word that a part of a phrase takes. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** Where a phrase stands, part by part. */
export interface Found {
  readonly phrase: number
  readonly spans: readonly Span[]
}

interface Anchored {
  readonly phrase: number
  readonly part: number
  readonly before: readonly Place[]
  readonly after: readonly Place[]
  /** For each place that must be there, in any part of the phrase: the words that it may be. */
  readonly needs: readonly ReadonlySet<string>[]
}

export interface PhraseIndex {
  readonly byWord: ReadonlyMap<string, readonly Anchored[]>
  readonly parts: readonly number[]
}

/** Parts joined by '&' may stand this many words apart, first word to first word. */
export const togetherWithin = 25

const nowhere = -1

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const others = map.get(key)
  if (others) others.push(value)
  else map.set(key, [value])
}

function countPlaces(phrases: readonly Phrase[]): ReadonlyMap<Place, number> {
  const counts = new Map<Place, number>()
  for (const place of phrases.flat(2)) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts
}

function countWords(phrases: readonly Phrase[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [place, times] of countPlaces(phrases)) {
    if ('words' in place) for (const word of place.words) counts.set(word, (counts.get(word) ?? 0) + times)
  }
  return counts
}

function rarestPlace(places: readonly Place[], counts: ReadonlyMap<string, number>): number {
  const commonness = places.map((place) => {
    if (!('words' in place) || place.optional) return Infinity
    return [...place.words].reduce((sum, word) => sum + (counts.get(word) as number), 0)
  })
  return commonness.indexOf(Math.min(...commonness))
}

/** Prepares phrases for searching; the number of a phrase is its place in the list. */
export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const counts = countWords(phrases)
  const byWord = new Map<string, Anchored[]>()
  phrases.forEach((parts, phrase) => {
    const needs = parts.flat().flatMap((place) => ('words' in place && !place.optional ? [place.words] : []))
    parts.forEach((places, part) => {
      const at = rarestPlace(places, counts)
      const anchored = { phrase, part, before: places.slice(0, at).reverse(), after: places.slice(at + 1), needs }
      const anchor = places[at] as { words: ReadonlySet<string> }
      for (const word of anchor.words) addTo(byWord, word, anchored)
    })
  })
  return { byWord, parts: phrases.map((parts) => parts.length) }
}

/** Follows places from a word in one direction; the last word taken, or nowhere. A gap stays inside its sentence. */
function follow(places: readonly Place[], next: number, text: PlainWords, at: number, step: 1 | -1): number {
  const place = places[next]
  if (!place) return at
  if ('gap' in place) {
    for (let passed = 0; passed <= place.gap; passed++) {
      if (text.sentences[at + passed * step] !== text.sentences[at]) return nowhere
      const end = follow(places, next + 1, text, at + passed * step, step)
      if (end !== nowhere) return end
    }
    return nowhere
  }
  const end = place.words.has(text.words[at + step] as string) ? follow(places, next + 1, text, at + step, step) : nowhere
  return end === nowhere && place.optional ? follow(places, next + 1, text, at, step) : end
}

interface FoundPart extends Span {
  readonly phrase: number
  readonly part: number
}

/** True when the text holds a word for every place: what keeps a long or repeated text quick to read. */
export function canStand(needs: readonly ReadonlySet<string>[], present: ReadonlySet<string>): boolean {
  return needs.every((words) => {
    const [fewer, more] = words.size < present.size ? [words, present] : [present, words]
    for (const word of fewer) if (more.has(word)) return true
    return false
  })
}

function findParts(text: PlainWords, index: PhraseIndex): FoundPart[] {
  const found: FoundPart[] = []
  const present = new Set(text.words)
  const possible = new Map(
    [...present].map((word) => [word, index.byWord.get(word)?.filter((anchored) => canStand(anchored.needs, present)) ?? []]),
  )
  text.words.forEach((word, at) => {
    for (const { phrase, part, before, after } of possible.get(word) as readonly Anchored[]) {
      const first = follow(before, 0, text, at, -1)
      const last = first === nowhere ? nowhere : follow(after, 0, text, at, 1)
      if (last !== nowhere) found.push({ phrase, part, first, last })
    }
  })
  return found
}

/** Joins parts of one phrase that stand near one another, in any order. */
function joinParts(found: readonly FoundPart[], parts: number): Found[] {
  const joined: Found[] = []
  const latest = new Map<number, FoundPart>()
  for (const one of found) {
    latest.set(one.part, one)
    const together = [...latest.values()].filter(({ first }) => Math.abs(one.first - first) <= togetherWithin)
    if (together.length === parts) joined.push({ phrase: one.phrase, spans: together })
  }
  return joined
}

/** All places where phrases of the index stand in the text. */
export function findPhrases(text: PlainWords, index: PhraseIndex): Found[] {
  const byPhrase = new Map<number, FoundPart[]>()
  for (const one of findParts(text, index)) addTo(byPhrase, one.phrase, one)
  return [...byPhrase].flatMap(([phrase, found]) => joinParts(found, index.parts[phrase] as number))
}
