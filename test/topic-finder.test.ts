// The finder of topics while it cannot be opened: no message fails, no alarm of the lists is lost, and the next message tries again.
import { findSoon, type TopicFinder } from '../src/topic-finder'

const finder: TopicFinder = {
  findTopic: async (text) => ({ kind: 'answer', topics: [text], others: [], words: '' }),
  senseCrisis: async (_, { kinds }) => ({ level: 'strip', kinds }),
  close: async () => undefined,
}
const STOP = { level: 'stop', kinds: ['self-harm'] } as never
const NOT_SURE = { kind: 'not-sure', topics: [], others: [], words: '' }

test('it is opened once, at the first question', async () => {
  const open = jest.fn(async () => finder)
  const soon = findSoon(open, () => undefined)
  expect(open).not.toHaveBeenCalled()
  soon.warm()
  await Promise.all([soon.findTopic('a'), soon.findTopic('b'), soon.senseCrisis('c', STOP)])
  expect(open).toHaveBeenCalledTimes(1)
})

test('what cannot be opened is told, matches nothing, keeps the alarm, and is tried again', async () => {
  const faults: unknown[] = []
  const open = jest
    .fn(async () => finder)
    .mockRejectedValueOnce(new Error('no model'))
    .mockRejectedValueOnce(new Error('no model'))
  const soon = findSoon(open, (fault) => void faults.push(fault))
  expect(await soon.findTopic('a')).toEqual(NOT_SURE)
  expect(await soon.senseCrisis('b', STOP)).toBe(STOP)
  expect(await soon.findTopic('a')).toEqual({ ...NOT_SURE, kind: 'answer', topics: ['a'] })
  expect(faults).toHaveLength(2)
})

test('a finder that is open and fails on one message stays open', async () => {
  const open = jest.fn(async () => ({ ...finder, findTopic: () => Promise.reject(new Error('this text')) }))
  const soon = findSoon(open, () => undefined)
  expect(await soon.findTopic('a')).toEqual(NOT_SURE)
  expect(await soon.senseCrisis('b', STOP)).toEqual({ level: 'strip', kinds: ['self-harm'] })
  expect(open).toHaveBeenCalledTimes(1)
})
