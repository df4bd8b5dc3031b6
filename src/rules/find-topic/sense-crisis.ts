// The second detector: senses a crisis from the meaning and the words of a message, and weighs it with what the lists found.
import type { CrisisLevel } from '../crisis/crisis-lists'
import { crisisWords } from './crisis-words'
import { logistic } from './probabilities'
import type { CrisisSense } from './topic-model'

/** A piece of a message: written out, and its vector (null in the small mode). */
export interface SensedPiece {
  readonly text: string
  readonly vector: Float32Array | null
}

/** A message longer than this holds more than one vector can tell: what the lists found in it always stands. */
const SHORT_CHARACTERS = 200

/** The probability, from 0 to 1, that a message speaks of a crisis: that of its most worrying piece. */
export function senseCrisis(pieces: readonly SensedPiece[], sense: CrisisSense): number {
  return logistic(Math.max(-30, ...pieces.map((piece) => scoreOf(piece, sense))))
}

function scoreOf({ text, vector }: SensedPiece, { weights, words, bias }: CrisisSense): number {
  const { keys, share } = crisisWords(text)
  const fromWords = keys.reduce((sum, key) => sum + (words.get(key) ?? 0), 0) * share
  return (vector ?? new Float32Array()).reduce((sum, value, place) => sum + value * (weights[place] ?? 0), bias + fromWords)
}

/** The level when both detectors have read a message of so many characters. A clear alarm of the lists is never weakened. */
export function weighCrisis(
  { listed, sure, characters }: { readonly listed: CrisisLevel; readonly sure: number; readonly characters: number },
  { stopFrom, stopAloneFrom, stripFrom, quietBelow }: CrisisSense['steps'],
): CrisisLevel {
  if (listed === 'stop') return 'stop'
  if (sure >= (listed === 'strip' ? stopFrom : stopAloneFrom)) return 'stop'
  if (listed === 'none') return sure >= stripFrom ? 'strip' : 'none'
  return sure < quietBelow && characters <= SHORT_CHARACTERS ? 'none' : 'strip'
}
