// A model that is kept and read again is the same; the small mode leaves the vectors on disk.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadModel, saveModel } from '../../src/matcher/model-file'
import { withCache } from '../../src/matcher/vector-cache'
import type { TopicModel } from '../../src/rules/find-topic/topic-model'

const folder = mkdtempSync(join(tmpdir(), 'model-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const part = {
  dataHash: 'abc',
  titles: new Map([['is it free', 3]]),
  scorers: {
    words: { weights: Int8Array.from([1, -127, 5]), step: 0.5 },
    nearest: { classOf: Uint16Array.from([1, 2]) },
    vectors: { bias: Float32Array.from([0.25]) },
  },
  crisis: { weights: Float32Array.from([1, 2]), bias: 0, stripFrom: 0.6 },
  gates: { full: { right: { mean: Float64Array.from([1 / 3]) } } },
} as unknown as TopicModel

test('everything comes back: numbers of every kind, maps, nothing between', () => {
  saveModel(part, join(folder, 'one'))
  expect(loadModel(join(folder, 'one'), 'full')).toEqual(part)
})

test('a model is replaced whole', () => {
  saveModel({ ...part, dataHash: 'def' }, join(folder, 'one'))
  expect(loadModel(join(folder, 'one'), 'full').dataHash).toBe('def')
})

test('the small mode has no vectors, and a second crisis detector that needs none', () => {
  const small = loadModel(join(folder, 'one'), 'small')
  expect(small.scorers).toMatchObject({ nearest: null, vectors: null })
  expect(small.crisis).not.toBeNull()
})

test('a text is encoded once, also in a later build', async () => {
  const asked: string[][] = []
  const encode = (texts: readonly string[]) => {
    asked.push([...texts])
    return Promise.resolve(new Map(texts.map((text) => [text, new Float32Array(512).fill(text.length)])))
  }
  const first = await withCache(encode, folder)(['a', 'bb', 'a'])
  const second = await withCache(encode, folder)(['bb', 'ccc'])
  expect(asked).toEqual([['a', 'bb'], ['ccc']])
  expect(first.get('bb')).toEqual(second.get('bb'))
  expect(second.get('ccc')?.[0]).toBe(3)
})
