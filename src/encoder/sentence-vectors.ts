// Turns texts into sentence vectors: Universal Sentence Encoder lite on the WebAssembly backend.
import { dirname, sep } from 'node:path'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'
import { readNetwork } from './read-network'
import { createPieceCutter, type PieceCutter } from './sentence-piece'
import { runNetwork, type Network } from './transformer'
import { LONGEST_TEXT, VECTOR_LENGTH } from './vector-length'
import { readWeights } from './weights'

export interface SentenceVectors {
  /** One unit vector of 512 numbers for each text, in one run; only the first 600 characters of a text are read. */
  readonly encode: (texts: readonly string[]) => Promise<Float32Array[]>
}

/** Piece number of what the vocabulary lacks; it also stands for a text without words. */
const UNKNOWN = 0

/** Loads the weights and warms the network up. Throws when the weights differ from the pinned ones or the fast backend is missing. */
export async function loadSentenceVectors(): Promise<SentenceVectors> {
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm')) + sep)
  await tf.setBackend('wasm')
  await tf.ready()
  if (tf.getBackend() !== 'wasm') throw new Error(`The sentence encoder needs the wasm backend and got ${tf.getBackend()}.`)
  const weights = readWeights()
  const network = readNetwork(weights)
  const cutter = createPieceCutter(weights.vocabulary)
  const encode = (texts: readonly string[]): Promise<Float32Array[]> => run(network, cutter, texts)
  await encode(['warm up', 'a second text, a little longer'])
  return { encode }
}

async function run(network: Network, cutter: PieceCutter, texts: readonly string[]): Promise<Float32Array[]> {
  if (texts.length === 0) return []
  const cuts = texts.map((text) => cutter.cut(text.slice(0, LONGEST_TEXT)))
  const result = runNetwork(
    cuts.map((cut) => (cut.length === 0 ? [UNKNOWN] : cut)),
    network,
  )
  const numbers = (await result.data()) as Float32Array
  result.dispose()
  return texts.map((_, row) => numbers.slice(row * VECTOR_LENGTH, (row + 1) * VECTOR_LENGTH))
}
