// Cuts a text into the word pieces that the sentence encoder knows: the most likely cut under its unigram vocabulary.

/** One vocabulary row: the piece and the logarithm of how likely it is; null for the pieces that are never cut. */
export type Piece = readonly [piece: string, logLikelihood: number | null]

export interface PieceCutter {
  /** Piece numbers of a text, in order; what the vocabulary lacks becomes 0, once for each run of unknown characters. */
  readonly cut: (text: string) => number[]
}

const SPACE = '▁'
const RESERVED = 6
const UNKNOWN = 0
const UNKNOWN_COST = -20

interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>
  readonly scores: ReadonlyMap<string, number>
  readonly longest: number
}

/** Makes a cutter from the encoder's vocabulary; the first six rows are reserved and never cut. */
export function createPieceCutter(rows: readonly Piece[]): PieceCutter {
  const numbers = new Map<string, number>()
  const scores = new Map<string, number>()
  let longest = 1
  rows.forEach(([piece, score], number) => {
    if (number < RESERVED || score === null || piece === '') return
    numbers.set(piece, number)
    scores.set(piece, score)
    longest = Math.max(longest, piece.length)
  })
  const vocabulary = { numbers, scores, longest }
  return { cut: (text) => cutBest(asPieces(text), vocabulary) }
}

function asPieces(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return plain === '' ? '' : SPACE + plain.replaceAll(' ', SPACE)
}

/** Viterbi: `best[end]` is the score of the best cut of the first `end` characters, `from[end]` where its last piece begins. */
function cutBest(text: string, { numbers, scores, longest }: Vocabulary): number[] {
  const best = new Float64Array(text.length + 1).fill(-Infinity)
  const from = new Int32Array(text.length + 1)
  best[0] = 0
  for (let start = 0; start < text.length; start++) {
    const before = best[start] ?? 0
    offer(start, start + 1, before + UNKNOWN_COST, best, from)
    for (let end = start + 1; end <= Math.min(text.length, start + longest); end++) {
      const score = scores.get(text.slice(start, end))
      if (score !== undefined) offer(start, end, before + score, best, from)
    }
  }
  return readBack(text, from, numbers)
}

function offer(start: number, end: number, score: number, best: Float64Array, from: Int32Array): void {
  if (score <= (best[end] ?? -Infinity)) return
  best[end] = score
  from[end] = start
}

function readBack(text: string, from: Int32Array, numbers: ReadonlyMap<string, number>): number[] {
  const pieces: number[] = []
  for (let end = text.length; end > 0; end = from[end] ?? 0) {
    const number = numbers.get(text.slice(from[end], end)) ?? UNKNOWN
    if (number !== UNKNOWN || pieces.at(-1) !== UNKNOWN) pieces.push(number)
  }
  return pieces.reverse()
}
