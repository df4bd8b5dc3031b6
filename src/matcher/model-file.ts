// Keeps a built model in two files: its shape as JSON, its arrays of numbers one behind the other.
import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TopicModel } from '../rules/find-topic/topic-model'

const KINDS = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array }
type Kind = keyof typeof KINDS
type Numbers = InstanceType<(typeof KINDS)[Kind]>

const ALIGN = 8

/** Which parts of a model are read: the small mode leaves the vectors out. */
export type Mode = 'full' | 'small'

/** Writes the model into a folder, all at once or not at all. */
export function saveModel(model: TopicModel, dir: string): void {
  const arrays: Buffer[] = []
  let offset = 0
  const keep = (numbers: Numbers): object => {
    const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
    const padding = (ALIGN - (bytes.length % ALIGN)) % ALIGN
    const place = { $numbers: numbers.constructor.name, offset, length: numbers.length }
    arrays.push(bytes, Buffer.alloc(padding))
    offset += bytes.length + padding
    return place
  }
  const shape = JSON.stringify(model, (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) return keep(value as Numbers)
    return value instanceof Map ? { $map: [...value] } : value
  })
  const fresh = `${dir}.${String(process.pid)}`
  mkdirSync(fresh, { recursive: true })
  writeFileSync(join(fresh, 'arrays.bin'), Buffer.concat(arrays))
  writeFileSync(join(fresh, 'model.json'), shape)
  rmSync(dir, { recursive: true, force: true })
  renameSync(fresh, dir)
}

/** Reads a model from its folder. In the small mode its vectors, and the sense of crisis that weighs them, stay on disk. @throws Error when there is none */
export function loadModel(dir: string, mode: Mode): TopicModel {
  const shape = JSON.parse(readFileSync(join(dir, 'model.json'), 'utf8')) as TopicModel
  const { scorers, crisis } = shape
  const wanted =
    mode === 'full' ? shape : { ...shape, scorers: { ...scorers, nearest: null, vectors: null }, crisis: { small: crisis.small } }
  const file = openSync(join(dir, 'arrays.bin'), 'r')
  try {
    const model = revive(wanted, file) as TopicModel
    return mode === 'full' ? model : { ...model, crisis: { small: model.crisis.small, full: model.crisis.small } }
  } finally {
    closeSync(file)
  }
}

/** The shape with its maps and arrays in their places. */
function revive(value: unknown, file: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => revive(item, file))
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][])
  if ('$numbers' in value) return take(file, value as Place)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item, file)]))
}

interface Place {
  readonly $numbers: Kind
  readonly offset: number
  readonly length: number
}

function take(file: number, { $numbers, offset, length }: Place): Numbers {
  const numbers = new KINDS[$numbers](length)
  readSync(file, new Uint8Array(numbers.buffer), 0, numbers.byteLength, offset)
  return numbers
}
