// Finds the network's weights by their names in the pinned package and puts each where it belongs.
import * as tf from '@tensorflow/tfjs-core'
import type { Dense, Layer, Network, Norm } from './transformer'
import type { Weights } from './weights'

const GRAPH = 'module_apply_default/Encoder_en/KonaTransformer/Encode'
const MODULE = 'module/Encoder_en'
const JOINED = 'ConcatPartitions/concat'

/** Copies the weights into the backend's memory. @throws Error when one is missing */
export function readNetwork({ graph, bytes }: Pick<Weights, 'graph' | 'bytes'>): Network {
  const numbers = new Map<string, Float32Array>()
  const shapes = new Map<string, readonly number[]>()
  let start = 0
  for (const { name, shape } of graph.weightsManifest.flatMap(({ weights }) => weights)) {
    const size = shape.reduce((product, side) => product * side, 1)
    numbers.set(name, new Float32Array(bytes, start, size))
    shapes.set(name, shape)
    start += size * Float32Array.BYTES_PER_ELEMENT
  }
  const find = (name: string): Float32Array => {
    const found = numbers.get(name)
    if (found === undefined) throw new Error(`The sentence encoder's package has no ${name}.`)
    return found
  }
  const matrix = (name: string): tf.Tensor2D => tf.tensor2d(find(name), shapes.get(name)?.slice(-2) as [number, number])
  const row = (name: string): tf.Tensor1D => tf.tensor1d(find(name))
  const dense = (weights: string, bias: string): Dense => ({ weights: matrix(weights), bias: row(bias) })
  const norm = (path: string): Norm => ({
    scale: row(`${path}/layer_norm_scale/${JOINED}`),
    bias: row(`${path}/layer_norm_bias/${JOINED}`),
  })
  const layer = (name: string): Layer => {
    const own = `${GRAPH}/${name}/TransformerLayer`
    const stack = `${GRAPH}/TransformerStack/${name}/TransformerLayer/FFN`
    const attention = `${MODULE}/KonaTransformer/Encode/${name}/TransformerLayer/MultiheadAttention`
    const widens = numbers.has(`${own}/dense/kernel/${JOINED}`)
    return {
      heads: 4,
      attention: norm(`${own}/layer_prepostprocess/layer_norm`),
      qkv: dense(`${attention}/qkv_transform_single/kernel/part_0`, `${own}/MultiheadAttention/qkv_transform_single/bias/${JOINED}`),
      output: dense(
        `${attention}/output_transform_single/kernel/part_0`,
        `${own}/MultiheadAttention/output_transform_single/bias/${JOINED}`,
      ),
      residual: widens ? dense(`${own}/dense/kernel/${JOINED}`, `${own}/dense/bias/${JOINED}`) : null,
      forward: norm(`${own}/FFN/layer_prepostprocess/layer_norm`),
      inner: dense(`${stack}/conv1/Tensordot/Reshape_1`, `${own}/FFN/conv1/bias/${JOINED}`),
      outer: dense(`${stack}/conv2/Tensordot/Reshape_1`, `${own}/FFN/conv2/bias/${JOINED}`),
    }
  }
  return {
    embeddings: matrix('module/Embeddings_en'),
    timing: find(`${GRAPH}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`).slice(),
    layers: [layer('Layer_0'), layer('Layer_1')],
    hidden: dense(`${MODULE}/hidden_layers/tanh_layer_0/weights`, `${MODULE}/hidden_layers/tanh_layer_0/bias`),
  }
}
