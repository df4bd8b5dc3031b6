// Whose turn it is at the encoder: a long message never holds up a short one, and nobody is forgotten.
import { FairQueue, type Portion } from '../../src/encoder/fair-queue'

const vectorOf = (text: string): Float32Array => new Float32Array([text.length])

function ask(queue: FairQueue, texts: readonly string[]): Promise<number[]> {
  return new Promise<Float32Array[]>((resolve, reject) => {
    queue.add({ texts, resolve, reject })
  }).then((vectors) => vectors.map(([first]) => first ?? -1))
}

function work(portion: Portion | null): readonly string[] {
  portion?.done(portion.texts.map(vectorOf))
  return portion?.texts ?? []
}

test('a short message waits for one portion of a long one, not for all of it', async () => {
  const queue = new FairQueue()
  const long = ask(
    queue,
    Array.from({ length: 34 }, () => 'x'.repeat(600)),
  )
  const short = ask(queue, ['is it free'])
  expect(work(queue.next())).toHaveLength(2)
  expect(work(queue.next())).toEqual(['is it free'])
  expect(await short).toEqual([10])
  for (let portions = 0; portions < 16; portions += 1) expect(work(queue.next())).toHaveLength(2)
  expect(queue.next()).toBeNull()
  expect(await long).toEqual(Array.from({ length: 34 }, () => 600))
})

test('several long messages take turns, and each gets its own vectors in order', async () => {
  const queue = new FairQueue()
  const lengths = (many: number): number[] => Array.from({ length: 40 }, (_, place) => place + many)
  const asked = [1, 100, 1_000].map((many) =>
    ask(
      queue,
      lengths(many).map((length) => 'y'.repeat(length)),
    ),
  )
  const firsts: number[] = []
  for (let portion = queue.next(); portion !== null; portion = queue.next()) firsts.push(work(portion)[0]?.length ?? -1)
  expect(firsts.slice(0, 4)).toEqual([1, 100, 1_000, 17])
  expect(await Promise.all(asked)).toEqual([lengths(1), lengths(100), lengths(1_000)])
})

test('a portion that fails fails its request only', async () => {
  const queue = new FairQueue()
  const bad = ask(queue, ['a'])
  const good = ask(queue, ['bb'])
  queue.next()?.failed(new Error('no'))
  work(queue.next())
  await expect(bad).rejects.toThrow('no')
  expect(await good).toEqual([2])
})

test('a request that nobody waits for is left out, and no text at all is answered at once', async () => {
  const queue = new FairQueue()
  const texts = ['a']
  void ask(queue, texts)
  queue.forget(texts)
  expect(queue.next()).toBeNull()
  expect(await ask(queue, [])).toEqual([])
})
