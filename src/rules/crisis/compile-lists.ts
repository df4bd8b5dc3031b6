// Prepares the safeguarding lead's lists for reading messages, once, and names every phrase that is not written properly.
import type { CrisisKind, CrisisLists } from './crisis-lists'
import { indexPhrases, type PhraseIndex } from './find-phrases'
import { type Phrase, type PhraseReader, type Place, phraseReader, readGroups } from './phrase-notation'
import { arrangeSpellings, type Reader, respell } from './plain-words'
import { makeSpeller } from './speller'

export interface CompiledLists {
  readonly reader: Reader
  readonly alarms: PhraseIndex
  /** For each alarm phrase, what it speaks of and how strongly. */
  readonly meanings: readonly { readonly kind: CrisisKind; readonly level: 'stop' | 'strip' }[]
  readonly quiet: PhraseIndex
  /** For each exception, what it leaves of an alarm. */
  readonly leaves: readonly ('none' | 'strip')[]
}

interface WrittenPhrase<Meaning> {
  readonly written: string
  readonly meaning: Meaning
}

type Alarm = CompiledLists['meanings'][number]

function alarmsOf(lists: CrisisLists): WrittenPhrase<Alarm>[] {
  return lists.phrases.flatMap(({ kind, stop, strip }) => [
    ...stop.map((written) => ({ written, meaning: { kind, level: 'stop' as const } })),
    ...strip.map((written) => ({ written, meaning: { kind, level: 'strip' as const } })),
  ])
}

function exceptionsOf(lists: CrisisLists): WrittenPhrase<'none' | 'strip'>[] {
  return [
    ...lists.exceptions.none.map((written) => ({ written, meaning: 'none' as const })),
    ...lists.exceptions.strip.map((written) => ({ written, meaning: 'strip' as const })),
  ]
}

function idleWords(written: string, fillers: readonly string[]): string[] {
  const isIdle = (place: string): boolean => place.split('/').every((word) => fillers.includes(word))
  const idle = written.split(' ').filter(isIdle)
  return idle.map((word) => `phrase '${written}': '${word}' is passed over in messages, leave it out`)
}

/** Every fault of notation in the lists, in words for the people who keep them; none when the lists can be used. */
export function faultsOfLists(lists: CrisisLists): string[] {
  const { groups, faults } = readGroups(lists.groups)
  const written = [...alarmsOf(lists), ...exceptionsOf(lists)].map((one) => one.written)
  const unread = written.map(phraseReader(groups)).flatMap((reading) => ('fault' in reading ? [reading.fault] : []))
  return [...faults, ...unread, ...written.flatMap((one) => idleWords(one, lists.fillers))]
}

const single = (place: Place): string | undefined =>
  'words' in place && !place.optional && place.words.size === 1 ? [...place.words][0] : undefined

function respellWords(words: readonly string[], reader: Reader): string[] {
  return respell({ words: [...words], sentences: words.map(() => 0) }, reader).words
}

function respellChoice(place: Place, reader: Reader): Place | undefined {
  if ('gap' in place) return place
  const words = [...place.words].filter((word) => !reader.fillers.has(word))
  const respelt = words.filter((word) => reader.spellings.has(word)).map((word) => respellWords([word], reader))
  const whole = respelt.filter((spelt) => spelt.length === 1).flat()
  return words.length > 0 ? { ...place, words: new Set([...words, ...whole]) } : undefined
}

/** Puts a phrase through the same spellings and fillers as a message goes through. */
function respellPart(places: readonly Place[], reader: Reader, choices: Map<Place, Place | undefined>): Place[] {
  const respelt: Place[] = []
  let run: string[] = []
  const closeRun = (): void => {
    respelt.push(...respellWords(run, reader).map((word) => ({ words: new Set([word]), optional: false })))
    run = []
  }
  for (const place of places) {
    const word = single(place)
    if (word) run.push(word)
    else {
      closeRun()
      const choice = choices.get(place) ?? respellChoice(place, reader)
      choices.set(place, choice)
      if (choice) respelt.push(choice)
    }
  }
  closeRun()
  return respelt
}

function phrasesOf(written: readonly WrittenPhrase<unknown>[], read: PhraseReader): Phrase[] {
  return written.map((one) => {
    const reading = read(one.written)
    if ('fault' in reading) throw new Error(reading.fault)
    return reading.phrase
  })
}

function knownWords(lists: CrisisLists, phrases: readonly Phrase[], groups: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const places = new Set(phrases.flat(2))
  const inSpellings = Object.entries(lists.spellings).flatMap(([from, to]) => `${from} ${to}`.split(' '))
  return new Set([
    ...[...places].flatMap((place) => ('words' in place ? [...place.words] : [])),
    ...inSpellings,
    ...lists.fillers,
    ...lists.misspelt,
    ...lists.starred,
    ...lists.joints,
    ...lists.leaveAlone,
    ...[...groups.values()].flatMap((group) => [...group]),
  ])
}

/** Compiles lists whose notation was checked with `faultsOfLists`; throws on the first fault otherwise. */
export function compileLists(lists: CrisisLists): CompiledLists {
  const { groups } = readGroups(lists.groups)
  const alarms = alarmsOf(lists)
  const exceptions = exceptionsOf(lists)
  const read = phraseReader(groups)
  const [loud, soft] = [phrasesOf(alarms, read), phrasesOf(exceptions, read)]
  const known = knownWords(lists, [...loud, ...soft], groups)
  const reader: Reader = {
    known,
    speller: makeSpeller(lists, known),
    fillers: new Set(lists.fillers),
    spellings: arrangeSpellings(lists.spellings),
  }
  const choices = new Map<Place, Place | undefined>()
  const index = (phrases: Phrase[]): PhraseIndex =>
    indexPhrases(phrases.map((parts) => parts.map((places) => respellPart(places, reader, choices))))
  return {
    reader,
    alarms: index(loud),
    meanings: alarms.map(({ meaning }) => meaning),
    quiet: index(soft),
    leaves: exceptions.map(({ meaning }) => meaning),
  }
}
