// Turns texts into sentence vectors: Universal Sentence Encoder lite on the WebAssembly backend.
import { dirname, sep } from 'node:path'
import { loadGraphModelSync } from '@tensorflow/tfjs-converter'
import * as tf from '@tensorflow/tfjs-core'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { createPieceCutter, type PieceCutter } from './sentence-piece'
import { LONGEST_TEXT, VECTOR_LENGTH } from './vector-length'
import { readWeights } from './weights'

type Graph = ReturnType<typeof loadGraphModelSync>

export interface SentenceVectors {
  /** One unit vector of 512 numbers for each text, in one run; only the first 600 characters of a text are read. */
  readonly encode: (texts: readonly string[]) => Promise<Float32Array[]>
}

/** Loads the weights and warms the graph up. Throws when the weights differ from the pinned ones or the fast backend is missing. */
export async function loadSentenceVectors(): Promise<SentenceVectors> {
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm')) + sep)
  await tf.setBackend('wasm')
  await tf.ready()
  if (tf.getBackend() !== 'wasm') throw new Error(`The sentence encoder needs the wasm backend and got ${tf.getBackend()}.`)
  const { graph, bytes, vocabulary } = readWeights()
  const weightSpecs = graph.weightsManifest.flatMap((group) => group.weights) as tf.io.WeightsManifestEntry[]
  const artifacts: tf.io.ModelArtifacts = { modelTopology: graph.modelTopology, weightSpecs, weightData: bytes }
  const model = loadGraphModelSync(artifacts)
  // The graph keeps its artifacts for good; their 27 MB are in the backend's own memory by now.
  delete artifacts.weightData
  delete artifacts.modelTopology
  const cutter = createPieceCutter(vocabulary)
  const encode = (texts: readonly string[]): Promise<Float32Array[]> => run(model, cutter, texts)
  await encode(['warm up', 'a second text, a little longer'])
  return { encode }
}

async function run(model: Graph, cutter: PieceCutter, texts: readonly string[]): Promise<Float32Array[]> {
  if (texts.length === 0) return []
  const cuts = texts.map((text) => cutter.cut(text.slice(0, LONGEST_TEXT)))
  const pieces = cuts.map((cut) => (cut.length === 0 ? [0] : cut))
  const places = pieces.flatMap((cut, row) => cut.map((_, column) => [row, column]))
  const indices = tf.tensor2d(places, [places.length, 2], 'int32')
  const values = tf.tensor1d(pieces.flat(), 'int32')
  const result = (await model.executeAsync({ indices, values })) as tf.Tensor
  const numbers = (await result.data()) as Float32Array
  tf.dispose([indices, values, result])
  return texts.map((_, row) => numbers.slice(row * VECTOR_LENGTH, (row + 1) * VECTOR_LENGTH))
}
