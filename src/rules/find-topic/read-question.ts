// Reads a question into what the scorers compare: stems, ideas, and a text written out for the sentence encoder.
import { correctWord, type Spelling } from './correct-spelling'
import { prepareRuns, replaceRuns, type RunTable } from './replace-runs'
import { plainText, splitWords } from './split-words'
import { stemWord } from './stem-word'
import type { WordTables } from './word-tables'

/** The tables and word lists, prepared for use. */
export interface Reader {
  readonly textSpeak: RunTable
  readonly phrases: RunTable
  readonly spellOut: RunTable
  readonly ideas: ReadonlyMap<string, readonly string[]>
  readonly longestIdea: number
  readonly spelling: Spelling
}

/** A question as the scorers see it. */
export interface ReadQuestion {
  /** Words after text-speak, phrases and spelling, stemmed, in order. */
  readonly stems: readonly string[]
  /** Ideas of the concept table that the words carry, each once. */
  readonly ideas: readonly string[]
}

/** Prepares the tables. */
export function prepareReader(tables: WordTables, spelling: Spelling): Reader {
  const phrases = prepareRuns(tables.phrases)
  const textSpeak = prepareRuns(tables.textSpeak)
  const ideas = new Map<string, string[]>()
  for (const [idea, carriers] of Object.entries(tables.concepts)) {
    for (const carrier of carriers) {
      const run = replaceRuns(splitWords(carrier), phrases).map(stemWord).join(' ')
      ideas.set(run, [...(ideas.get(run) ?? []), idea])
    }
  }
  const longestIdea = Math.max(1, ...[...ideas.keys()].map((run) => run.split(' ').length))
  return { textSpeak, phrases, spellOut: prepareRuns(tables.spellOut), ideas, longestIdea, spelling }
}

/** Reads a question; only its first 600 characters should be handed in. */
export function readQuestion(text: string, reader: Reader): ReadQuestion {
  const once = replaceRuns(correctedWords(text, reader), reader.phrases)
  const stems = once.map(stemWord)
  return { stems, ideas: ideasOf(stems, reader) }
}

/** The question for the encoder: text-speak, slips and short forms written out, everything else as typed. */
export function writeOut(text: string, reader: Reader): string {
  const words = plainText(text).match(/[a-z0-9]+(?:'[a-z]+)*|[.,;:?!]+/g) ?? []
  const corrected = words.flatMap((word) => (/[a-z]/.test(word) ? asWords(word, reader) : [word]))
  const out = replaceRuns(corrected, reader.spellOut).join(' ')
  return out.replace(/ ([.,;:?!])/g, '$1').replace(/\bi\b/g, 'I')
}

function asWords(word: string, { textSpeak, spelling }: Reader): readonly string[] {
  return textSpeak.runs.get(word.replaceAll("'", '')) ?? (word.includes("'") ? [word] : [correctWord(word, spelling)])
}

function correctedWords(text: string, reader: Reader): string[] {
  const words = replaceRuns(splitWords(text), reader.textSpeak)
  const phrased = replaceRuns(words, reader.phrases)
  return phrased.map((word) => correctWord(word, reader.spelling))
}

function ideasOf(stems: readonly string[], { ideas, longestIdea }: Reader): string[] {
  const found = new Set<string>()
  for (let start = 0; start < stems.length; start++) {
    for (let length = 1; length <= Math.min(longestIdea, stems.length - start); length++) {
      for (const idea of ideas.get(stems.slice(start, start + length).join(' ')) ?? []) found.add(idea)
    }
  }
  return [...found]
}
