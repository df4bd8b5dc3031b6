// Reads what was typed, uncut, as plain lower-case words without stretching, disguise, signs or fillers.
import type { CrisisLists } from './crisis-lists'
import type { Speller } from './speller'

/** The words in order; `sentences` holds for each word the number of the sentence that it stands in. */
export interface PlainWords {
  readonly words: string[]
  readonly sentences: number[]
}

export interface Reader {
  readonly speller: Speller
  readonly known: ReadonlySet<string>
  readonly fillers: ReadonlySet<string>
  /** Spellings by their first word, the longest first. */
  readonly spellings: ReadonlyMap<string, readonly Spelling[]>
}

interface Spelling {
  readonly written: readonly string[]
  readonly meant: readonly string[]
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f\p{M}]/gu
const apostrophes = /['’‘‛`´ʼʹ′＇]/gu
// One to three signs inside a word ('s*lf', 'h@rm') belong to it; the numbers keep the search linear.
const wordOrEnd = /[@$]?[\p{L}\p{N}](?:[\p{L}\p{N}]|[@$!*|€]{1,3}(?=[\p{L}\p{N}]))*|\p{Extended_Pictographic}|[.?!;…\n]/gu
const sentenceEnds: ReadonlySet<string> = new Set('.?!;…\n')

/** Arranges the spellings for looking up by first word. */
export function arrangeSpellings(written: CrisisLists['spellings']): Reader['spellings'] {
  const arranged = new Map<string, Spelling[]>()
  for (const [from, to] of Object.entries(written)) {
    const spelling = { written: from.split(' '), meant: to.split(' ') }
    const first = spelling.written[0] as string
    arranged.set(
      first,
      [...(arranged.get(first) ?? []), spelling].sort((a, b) => b.written.length - a.written.length),
    )
  }
  return arranged
}

function respellFrom(words: readonly string[], at: number, reader: Reader): Spelling | undefined {
  const choices = reader.spellings.get(words[at] as string)
  return choices?.find(({ written }) => written.every((word, offset) => words[at + offset] === word))
}

/** Replaces spellings by what they mean and leaves fillers out; each word keeps its sentence. */
export function respell(read: PlainWords, reader: Reader): PlainWords {
  const plain: PlainWords = { words: [], sentences: [] }
  for (let at = 0; at < read.words.length;) {
    const spelling = respellFrom(read.words, at, reader)
    for (const word of spelling?.meant ?? [read.words[at] as string]) {
      if (reader.fillers.has(word)) continue
      plain.words.push(word)
      plain.sentences.push(read.sentences[at] as number)
    }
    at += spelling?.written.length ?? 1
  }
  return plain
}

function spellOut(piece: string, speller: Speller): readonly string[] {
  const spelt = speller(piece)
  return spelt[0] === piece ? [...piece.matchAll(/[^@$!*|€]+/gu)].flatMap(([bare]) => speller(bare)) : spelt
}

/** Letters typed apart ('k i l l') come back as one run; a run shorter than three stays as it is. */
function closeUp(read: PlainWords): PlainWords {
  const closed: PlainWords = { words: [], sentences: [] }
  for (let at = 0; at < read.words.length;) {
    let end = at
    while (end < read.words.length && (read.words[end] as string).length === 1) end++
    const run = end - at >= 3 ? end - at : 1
    closed.words.push(read.words.slice(at, at + run).join(''))
    closed.sentences.push(read.sentences[at] as number)
    at += run
  }
  return closed
}

/** Accents and look-alike signs apart; a text of signs that stand for whole sentences is not spelt out, for it would grow without end. */
function decompose(text: string): string {
  const plain = text.normalize('NFKD')
  return plain.length > 2 * text.length ? text.normalize('NFD') : plain
}

function splitSigns(text: string, known: ReadonlySet<string>): PlainWords {
  const tidy = decompose(text).toLowerCase().replace(invisible, '').replace(apostrophes, '')
  const read: PlainWords = { words: [], sentences: [] }
  let sentence = 0
  for (const [piece] of tidy.matchAll(wordOrEnd)) {
    if (sentenceEnds.has(piece)) sentence++
    else if (/[\p{L}\p{N}]/u.test(piece) || known.has(piece)) {
      read.words.push(piece)
      read.sentences.push(sentence)
    }
  }
  return read
}

/** Reads the whole text; never throws, and takes time in proportion to its length. */
export function plainWords(text: string, reader: Reader): PlainWords {
  const closed = closeUp(splitSigns(text, reader.known))
  const spelt: PlainWords = { words: [], sentences: [] }
  const spellings = new Map([...new Set(closed.words)].map((piece) => [piece, spellOut(piece, reader.speller)]))
  closed.words.forEach((piece, at) => {
    for (const word of spellings.get(piece) as readonly string[]) {
      spelt.words.push(word)
      spelt.sentences.push(closed.sentences[at] as number)
    }
  })
  return respell(spelt, reader)
}
