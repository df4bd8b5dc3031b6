// Keeps the vectors of texts that were encoded before, so that a change of one utterance does not encode all again.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VECTOR_LENGTH } from '../encoder/vector-length'
import { WEIGHTS_SHA256 } from '../encoder/weights'
import type { Encode } from './train-model'

const KEY_BYTES = 16
const ROW_BYTES = KEY_BYTES + VECTOR_LENGTH * Float32Array.BYTES_PER_ELEMENT

/** The same encoding, with what is known already taken from a file in the folder, and what is new added to it. */
export function withCache(encode: Encode, folder: string): Encode {
  const file = join(folder, `vectors-${WEIGHTS_SHA256.slice(0, 8)}.bin`)
  return async (texts) => {
    const known = readRows(file)
    const wanted = new Map([...new Set(texts)].map((text) => [text, keyOf(text)]))
    const missing = [...wanted].filter(([, key]) => !known.has(key)).map(([text]) => text)
    const made = missing.length === 0 ? new Map<string, Float32Array>() : await encode(missing)
    const all = new Map([...wanted].flatMap(([text, key]) => pair(text, known.get(key) ?? made.get(text))))
    if (missing.length > 0 || known.size > 2 * wanted.size)
      writeFileSync(file, Buffer.concat([...all].map(([text, vector]) => row(keyOf(text), vector))))
    return all
  }
}

function keyOf(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * KEY_BYTES)
}

function row(key: string, vector: Float32Array): Buffer {
  return Buffer.concat([Buffer.from(key, 'hex'), Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)])
}

function pair(text: string, vector: Float32Array | undefined): [string, Float32Array][] {
  return vector === undefined ? [] : [[text, vector]]
}

/** A file that was cut short is read as far as it goes. */
function readRows(file: string): Map<string, Float32Array> {
  const rows = new Map<string, Float32Array>()
  if (!existsSync(file)) return rows
  const bytes = readFileSync(file)
  for (let start = 0; start + ROW_BYTES <= bytes.length; start += ROW_BYTES) {
    const vector = new Float32Array(VECTOR_LENGTH)
    Buffer.from(vector.buffer).set(bytes.subarray(start + KEY_BYTES, start + ROW_BYTES))
    rows.set(bytes.toString('hex', start, start + KEY_BYTES), vector)
  }
  return rows
}
