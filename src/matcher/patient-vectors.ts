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

/** `encoder` null: the small mode, without vectors. `patience`: how long a request may take, in milliseconds; null waits for ever and rejects on a fault. */
export function patientVectors(encoder: Encoder | null, patience: number | null): VectorsOf {
  if (encoder === null) return async (texts) => texts.map(() => null)
  const remembered = new Map<string, Promise<Float32Array | null>>()
  const ask = async (texts: readonly string[]): Promise<readonly (Float32Array | null)[]> => {
    if (patience === null) return encoder.encode(texts)
    return encoder.encode(texts, AbortSignal.timeout(patience)).catch(() => texts.map(() => null))
  }
  return async (texts) => {
    const keys = texts.map(keyOf)
    const fresh = new Map(keys.flatMap((key, place) => (remembered.has(key) ? [] : [[key, texts[place] ?? ''] as const])))
    const asked = fresh.size === 0 ? null : ask([...fresh.values()])
    const made = new Map([...fresh.keys()].map((key, place) => [key, vectorAt(asked, place)] as const))
    const vectors = keys.map((key) => made.get(key) ?? remembered.get(key) ?? Promise.resolve(null))
    keys.forEach((key, place) => remember(remembered, key, vectors[place] ?? Promise.resolve(null)))
    return Promise.all(vectors)
  }
}

async function vectorAt(asked: Promise<readonly (Float32Array | null)[]> | null, place: number): Promise<Float32Array | null> {
  return (await asked)?.[place] ?? null
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

/** The one used last stays longest. What failed is asked for again the next time. */
function remember(remembered: Map<string, Promise<Float32Array | null>>, key: string, vector: Promise<Float32Array | null>): void {
  remembered.delete(key)
  remembered.set(key, vector)
  const forget = (): void => void (remembered.get(key) === vector && remembered.delete(key))
  vector.then((found) => found === null && forget(), forget)
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break
    remembered.delete(oldest)
  }
}
