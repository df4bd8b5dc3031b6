// Questions that share a statement: each is told its own answer, those that come meanwhile go together next, and a fault reaches all who asked with it.
import { askTogether } from '../../src/store/postgres/ask-together'

const loopTurned = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('those who ask at once go together, in their order, and so do those who come while an answer is on its way', async () => {
  const asked: (readonly number[])[] = []
  let answer = (): void => undefined
  const twice = askTogether(async (all: readonly number[]) => {
    asked.push(all)
    await new Promise<void>((resolve) => void (answer = resolve))
    return all.map((one) => one * 2)
  })
  const first = [1, 2].map(twice)
  await loopTurned()
  const meanwhile = [twice(3)]
  await loopTurned()
  meanwhile.push(twice(4))
  expect(asked).toEqual([[1, 2]])
  answer()
  expect(await Promise.all(first)).toEqual([2, 4])
  await loopTurned()
  answer()
  expect(await Promise.all(meanwhile)).toEqual([6, 8])
  expect(asked).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('a fault is told to those it was asked with, and the next are asked for anew', async () => {
  const asked: (readonly string[])[] = []
  const ask = askTogether(async (all: readonly string[]) => {
    asked.push(all)
    await loopTurned()
    if (all.includes('bad')) throw new Error('refused')
    return all
  })
  const told = await Promise.allSettled(['bad', 'beside'].map(ask))
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask('after')).toBe('after')
  expect(asked).toEqual([['bad', 'beside'], ['after']])
})
