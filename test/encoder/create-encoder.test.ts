// The sentence encoder: pinned weights, the fast backend, vectors that put like beside like, and no fault that hangs.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { createEncoder, type Encoder } from '../../src/encoder/create-encoder'
import { createPieceCutter } from '../../src/encoder/sentence-piece'

const folder = mkdtempSync(join(tmpdir(), 'encoder-'))
let encoder: Encoder

beforeAll(async () => {
  const entryPoints = ['worker', 'sentence-vectors', 'sentence-piece', 'transformer', 'read-network', 'vector-length', 'weights'].map(
    (name) => join(__dirname, '../../src/encoder', `${name}.ts`),
  )
  await build({ entryPoints, outdir: folder, platform: 'node', format: 'cjs', logLevel: 'error' })
  symlinkSync(join(__dirname, '../../node_modules'), join(folder, 'node_modules'), 'junction')
  encoder = await createEncoder(join(folder, 'worker.js'))
})

afterAll(async () => {
  await encoder.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The first numbers of the vector of "Is mediation free?" as the package's own graph gives them. */
const PUBLISHED = [-0.011616, -0.058902, 0.043724, 0.041366, -0.039978, -0.039613, 0.041313, -0.051111]

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number => {
  if (a === undefined || b === undefined) throw new Error('no vector')
  return a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0)
}

test('every vector has 512 numbers and unit length', async () => {
  const [vector] = await encoder.encode(['Is mediation free?'])
  expect(vector).toHaveLength(512)
  expect(cosine(vector, vector)).toBeCloseTo(1, 4)
})

test('a text meaning the same is nearer than one that does not', async () => {
  const [asked, same, other] = await encoder.encode([
    'Is mediation free?',
    'Do I have to pay for mediation?',
    'will it rain in Leeds tomorrow',
  ])
  expect(cosine(asked, same)).toBeGreaterThan(0.6)
  expect(cosine(asked, other)).toBeLessThan(0.3)
})

test('a text has the same vector alone and beside a longer one', async () => {
  const [alone] = await encoder.encode(['Who pays?'])
  const [, beside] = await encoder.encode([
    'A much longer text about a letter that the council sent in March and nobody explained',
    'Who pays?',
  ])
  expect(cosine(alone, beside)).toBeGreaterThan(0.9999)
})

test('empty, very long and odd texts are answered too', async () => {
  const vectors = await encoder.encode(['', '\u{1F600}\u{1F600}', 'x'.repeat(20_000), 'שלום'])
  expect(vectors.every((vector) => vector.length === 512 && vector.every(Number.isFinite))).toBe(true)
  expect(await encoder.encode([])).toEqual([])
})

test('twenty calls at once each get their own answer', async () => {
  const texts = Array.from({ length: 20 }, (_, number) => `letter number ${String(number)}`)
  const together = await Promise.all(texts.map((text) => encoder.encode([text])))
  const [third] = await encoder.encode(['letter number 3'])
  expect(cosine(together[3]?.[0], third)).toBeGreaterThan(0.9999)
})

test('a short text is not held up by long ones', async () => {
  const finished: string[] = []
  const long = encoder.encode(Array.from({ length: 30 }, (_, number) => `${'the council wrote again '.repeat(25)}${String(number)}`))
  const short = encoder.encode(['is it free'])
  await Promise.all([long.then(() => finished.push('long')), short.then(() => finished.push('short'))])
  expect(finished).toEqual(['short', 'long'])
})

test('nobody is kept waiting by a request that was given up', async () => {
  const long = encoder.encode(['a '.repeat(500), 'b '.repeat(500), 'c '.repeat(500)], AbortSignal.timeout(1))
  await expect(long).rejects.toThrow('took too long')
  expect(await encoder.encode(['who pays'])).toHaveLength(1)
})

test('a worker that ends by itself fails what waits, and the next request starts another', async () => {
  const dying = join(folder, 'dying.js')
  const serve = `port.on('message', (texts) => (texts.includes('die') ? process.exit(1) : port.postMessage({ vectors: texts.map(() => new Float32Array(512)) })))`
  writeFileSync(dying, `const port = require('node:worker_threads').parentPort; ${serve}; port.postMessage({ vectors: [] })`)
  const mortal = await createEncoder(dying)
  await expect(Promise.all([mortal.encode(['die']), mortal.encode(['behind it'])])).rejects.toThrow('has stopped')
  expect(await mortal.encode(['after it'])).toHaveLength(1)
  await mortal.close()
})

test('after it is closed it says so instead of hanging', async () => {
  const second = await createEncoder(join(folder, 'worker.js'))
  await second.close()
  await expect(second.encode(['hello'])).rejects.toThrow('has stopped')
})

test('the cut is the likeliest one, and unknown characters make one piece a run', () => {
  const reserved = Array.from({ length: 6 }, (_, number) => [`reserved ${String(number)}`, 0] as const)
  const cutter = createPieceCutter([...reserved, ['▁a', -1], ['b', -3], ['▁ab', -2], ['c', -1]])
  expect(cutter.cut('ab')).toEqual([8])
  expect(cutter.cut('ab c')).toEqual([8, 0, 9])
  expect(cutter.cut('a??c')).toEqual([6, 0, 9])
  expect(cutter.cut('  ')).toEqual([])
})

test('the vectors are those of the published graph', async () => {
  const [vector] = await encoder.encode(['Is mediation free?'])
  expect(Array.from(vector ?? [])).toHaveLength(512)
  PUBLISHED.forEach((value, place) => expect(vector?.[place]).toBeCloseTo(value, 4))
})
