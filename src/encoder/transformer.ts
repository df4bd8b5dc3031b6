// The sentence encoder's network: two transformer layers over word pieces, their mean, one hidden layer, unit length.
// Universal Sentence Encoder lite, after its published graph; texts of a batch lie behind one another, so that nothing is padded.
import * as tf from '@tensorflow/tfjs-core'

/** The weights of one layer. */
export interface Layer {
  readonly heads: number
  readonly attention: Norm
  /** Queries, keys and values in one. */
  readonly qkv: Dense
  readonly output: Dense
  /** Widens what goes round the attention; null where the widths are the same. */
  readonly residual: Dense | null
  readonly forward: Norm
  readonly inner: Dense
  readonly outer: Dense
}

export interface Dense {
  readonly weights: tf.Tensor2D
  readonly bias: tf.Tensor1D
}

export interface Norm {
  readonly scale: tf.Tensor1D
  readonly bias: tf.Tensor1D
}

export interface Network {
  readonly embeddings: tf.Tensor2D
  /** Inverse time scales of the position signal. */
  readonly timing: Float32Array
  readonly layers: readonly Layer[]
  readonly hidden: Dense
}

/** Pieces of a text that are read. */
const MOST_PIECES = 128
const TINY = 1e-6

/** One unit vector for each text, given by its piece numbers; no text may be without pieces. */
export function runNetwork(texts: readonly (readonly number[])[], network: Network): tf.Tensor2D {
  return tf.tidy(() => {
    const cut = texts.map((pieces) => pieces.slice(0, MOST_PIECES))
    const lengths = cut.map((pieces) => pieces.length)
    const looked = tf.gather(network.embeddings, tf.tensor1d(cut.flat(), 'int32'))
    // The graph adds the position signal to the embedding and then the embedding once more.
    let x = tf.add(tf.mul(looked, 2), positions(lengths, network.timing)) as tf.Tensor2D
    for (const layer of network.layers) x = runLayer(x, lengths, layer)
    const means = tf.concat(segments(x, lengths).map((rows) => tf.mean(rows, 0, true) as tf.Tensor2D))
    const hidden = tf.tanh(dense(means, network.hidden))
    return tf.div(hidden, tf.sqrt(tf.sum(tf.square(hidden), 1, true))) as tf.Tensor2D
  })
}

function runLayer(x: tf.Tensor2D, lengths: readonly number[], layer: Layer): tf.Tensor2D {
  const qkv = dense(normal(x, layer.attention), layer.qkv)
  const mixed = tf.concat(segments(qkv, lengths).map((rows) => attend(rows, layer.heads)))
  const round = layer.residual === null ? x : dense(x, layer.residual)
  const y = tf.add(dense(mixed, layer.output), round) as tf.Tensor2D
  const inner = dense(normal(y, layer.forward), layer.inner, 'relu')
  return tf.add(dense(inner, layer.outer), y) as tf.Tensor2D
}

/** Scaled dot-product attention of one text's rows among themselves. */
function attend(qkv: tf.Tensor2D, heads: number): tf.Tensor2D {
  const [rows, width] = [qkv.shape[0], qkv.shape[1] / 3]
  const [q, k, v] = tf.split(qkv, 3, 1).map((part) => tf.transpose(tf.reshape(part, [rows, heads, width / heads]), [1, 0, 2])) as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ]
  const weights = tf.softmax(tf.matMul(tf.mul(q, Math.sqrt(heads / width)), k, false, true))
  return tf.reshape(tf.transpose(tf.matMul(weights, v), [1, 0, 2]), [rows, width])
}

function dense(x: tf.Tensor2D, { weights, bias }: Dense, activation: 'linear' | 'relu' = 'linear'): tf.Tensor2D {
  return tf.fused.matMul({ a: x, b: weights, bias, activation }) as tf.Tensor2D
}

function normal(x: tf.Tensor2D, { scale, bias }: Norm): tf.Tensor2D {
  const centred = tf.sub(x, tf.mean(x, 1, true))
  const spread = tf.rsqrt(tf.add(tf.mean(tf.square(centred), 1, true), TINY))
  return tf.add(tf.mul(tf.mul(centred, spread), scale), bias) as tf.Tensor2D
}

function segments(x: tf.Tensor2D, lengths: readonly number[]): tf.Tensor2D[] {
  return lengths.length === 1 ? [x] : tf.split(x, [...lengths], 0)
}

/** Sines, then cosines, of each place in its text. */
function positions(lengths: readonly number[], timing: Float32Array): tf.Tensor2D {
  const width = timing.length * 2
  const rows = lengths.flatMap((length) => Array.from({ length }, (_, place) => place))
  const signal = new Float32Array(rows.length * width)
  rows.forEach((place, row) => {
    timing.forEach((rate, at) => {
      signal[row * width + at] = Math.sin(place * rate)
      signal[row * width + timing.length + at] = Math.cos(place * rate)
    })
  })
  return tf.tensor2d(signal, [rows.length, width])
}
