// Decides whether a message speaks of a crisis, from the safeguarding lead's lists alone.
import { compileLists, type CompiledLists } from './compile-lists'
import { type CrisisKind, crisisKinds, type CrisisLevel, type CrisisLists } from './crisis-lists'
import { type Found, findPhrases, type Span } from './find-phrases'
import { plainWords } from './plain-words'

export interface CrisisFinding {
  readonly level: CrisisLevel
  /** What the message may speak of, in the fixed order of `crisisKinds`; empty when the level is 'none'. */
  readonly kinds: readonly CrisisKind[]
}

const compiled = new WeakMap<CrisisLists, CompiledLists>()

function compiledOnce(lists: CrisisLists): CompiledLists {
  const ready = compiled.get(lists) ?? compileLists(lists)
  compiled.set(lists, ready)
  return ready
}

const wordsIn = ({ first, last }: Span): number[] => Array.from({ length: last - first + 1 }, (_, offset) => first + offset)

/** How loud an alarm may be at each word: 'none' where an exception stands, 'strip' where one softens. */
function quietWords(exceptions: readonly Found[], leaves: CompiledLists['leaves']): ReadonlyMap<number, 'none' | 'strip'> {
  const quiet = new Map<number, 'none' | 'strip'>()
  for (const { phrase, spans } of exceptions) {
    for (const at of spans.flatMap(wordsIn)) if (quiet.get(at) !== 'none') quiet.set(at, leaves[phrase] as 'none' | 'strip')
  }
  return quiet
}

function loudnessOf({ spans }: Found, level: 'stop' | 'strip', quiet: ReadonlyMap<number, 'none' | 'strip'>): CrisisLevel {
  let loudness: CrisisLevel = level
  for (const at of spans.flatMap(wordsIn)) {
    const left = quiet.get(at)
    if (left === 'none') return 'none'
    if (left === 'strip') loudness = 'strip'
  }
  return loudness
}

/** Reads the whole message, whatever its length, in time proportional to it; never throws on any text. */
export function findCrisis(text: string, lists: CrisisLists): CrisisFinding {
  const { reader, alarms, meanings, quiet, leaves } = compiledOnce(lists)
  const words = plainWords(text, reader)
  const quietened = quietWords(findPhrases(words, quiet), leaves)
  const kinds = new Set<CrisisKind>()
  let level: CrisisLevel = 'none'
  for (const found of findPhrases(words, alarms)) {
    const meaning = meanings[found.phrase] as CompiledLists['meanings'][number]
    const loudness = loudnessOf(found, meaning.level, quietened)
    if (loudness === 'none') continue
    kinds.add(meaning.kind)
    if (level !== 'stop') level = loudness
  }
  return { level, kinds: crisisKinds.filter((kind) => kinds.has(kind)) }
}
