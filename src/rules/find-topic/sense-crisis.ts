// The second detector: senses a crisis from the meaning and the words of a message, and weighs it with what the lists found.
import type { CrisisLevel } from '../crisis/crisis-lists'
import { crisisWords } from './crisis-words'
import { logistic } from './probabilities'
import type { CrisisSense } from './topic-model'
import { nearerToCrisis } from './vector-signs'

/** A piece of a message: written out, and its vector (null in the small mode). */
export interface SensedPiece {
  readonly text: string
  readonly vector: Float32Array | null
}

/** A message longer than this holds more than one vector can tell: what the lists found in it always stands. */
const SHORT_CHARACTERS = 200
/** A shorter message gives too little to tell a figure of speech by. */
const TELLING_WORDS = 5
/** One or two words ('suicidal', 'heart attack') tell nothing of how they are meant. */
const BARE_WORDS = 2
/** What it counts that a message lies nearer to a known crisis than to a known ordinary message. */
const NEARNESS = 15

/** What is known of a message: its level by the lists, how sure the second detector is of it, and of its most worrying clause by words alone. */
export interface Weighed {
  readonly listed: CrisisLevel
  readonly sure: number
  /** 0 where the message is one clause. */
  readonly inClause: number
  readonly text: string
}

/** The probability, from 0 to 1, that a message speaks of a crisis: that of its most worrying piece. */
export function senseCrisis(pieces: readonly SensedPiece[], sense: CrisisSense): number {
  return logistic(Math.max(-30, ...pieces.map((piece) => scoreOf(piece, sense))))
}

function scoreOf({ text, vector }: SensedPiece, { weights, words, bias, known }: CrisisSense): number {
  const { keys, share } = crisisWords(text)
  const fromWords = bias + keys.reduce((sum, key) => sum + (words.get(key) ?? 0), 0) * share
  if (vector === null) return fromWords
  const nearness = known === null ? 0 : NEARNESS * nearerToCrisis(vector, known)
  return vector.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), fromWords + nearness)
}

/** Whether a clear alarm of the lists may prove a figure of speech or a matter of record: never in a very short or a long message. */
export function mayBeSoftened(text: string): boolean {
  return text.length <= SHORT_CHARACTERS && wordsIn(text) >= TELLING_WORDS
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length

/**
 * The level when both detectors have read a message. A clear alarm of the lists is weakened only to the strip, only where
 * `mayBeSoftened`, and only when the message and every clause of it (`sure` is the highest of them) are all but certainly ordinary.
 * That something is asked softens nothing: 'who can I talk to about wanting to die' is a question.
 * One clause that sounds like a crisis keeps a message from passing as ordinary, whatever question is asked around it; where the lists are unsure,
 * or the message is a long account, it is a clear alarm unless the whole is likely ordinary. A sign that stands all but alone is never silenced.
 */
export function weighCrisis({ listed, sure, inClause, text }: Weighed, steps: CrisisSense['steps']): CrisisLevel {
  if (listed === 'stop') return sure < steps.softenBelow && mayBeSoftened(text) ? 'strip' : 'stop'
  const clauseTells = listed === 'strip' || text.length > SHORT_CHARACTERS
  if (listed === 'strip' && sure >= steps.stopFrom) return 'stop'
  if (listed === 'none' && sure >= steps.stopAloneFrom) return 'stop'
  if (clauseTells && inClause >= steps.clauseStopsFrom.clause && sure >= steps.clauseStopsFrom.whole) return 'stop'
  if (inClause >= steps.clauseFrom) return 'strip'
  if (listed === 'none') return sure >= steps.stripFrom ? 'strip' : 'none'
  if (wordsIn(text) <= BARE_WORDS) return 'strip'
  const { whole, clause, clauseOfLong } = steps.quietBelow
  return sure < whole && inClause < (text.length > SHORT_CHARACTERS ? clauseOfLong : clause) ? 'none' : 'strip'
}
