// What stands between Stryker and the tests must not itself say 'passed' when a test did not: the parts of our runner, by hand.
import { gatherTests, type Block } from './gather-tests'
import { runBlock, type Outcome } from './run-tests'

const jestsOwn = { expect, jest, test, it, describe, beforeAll, beforeEach, afterEach, afterAll }
const steps: string[] = []

function gather(declare: () => void): Block {
  steps.length = 0
  try {
    return gatherTests('some.test.ts', declare)
  } finally {
    Object.assign(globalThis, jestsOwn)
  }
}

async function outcomes(block: Block, wants: (id: string) => boolean, goesOn: (outcome: Outcome) => boolean): Promise<string[]> {
  const ended: string[] = []
  const note = (outcome: Outcome): boolean => {
    ended.push(`${outcome.failure === null ? 'passed' : 'failed'} ${outcome.id}`)
    return goesOn(outcome)
  }
  await runBlock(block, { wants, starts: (id) => void steps.push(id), ended: note })
  return ended
}

const all = (block: Block) =>
  outcomes(
    block,
    () => true,
    () => true,
  )

function threeTests(): void {
  test('adds', () => expect(1 + 1).toBe(2))
  describe('inside', () => {
    test('is wrong', () => expect([1, { a: 2 }]).toEqual([1, { a: 3 }]))
    it('is late', async () => Promise.reject(new Error('late')))
  })
}

test('a test passes, fails, and fails late', async () => {
  expect(await all(gather(threeTests))).toEqual([
    'passed some.test.ts adds',
    'failed some.test.ts inside is wrong',
    'failed some.test.ts inside is late',
  ])
})

test('only the wanted run, up to the first that fails', async () => {
  const wanted = await outcomes(
    gather(threeTests),
    (id) => id.includes('inside'),
    ({ failure }) => failure === null,
  )
  expect(wanted).toEqual(['failed some.test.ts inside is wrong'])
})

test('tables give a test a row, titled as jest titles them; equal titles give different ids', async () => {
  const block = gather(() => {
    test.each([
      [1, 'one'],
      [2, 'two'],
    ])('%i is %s', (figure, word) => expect(word).toBe(figure === 1 ? 'one' : 'too'))
    describe.each(['x'])('of %s', () => test.each([{ a: 1 }])('$a', () => undefined))
    test('twice', () => undefined)
    test('twice', () => undefined)
  })
  expect(await all(block)).toEqual([
    'passed some.test.ts 1 is one',
    'failed some.test.ts 2 is two',
    'passed some.test.ts of x 1',
    'passed some.test.ts twice',
    'passed some.test.ts twice (2)',
  ])
})

test('hooks run around their own block, outermost first before and last after', async () => {
  const step = (name: string) => () => void steps.push(name)
  const block = gather(() => {
    beforeAll(step('all'))
    beforeEach(step('outer before'))
    afterEach(step('outer after'))
    describe('in', () => {
      beforeEach(step('inner before'))
      afterEach(step('inner after'))
      test('a', step('a'))
    })
    afterAll(step('end'))
  })
  await all(block)
  expect(steps).toEqual(['all', 'some.test.ts in a', 'outer before', 'inner before', 'a', 'inner after', 'outer after', 'end'])
})

test('a hook that fails fails the tests', async () => {
  const fail = (): never => {
    throw new Error('no')
  }
  const first = gather(() => {
    beforeAll(fail)
    test('a', () => undefined)
    describe('in', () => test('b', () => undefined))
  })
  const later = gather(() => {
    afterEach(fail)
    test('c', () => undefined)
  })
  expect([...(await all(first)), ...(await all(later))]).toEqual([
    'failed some.test.ts a',
    'failed some.test.ts in b',
    'failed some.test.ts c',
  ])
})
