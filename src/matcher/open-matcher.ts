// Answers questions in free words: reads them, has them encoded where vectors are on, and asks the rules.
import { createEncoder } from '../encoder/create-encoder'
import type { Pack } from '../content/pack'
import type { CrisisLevel } from '../rules/crisis/crisis-lists'
import { findTopic, READ_CHARACTERS, type Question } from '../rules/find-topic/find-topic'
import { writeOut } from '../rules/find-topic/read-question'
import { mayBeSoftened, senseCrisis, weighCrisis, type SensedPiece, type Weighed } from '../rules/find-topic/sense-crisis'
import { isListedSmallTalk, prepareSmallTalk } from '../rules/find-topic/small-talk'
import { splitClauses } from '../rules/find-topic/split-clauses'
import { splitQuestions } from '../rules/find-topic/split-questions'
import type { Gates, TopicModel } from '../rules/find-topic/topic-model'
import { loadModel, type Mode } from './model-file'
import { patientVectors } from './patient-vectors'
import { keyOf, Remembered } from './remembered'

/** Short things are said again and again; what was made of them without the encoder, because it was late, is judged anew. */
const LEVELS_REMEMBERED = 5_000

/** What was found, in the pack's own ids. */
export interface Found {
  readonly kind: 'answer' | 'clarify' | 'signpost' | 'smalltalk' | 'not-sure'
  /** Topic ids with how likely each is: the one to answer first, or the ones to choose from. */
  readonly candidates: readonly { readonly id: string; readonly score: number }[]
  /** Further topics that the same message asks about. */
  readonly also: readonly string[]
  /** The door of a signpost; empty otherwise. */
  readonly door: string
  /** The reply of small talk; empty otherwise. */
  readonly reply: string
}

export interface Matcher {
  readonly findTopic: (text: string) => Promise<Found>
  /** The level of a message once the second detector has read it too; `listed` is what the lists found. */
  readonly senseCrisis: (text: string, listed: CrisisLevel) => Promise<CrisisLevel>
  /** The thresholds in use, with how they did out of fold, and what they were learnt from. */
  readonly gates: Pick<Gates, 'answerFrom' | 'offerFrom' | 'heldOut'> & { readonly dataHash: string }
  readonly close: () => Promise<void>
}

/**
 * Opens the model in a folder; in the full mode with an encoder of its own. `patience`: after so many milliseconds a message is judged by its
 * words alone, as in the small mode; null never gives up, so that a measurement does not depend on how busy the machine is.
 */
export async function openMatcher(pack: Pack, modelDir: string, mode: Mode, patience: number | null = null): Promise<Matcher> {
  const model = loadModel(modelDir, mode)
  const encoder = mode === 'full' ? await createEncoder() : null
  const vectorsOf = patientVectors(encoder, patience)
  const levels = new Remembered<CrisisLevel>(LEVELS_REMEMBERED)
  const courtesies = { smallTalk: prepareSmallTalk([...pack.smallTalk.values()]), nations: pack.nations }
  return {
    findTopic: async (text) => {
      const read = text.slice(0, READ_CHARACTERS)
      const parts = splitQuestions(read)
      const vectors = await vectorsOf([read, ...parts].map((part) => writeOut(part, model.reader)))
      const question: Question = {
        text: read,
        vector: vectors[0] ?? null,
        parts: parts.map((part, place) => ({ text: part, vector: vectors[place + 1] ?? null })),
      }
      const found = findTopic(question, model, courtesies)
      const id = (index: number): string => model.classes[index]?.id ?? ''
      return {
        kind: found.kind,
        candidates: found.candidates.map(({ index, score }) => ({ id: id(index), score })),
        also: found.also.map(id),
        door: found.kind === 'signpost' ? found.words : '',
        reply: found.kind === 'smalltalk' ? found.words : '',
      }
    },
    senseCrisis: async (text, listed) => {
      if (listed === 'stop' && !mayBeSoftened(text)) return listed
      if (listed === 'none' && isListedSmallTalk(text, courtesies.smallTalk)) return listed
      const key = keyOf(`${listed} ${text}`)
      const before = levels.use(key)
      if (before) return before
      const pieces = (listed === 'stop' ? [text, ...splitClauses(text)] : inPieces(text)).map((piece) => writeOut(piece, model.reader))
      const vectors = await vectorsOf(pieces.slice(0, SENSED_PIECES))
      const sensed = pieces.map((piece, place) => ({ text: piece, vector: vectors[place] ?? null }))
      const level = weighPieces(sensed, { listed, text, inClause: listed === 'stop' ? 0 : senseClauses(text, model) }, model.crisis)
      if (encoder === null || !vectors.includes(null)) levels.add(key, level)
      return level
    },
    gates: { ...model.gates[mode], dataHash: model.dataHash },
    close: async () => encoder?.close(),
  }
}

/** What has a vector is weighed with it, what has none by its words alone; the more worrying of both stands. */
function weighPieces(pieces: readonly SensedPiece[], weighed: Omit<Weighed, 'sure'>, { full, small }: TopicModel['crisis']): CrisisLevel {
  const groups = [
    { sense: full, read: pieces.filter(({ vector }) => vector !== null) },
    { sense: small, read: pieces.filter(({ vector }) => vector === null) },
  ].filter(({ read }) => read.length > 0)
  const levels = groups.map(({ sense, read }) => weighCrisis({ ...weighed, sure: senseCrisis(read, sense) }, sense.steps))
  return LEVELS.findLast((level) => levels.includes(level)) ?? weighed.listed
}

/** The most worrying clause of several, by its words alone: a vector for every clause would double what a message costs. */
function senseClauses(text: string, { reader, crisis }: TopicModel): number {
  const clauses = splitClauses(text)
  if (clauses.length < 2) return 0
  return senseCrisis(
    clauses.map((clause) => ({ text: writeOut(clause, reader), vector: null })),
    crisis.small,
  )
}

const LEVELS: readonly CrisisLevel[] = ['none', 'strip', 'stop']

/** Of a very long message so many pieces are read by their meaning; the lists, and the words of the rest, are read to the end. */
const SENSED_PIECES = 10

/** The whole message, in pieces that the encoder can read. */
function inPieces(text: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start === 0 || start < text.length; start += READ_CHARACTERS) pieces.push(text.slice(start, start + READ_CHARACTERS))
  return pieces
}
