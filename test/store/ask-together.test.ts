// Questions that share a statement: each is told its own answer, those that come meanwhile go together next, and a fault reaches all who asked with it.
import { askTogether } from '../../src/store/postgres/ask-together'

test('who asks alone is asked for at once; those who come meanwhile go together, in their order', async () => {
  const asked: (readonly number[])[] = []
  const twice = askTogether(async (all: readonly number[]) => {
    asked.push(all)
    await new Promise((resolve) => setImmediate(resolve))
    return all.map((one) => one * 2)
  })
  expect(await Promise.all([1, 2, 3].map(twice))).toEqual([2, 4, 6])
  expect(await twice(4)).toBe(8)
  expect(asked).toEqual([[1], [2, 3], [4]])
})

test('a fault is told to those it was asked with, and the next are asked for anew', async () => {
  const asked: (readonly string[])[] = []
  const ask = askTogether(async (all: readonly string[]) => {
    asked.push(all)
    await new Promise((resolve) => setImmediate(resolve))
    if (all.includes('bad')) throw new Error('refused')
    return all
  })
  const told = await Promise.allSettled(['first', 'bad', 'beside'].map(ask))
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await ask('after')).toBe('after')
  expect(asked).toEqual([['first'], ['bad', 'beside'], ['after']])
})
