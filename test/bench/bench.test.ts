// The bench itself: it measures every kind of server, its ratios are what they say, and a turn of ours is not wildly dearer than Microsoft's sample.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { atFullSpeed, atRate, type Figures } from './drive'
import { BARS, performancePage, ratioOf, type Row } from './performance-page'
import { startOther, startOurs, type Subject } from './subjects'
import { directLine, inTheResponse, overHttp } from './ways'

const rate = (perSecond: number): Figures => ({ turns: 10, perSecond, median: 1, p99: 2, failures: 0 })
const TALK = ['start again', 'I have a letter about my child', 'They will not do an EHC needs assessment', '9 Oct 2026', 'yes', 'no']

beforeAll(() => mkdirSync(join(__dirname, '../../node_modules/.cache'), { recursive: true }))

test('a ratio is ours by theirs in the same round, the middle one of them, and a bar that is missed is said to be missed', () => {
  const rows: Row[] = BARS.flatMap(({ ours, against }) => [
    { name: ours, rounds: [rate(100), rate(10), rate(300)] },
    { name: against, rounds: [rate(200), rate(100), rate(300)] },
  ])
  const [first] = BARS
  if (!first) throw new Error('no bar')
  expect(ratioOf(rows.slice(0, 2), first)).toBe(0.5)
  expect(ratioOf([], first)).toBeNull()
  const page = performancePage({ rows: rows.slice(0, 2), waits: [], singles: [], machine: 'two cores', day: '2026-11-22', rounds: 1 })
  expect(page).toContain('| 0.50 | 0.9 | 1.5 | NO |')
  expect(page).toContain('| not measured |')
})

test('turns at a set rate are begun at that rate', async () => {
  const quick = async () => async () => undefined
  const figures = await atRate(quick, ['x'], 100, 500)
  expect(figures.turns).toBeGreaterThanOrEqual(45)
  expect(figures.turns).toBeLessThanOrEqual(55)
  expect(figures.failures).toBe(0)
})

describe('side by side', () => {
  let ours: Subject | undefined
  let theirs: Subject | undefined
  beforeAll(async () => {
    ours = await startOurs({ EMBEDDINGS: 'off' })
    theirs = await startOther('waterfall')
  }, 60_000)
  afterAll(async () => {
    await Promise.all([ours?.stop(), theirs?.stop()])
  })

  test('the same way in, the same way out', async () => {
    const sample = await atFullSpeed(inTheResponse(theirs?.url ?? ''), TALK, 4, 1500)
    const mine = await atFullSpeed(inTheResponse(ours?.url ?? ''), TALK, 4, 1500)
    expect([sample.failures, mine.failures]).toEqual([0, 0])
    expect(mine.perSecond / sample.perSecond).toBeGreaterThan(0.25)
    expect(ours?.megabytes()).toBeGreaterThan(50)
  }, 30_000)

  test('over our Direct Line against replies over HTTP', async () => {
    const { dispatch, close } = await overHttp(theirs?.url ?? '')
    const sample = await atFullSpeed(dispatch, TALK, 4, 1500)
    close()
    const mine = await atFullSpeed(directLine(ours?.url ?? ''), TALK, 4, 1500)
    expect([sample.failures, mine.failures]).toEqual([0, 0])
    expect(mine.perSecond / sample.perSecond).toBeGreaterThan(0.25)
  }, 30_000)
})
