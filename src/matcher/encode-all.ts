// Encodes many texts with two encoders side by side, texts of like length together.
import { createEncoder, type Encoder } from '../encoder/create-encoder'

const BATCH = 16
const ENCODERS = 2

/** One vector for each text. `onProgress` hears the share done, from 0 to 1. */
export async function encodeAll(texts: readonly string[], onProgress: (share: number) => void): Promise<ReadonlyMap<string, Float32Array>> {
  const todo = [...new Set(texts)].sort((a, b) => b.length - a.length)
  const vectors = new Map<string, Float32Array>()
  const encoders = await Promise.all(Array.from({ length: ENCODERS }, () => createEncoder()))
  let next = 0
  const work = async (encoder: Encoder): Promise<void> => {
    while (next < todo.length) {
      const batch = todo.slice(next, next + BATCH)
      next += batch.length
      const found = await encoder.encode(batch)
      batch.forEach((text, place) => {
        const vector = found[place]
        if (vector !== undefined) vectors.set(text, vector)
      })
      onProgress(vectors.size / todo.length)
    }
  }
  try {
    await Promise.all(encoders.map(work))
  } finally {
    await Promise.all(encoders.map((encoder) => encoder.close()))
  }
  return vectors
}
