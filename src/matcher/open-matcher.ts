// Answers questions in free words: reads them, has them encoded where vectors are on, and asks the rules.
import { createEncoder, type Encoder } from '../encoder/create-encoder'
import type { Pack } from '../content/pack'
import type { CrisisLevel } from '../rules/crisis/crisis-lists'
import { findTopic, READ_CHARACTERS, type Question } from '../rules/find-topic/find-topic'
import { writeOut } from '../rules/find-topic/read-question'
import { mayBeSoftened, senseCrisis, weighCrisis } from '../rules/find-topic/sense-crisis'
import { prepareSmallTalk } from '../rules/find-topic/small-talk'
import { splitClauses } from '../rules/find-topic/split-clauses'
import { splitQuestions } from '../rules/find-topic/split-questions'
import type { Gates } from '../rules/find-topic/topic-model'
import { loadModel, type Mode } from './model-file'

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

/** Opens the model in a folder; in the full mode with an encoder of its own. */
export async function openMatcher(pack: Pack, modelDir: string, mode: Mode): Promise<Matcher> {
  const model = loadModel(modelDir, mode)
  const encoder = mode === 'full' ? await createEncoder() : null
  const vectorsOf = rememberLast((texts: readonly string[]) => encode(encoder, texts))
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
      const read = listed === 'stop' ? [text, ...splitClauses(text)] : inPieces(text)
      const pieces = read.map((piece) => writeOut(piece, model.reader))
      const vectors = await vectorsOf(pieces)
      const sense = model.crisis[mode]
      const sure = senseCrisis(
        pieces.map((piece, place) => ({ text: piece, vector: vectors[place] ?? null })),
        sense,
      )
      return weighCrisis({ listed, sure, text }, sense.steps)
    },
    gates: { ...model.gates[mode], dataHash: model.dataHash },
    close: async () => encoder?.close(),
  }
}

async function encode(encoder: Encoder | null, texts: readonly string[]): Promise<readonly (Float32Array | null)[]> {
  return encoder === null ? texts.map(() => null) : encoder.encode(texts)
}

/** The same message is asked about twice in a turn, for its topic and for a crisis: its vectors are made once. */
function rememberLast<Vector>(
  make: (texts: readonly string[]) => Promise<readonly Vector[]>,
): (texts: readonly string[]) => Promise<readonly Vector[]> {
  let last: { readonly text: string; readonly vector: Promise<Vector | undefined> } | null = null
  return async (texts) => {
    const [first = '', ...rest] = texts
    if (last?.text !== first) {
      const all = make(texts)
      last = {
        text: first,
        vector: all.then(
          ([vector]) => vector,
          () => undefined,
        ),
      }
      return all
    }
    const [vector, others] = await Promise.all([last.vector, rest.length === 0 ? [] : make(rest)])
    return vector === undefined ? make(texts) : [vector, ...others]
  }
}

/** The whole message, in pieces that the encoder can read. */
function inPieces(text: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start === 0 || start < text.length; start += READ_CHARACTERS) pieces.push(text.slice(start, start + READ_CHARACTERS))
  return pieces
}
