// Keeps a built model in two files: its shape as JSON, its arrays of numbers one behind the other.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

/** Reads a model from its folder. In the small mode its vectors stay on disk. @throws Error when there is none */
export function loadModel(dir: string, mode: Mode): TopicModel {
  const bytes = readFileSync(join(dir, 'arrays.bin'))
  const model = JSON.parse(readFileSync(join(dir, 'model.json'), 'utf8'), (key, value: unknown) => {
    if (mode === 'small' && (key === 'nearest' || key === 'vectors' || key === 'crisis')) return null
    if (typeof value !== 'object' || value === null) return value
    if ('$map' in value) return new Map(value.$map as [unknown, unknown][])
    return '$numbers' in value ? take(bytes, value as Place) : value
  }) as TopicModel
  return model
}

interface Place {
  readonly $numbers: Kind
  readonly offset: number
  readonly length: number
}

/** A copy, so that the file's bytes can be let go. */
function take(bytes: Buffer, { $numbers, offset, length }: Place): Numbers {
  const Type = KINDS[$numbers]
  const part = bytes.subarray(offset, offset + length * Type.BYTES_PER_ELEMENT)
  return new Type(part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength) as ArrayBuffer)
}
