// The vectors of a message's texts, or none where the encoder cannot give them in time: an answer without them beats no answer.
import { createHash } from 'node:crypto'
import type { Encoder } from '../encoder/create-encoder'

/** One vector for each text, in their order; null where there is none. */
export type VectorsOf = (texts: readonly string[]) => Promise<readonly (Float32Array | null)[]>

/**
 * A message is asked about twice in a turn, and what a button types comes again and again: such vectors are made once. Two kilobytes each; kept
 * under a hash, so that nobody's words stay.
 */
const REMEMBERED = 1_000

/** By the hash of the text, the one used last at the end. */
type Remembered = Map<string, Promise<Float32Array | null>>

/** `encoder` null: the small mode, without vectors. `patience`: how long a request may take, in milliseconds; null waits for ever and rejects on a fault. */
export function patientVectors(encoder: Encoder | null, patience: number | null): VectorsOf {
  if (encoder === null) return async (texts) => texts.map(() => null)
  const remembered: Remembered = new Map()
  const ask = async (texts: readonly string[]): Promise<readonly (Float32Array | null)[]> => {
    if (patience === null) return encoder.encode(texts)
    return encoder.encode(texts, AbortSignal.timeout(patience)).catch(() => texts.map(() => null))
  }
  return async (texts) => {
    const keys = texts.map(keyOf)
    const fresh = new Map(keys.map((key, place) => [key, texts[place] ?? ''] as const).filter(([key]) => !remembered.has(key)))
    const asked = fresh.size === 0 ? null : ask([...fresh.values()])
    ;[...fresh.keys()].forEach((key, place) => add(remembered, key, vectorAt(asked, place)))
    const vectors = keys.map((key) => use(remembered, key))
    forgetOldest(remembered)
    return Promise.all(vectors)
  }
}

async function vectorAt(asked: Promise<readonly (Float32Array | null)[]> | null, place: number): Promise<Float32Array | null> {
  return (await asked)?.[place] ?? null
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

/** What failed is asked for again the next time. */
function add(remembered: Remembered, key: string, vector: Promise<Float32Array | null>): void {
  remembered.set(key, vector)
  const forget = (): void => void (remembered.get(key) === vector && remembered.delete(key))
  vector.then((found) => found === null && forget(), forget)
}

/** The one used last stays longest. */
function use(remembered: Remembered, key: string): Promise<Float32Array | null> {
  const vector = remembered.get(key) ?? Promise.resolve(null)
  remembered.delete(key)
  remembered.set(key, vector)
  return vector
}

function forgetOldest(remembered: Remembered): void {
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) return
    remembered.delete(oldest)
  }
}
