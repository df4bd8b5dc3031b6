// The vectors of a message's texts, or none where the encoder cannot give them in time: an answer without them beats no answer.
import type { Encoder } from '../encoder/create-encoder'

/** One vector for each text, in their order; null where there is none. */
export type VectorsOf = (texts: readonly string[]) => Promise<readonly (Float32Array | null)[]>

/** A message is asked about twice in a turn, for its topic and for a crisis: its vectors are made once. */
const REMEMBERED = 64

/** `encoder` null: the small mode, without vectors. `patience`: how long a request may take, in milliseconds; null waits for ever and rejects on a fault. */
export function patientVectors(encoder: Encoder | null, patience: number | null): VectorsOf {
  if (encoder === null) return async (texts) => texts.map(() => null)
  const remembered = new Map<string, Promise<Float32Array | null>>()
  const ask = async (texts: readonly string[]): Promise<readonly (Float32Array | null)[]> => {
    if (patience === null) return encoder.encode(texts)
    return encoder.encode(texts, AbortSignal.timeout(patience)).catch(() => texts.map(() => null))
  }
  return async (texts) => {
    const fresh = [...new Set(texts)].filter((text) => !remembered.has(text))
    const asked = fresh.length === 0 ? null : ask(fresh)
    const mine = new Map(fresh.map((text, place) => [text, vectorAt(asked, place)] as const))
    for (const [text, vector] of mine) remember(remembered, text, vector)
    return Promise.all(texts.map((text) => mine.get(text) ?? remembered.get(text) ?? null))
  }
}

async function vectorAt(asked: Promise<readonly (Float32Array | null)[]> | null, place: number): Promise<Float32Array | null> {
  return (await asked)?.[place] ?? null
}

/** What failed is asked for again the next time. */
function remember(remembered: Map<string, Promise<Float32Array | null>>, text: string, vector: Promise<Float32Array | null>): void {
  remembered.set(text, vector)
  const forget = (): void => void (remembered.get(text) === vector && remembered.delete(text))
  vector.then((found) => found === null && forget(), forget)
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break
    remembered.delete(oldest)
  }
}
