// The load itself: arrivals fall when families come, too few descriptors are said so, and a small crowd is answered without a failure.
import { A_TENTH_OF_A_YEAR, arrivals, chatsIn } from './demand'
import { tooFewDescriptors } from './descriptors'
import { inTurn, mixedTraffic, openMany } from './many-chats'
import { replay } from './replay'
import { startOurs, type Subject } from './subjects'

const QUESTIONS = ['who comes to the meeting', 'do we have to pay', 'can they say no']

test('a tenth of a year is 25,000 chats, three quarters of them in the evenings of school days', () => {
  expect(chatsIn(A_TENTH_OF_A_YEAR)).toBe(25_000)
  const all = arrivals(A_TENTH_OF_A_YEAR)
  expect(all).toHaveLength(25_000)
  expect(all.every((at, index) => at >= (all[index - 1] ?? 0) && at < 1)).toBe(true)
  const hours = all.map((at) => at * 36.5 * 24)
  const evenings = hours.filter((hour) => hour % 24 >= 17 && hour % 24 < 22 && Math.floor(hour / 24) % 7 < 5)
  expect(evenings).toHaveLength(18_750)
})

test('a limit that is too low is named with what is needed', () => {
  const limits = 'Max open files            1024                 1024                 files'
  expect(tooFewDescriptors(10_000, limits)).toContain('1024 files and connections open; 10000 chats need 10500')
  expect(tooFewDescriptors(500, limits)).toBeNull()
})

describe('a small crowd', () => {
  let ours: Subject
  beforeAll(async () => {
    ours = await startOurs({ EMBEDDINGS: 'off' })
  }, 60_000)
  afterAll(() => ours.stop())

  test('all are opened, and a message to any of them is answered', async () => {
    const tenths: number[] = []
    const opening = { side: 8, until: Infinity, tell: (opened: number) => void tenths.push(opened), onFault: () => undefined }
    const { chats, failures } = await openMany(inTurn(ours.url, ['demo', 'southend']), 40, opening)
    expect([chats.length, failures, tenths.length]).toEqual([40, 0, 10])
    const figures = await mixedTraffic(chats, { perSecond: 20, milliseconds: 2000, questions: QUESTIONS, onFault: () => undefined })
    for (const chat of chats) chat.close()
    expect(figures.failures).toBe(0)
    expect(figures.turns).toBeGreaterThanOrEqual(35)
    expect(figures.turns).toBeLessThanOrEqual(45)
  }, 60_000)

  test('a few days are replayed to the end', async () => {
    const demand = { ...A_TENTH_OF_A_YEAR, appeals: 30 }
    const run = { arrivals: arrivals(demand), milliseconds: 2000, atOnce: 20, limit: 60_000, questions: QUESTIONS, tell: () => undefined }
    const { turns, greetings, finished, left } = await replay(inTurn(ours.url, ['demo']), run)
    expect([finished, left, turns.failures, greetings.failures]).toEqual([30, 0, 0, 0])
  }, 90_000)
})
