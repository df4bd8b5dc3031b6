// The vectors of a message's texts, or none where the encoder cannot give them in time: an answer without them beats no answer.
import type { Encoder } from '../encoder/create-encoder'
import { keyOf, Remembered } from './remembered'

/** One vector for each text, in their order; null where there is none. */
export type VectorsOf = (texts: readonly string[]) => Promise<readonly (Float32Array | null)[]>

/** A message is asked about twice in a turn, and what a button types comes again and again: such vectors are made once. Two kilobytes each. */
const REMEMBERED = 1_000

/** Characters of the others that a message waits behind, about a third of a second's work for the encoder. A long message holds nobody up for more than its first portion. */
const CROWD = 1_200

type Vector = Promise<Float32Array | null>

/** `encoder` null: the small mode, without vectors. `patience`: how long a request may take, in milliseconds, and a crowd is not waited for at all; null waits for ever and rejects on a fault. */
export function patientVectors(encoder: Encoder | null, patience: number | null): VectorsOf {
  if (encoder === null) return async (texts) => texts.map(() => null)
  const remembered = new Remembered<Vector>(REMEMBERED)
  let ahead = 0
  const ask = async (texts: readonly string[]): Promise<readonly (Float32Array | null)[]> => {
    if (patience === null) return encoder.encode(texts)
    if (ahead > CROWD) return texts.map(() => null)
    const mine = Math.min(texts.join('').length, CROWD)
    ahead += mine
    try {
      return await encoder.encode(texts, AbortSignal.timeout(patience))
    } catch {
      return texts.map(() => null)
    } finally {
      ahead -= mine
    }
  }
  return async (texts) => {
    const keys = texts.map(keyOf)
    const fresh = new Map(keys.map((key, place) => [key, texts[place] ?? ''] as const).filter(([key]) => !remembered.has(key)))
    const asked = fresh.size === 0 ? null : ask([...fresh.values()])
    const made = new Map([...fresh.keys()].map((key, place) => [key, vectorAt(asked, place)]))
    const vectors = keys.map((key) => made.get(key) ?? remembered.use(key) ?? null)
    for (const [key, vector] of made) keep(remembered, key, vector)
    return Promise.all(vectors)
  }
}

async function vectorAt(asked: Promise<readonly (Float32Array | null)[]> | null, place: number): Vector {
  return (await asked)?.[place] ?? null
}

/** What failed is asked for again the next time. */
function keep(remembered: Remembered<Vector>, key: string, vector: Vector): void {
  remembered.add(key, vector)
  const forget = (): void => remembered.forget(key, vector)
  vector.then((found) => found === null && forget(), forget)
}
