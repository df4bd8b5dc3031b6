// Decides whether a message speaks of a crisis, from the safeguarding lead's lists alone.
import { onceFor } from '../once-for'
import { compileLists, type CompiledLists } from './compile-lists'
import { type CrisisKind, crisisKinds, type CrisisLevel, type CrisisLists } from './crisis-lists'
import { type Found, findPhrases, type Span, togetherWithin } from './find-phrases'
import { type PlainWords, plainWords } from './plain-words'

export interface CrisisFinding {
  readonly level: CrisisLevel
  /** What the message may speak of, in the fixed order of `crisisKinds`; empty when the level is 'none'. */
  readonly kinds: readonly CrisisKind[]
}

const compiledOnce = onceFor(compileLists)

/** An exception speaks for its own sentence only: a question beside a crisis must not quieten it. */
function inOneSentence({ spans }: Found, { sentences }: PlainWords): boolean {
  const stoodIn = spans.flatMap(({ first, last }) => [sentences[first], sentences[last]])
  return stoodIn.every((sentence) => sentence === stoodIn[0])
}

/** How loud an alarm may be at each word: 'none' where an exception stands, 'strip' where one softens. */
function quietWords(exceptions: readonly Found[], leaves: CompiledLists['leaves']): ReadonlyMap<number, 'none' | 'strip'> {
  const quiet = new Map<number, 'none' | 'strip'>()
  for (const { phrase, spans } of exceptions) {
    for (const { first, last } of spans) {
      for (let at = first; at <= last; at++) if (quiet.get(at) !== 'none') quiet.set(at, leaves[phrase] as 'none' | 'strip')
    }
  }
  return quiet
}

/** What the exceptions leave of an alarm: all of it, the strip, or nothing. */
function leftOf({ spans }: Found, quiet: ReadonlyMap<number, 'none' | 'strip'>): 'all' | 'strip' | 'none' {
  let left: 'all' | 'strip' = 'all'
  for (const { first, last } of spans) {
    for (let at = first; at <= last; at++) {
      const leaves = quiet.get(at)
      if (leaves === 'none') return 'none'
      left = leaves ?? left
    }
  }
  return left
}

interface Sign extends Span {
  readonly phrase: number
}

/** Two different signs that share no word, yet stand near one another, make one clear alarm of two unsure ones. */
function standTogether(signs: readonly Sign[]): boolean {
  const inOrder = [...signs].sort((a, b) => a.first - b.first)
  return inOrder.some((sign, at) => {
    for (let next = at + 1; next < inOrder.length; next++) {
      const other = inOrder[next] as Sign
      if (other.first - sign.first > togetherWithin) return false
      if (other.first > sign.last && other.phrase !== sign.phrase) return true
    }
    return false
  })
}

function wholeSpan({ phrase, spans }: Found): Sign {
  return { phrase, first: Math.min(...spans.map(({ first }) => first)), last: Math.max(...spans.map(({ last }) => last)) }
}

/** Reads the whole message, whatever its length, in time proportional to it; never throws on any text. */
export function findCrisis(text: string, lists: CrisisLists): CrisisFinding {
  const { reader, alarms, meanings, quiet, leaves } = compiledOnce(lists)
  const words = plainWords(text, reader)
  const exceptions = findPhrases(words, quiet).filter((found) => inOneSentence(found, words))
  const quietened = quietWords(exceptions, leaves)
  const kinds = new Set<CrisisKind>()
  const signs: Sign[] = []
  let level: CrisisLevel = 'none'
  for (const found of findPhrases(words, alarms)) {
    const meaning = meanings[found.phrase] as CompiledLists['meanings'][number]
    const left = leftOf(found, quietened)
    if (left === 'none') continue
    kinds.add(meaning.kind)
    if (level !== 'stop') level = left === 'all' ? meaning.level : 'strip'
    if (left === 'all') signs.push(wholeSpan(found))
  }
  if (standTogether(signs)) level = 'stop'
  return { level, kinds: crisisKinds.filter((kind) => kinds.has(kind)) }
}
