// How long each thing is kept, on a clock that is moved by hand: there until the last moment, gone after it.
import { keepRunning } from '../../src/channels/keep-running'
import { createLog } from '../../src/log'
import { readRetention } from '../../src/read-retention'
import { PERIODS, type Retained } from '../../src/rules/retention'
import { openStore } from '../../src/store/open-store'
import type { Store } from '../../src/store/port'
import { day } from '../holidays'
import { DAY, HOUR, NOON, PRIYA, begun, queued, setStage, versionOf, type Stage } from './stage'

const CHAT = 'a-chat'

/** What the server's own timer does, at a moment. */
async function serverSweeps(store: Store, now: number, retention?: readonly Retained[]): Promise<void> {
  const idle = { drain: async () => undefined, runningTurns: 0, openSockets: 0, tick: () => undefined }
  const swept = new Promise<void>((resolve) => {
    const log = { ...createLog({ write: () => undefined }), event: (name: string) => (name === 'swept' ? resolve() : undefined) }
    const parts = { edge: {}, directLine: idle, messages: idle, store, log, now: () => now, ...(retention ? { retention } : {}) }
    keepRunning(parts as unknown as Parameters<typeof keepRunning>[0])
  })
  await swept
  await new Promise((resolve) => setImmediate(resolve))
}

/** Whether it is there when it has been kept for `period`, and a moment later. */
async function thereThenGone(stage: Stage, from: number, period: number, isThere: () => Promise<boolean>): Promise<void> {
  stage.clock.now = from + period
  await stage.sweep()
  expect(await isThere()).toBe(true)
  stage.clock.now += 1
  await stage.sweep()
  expect(await isThere()).toBe(false)
}

const has = (stage: Stage, id: string, purpose: 'summary' | 'contact' | 'relay' | 'conversation-key') => async () =>
  (await stage.store.handoffs.secret(id, purpose)) !== null

/** A talk that was had and is over now; gives the case and the reference. */
async function talked(stage: Stage): Promise<{ id: string; reference: string }> {
  const id = await queued(stage)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.handoffs.tell(PRIYA, id, { source: 'source-1', text: 'Hello' })
  const reference = (await stage.handoffs.open(PRIYA, id))?.reference ?? ''
  await stage.handoffs.end(PRIYA, id, 'done')
  return { id, reference }
}

let stage: Stage
beforeEach(() => void (stage = setStage()))
afterEach(async () => stage.store.close())

test('the periods are those that were agreed', () => {
  expect(PERIODS).toEqual({
    conversation: 24 * HOUR,
    lines: 24 * HOUR,
    unopened: 14 * DAY,
    ended: 30 * DAY,
    contact: 14 * DAY,
    questions: 90 * DAY,
    events: 395 * DAY,
  })
})

test('a summary that nobody opened: 14 days from the yes, and its reference leads nowhere then', async () => {
  const id = await queued(stage, 'phone')
  await thereThenGone(stage, NOON, 14 * DAY, has(stage, id, 'summary'))
})

test('a summary that was opened, and its reference: 30 days from the end', async () => {
  const { id, reference } = await talked(stage)
  const leadsThere = async () => (await stage.handoffs.find({ ...PRIYA, id: `p${stage.clock.now}` }, reference)).kind === 'found'
  stage.clock.now = NOON + 30 * DAY
  await stage.sweep()
  expect([await has(stage, id, 'summary')(), await leadsThere()]).toEqual([true, true])
  stage.clock.now += 1
  await stage.sweep()
  expect([await has(stage, id, 'summary')(), await leadsThere()]).toEqual([false, false])
})

test('the lines of a talk, their key and the key of the chat: 24 hours from the end', async () => {
  const { id } = await talked(stage)
  const all = async () => {
    const kept = [
      await has(stage, id, 'relay')(),
      await has(stage, id, 'conversation-key')(),
      (await stage.store.handoffs.lines(id)).length === 1,
    ]
    expect(new Set(kept).size).toBe(1)
    return kept[0] === true
  }
  await thereThenGone(stage, NOON, DAY, all)
})

test('a phone number: 14 days from the yes, though the summary stays', async () => {
  const id = await queued(stage, 'callback')
  await stage.handoffs.open(PRIYA, id)
  await thereThenGone(stage, NOON, 14 * DAY, has(stage, id, 'contact'))
  expect(await has(stage, id, 'summary')()).toBe(true)
})

test('a phone number: gone at once when somebody was reached', async () => {
  const id = await queued(stage, 'callback')
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  expect(await has(stage, id, 'contact')()).toBe(true)
  await stage.handoffs.outcome(PRIYA, id, 'spoke')
  expect(await has(stage, id, 'contact')()).toBe(false)
})

test('what happened, who looked and what had to be asked again: 13 months', async () => {
  const { id } = await talked(stage)
  await stage.handoffs.askedAgain(PRIYA, id, ['wants'])
  stage.clock.now = NOON + 395 * DAY
  await stage.sweep()
  expect((await stage.store.handoffs.events(id)).length).toBeGreaterThan(3)
  expect(await stage.handoffs.askedAgainCounts(PRIYA)).toEqual({ wants: 1 })
  expect(await stage.store.handoffs.auditCount(PRIYA.id, 'open', 0)).toBe(1)
  stage.clock.now += 1
  await stage.sweep()
  expect(await stage.store.handoffs.events(id)).toEqual([])
  expect(await stage.store.handoffs.find(id)).toBeNull()
  expect(await stage.handoffs.askedAgainCounts(PRIYA)).toEqual({})
  expect(await stage.store.handoffs.auditCount(PRIYA.id, 'open', 0)).toBe(0)
})

test('an offer that nobody took up leaves nothing after 30 days', async () => {
  const id = await begun(stage, 'phone', null)
  await stage.handoffs.decline(id)
  await thereThenGone(stage, NOON, 30 * DAY, async () => (await stage.store.handoffs.find(id)) !== null)
})

describe('by the server’s own timer', () => {
  let store: Store
  beforeEach(async () => {
    store = openStore(':memory:')
    await store.conversations.begin({ id: CHAT, council: 'southend', keyCheck: null }, NOON)
    await store.states.write(CHAT, { key: 'k', value: Buffer.from('v'), expected: null }, NOON)
  })
  afterEach(async () => store.close())
  const isThere = async () => [(await store.conversations.find(CHAT)) !== null, (await store.states.read(CHAT, 'k')) !== null]

  test('a chat and what it remembers: 24 hours from the last word', async () => {
    await serverSweeps(store, NOON + DAY)
    expect(await isThere()).toEqual([true, true])
    await serverSweeps(store, NOON + DAY + 1)
    expect(await isThere()).toEqual([false, false])
  })

  test('a masked question: 90 days; the counts beside it: 13 months', async () => {
    const council = 'southend'
    await store.unanswered.keep({ council, day: day('2026-11-23'), text: 'masked' })
    await store.unanswered.count({ council, day: day('2026-11-23') }, 'not-sure')
    await serverSweeps(store, NOON + 89 * DAY)
    expect(await store.unanswered.kept()).toHaveLength(1)
    await serverSweeps(store, NOON + 90 * DAY)
    expect(await store.unanswered.kept()).toEqual([])
    const counts = async () => store.unanswered.counts(day('2026-11-23'), day('2026-11-23'))
    await serverSweeps(store, NOON + 394 * DAY)
    expect(await counts()).toHaveLength(1)
    await serverSweeps(store, NOON + 395 * DAY)
    expect(await counts()).toEqual([])
  })

  test('shorter for one council, the same as ever for all others', async () => {
    await store.conversations.begin({ id: 'other-chat', council: null, keyCheck: null }, NOON)
    const { retained } = readRetention({ southend: { conversationHours: 2 } }, () => true)
    await serverSweeps(store, NOON + 2 * HOUR + 1, retained)
    expect(await isThere()).toEqual([false, false])
    expect(await store.conversations.find('other-chat')).not.toBeNull()
    await serverSweeps(store, NOON + DAY + 1, retained)
    expect(await store.conversations.find('other-chat')).toBeNull()
  })
})

test('shorter and, with a reason, longer for a council’s cases', async () => {
  const { retained } = readRetention(
    { demo: { unopenedDays: 3, endedDays: 60, longerBecause: 'Decided by the data protection officer on 1 March 2026' } },
    () => true,
  )
  stage = setStage({ retention: retained })
  const unopened = await queued(stage, 'phone')
  const { id } = await talked(stage)
  await thereThenGone(stage, NOON, 3 * DAY, has(stage, unopened, 'summary'))
  await thereThenGone(stage, NOON, 60 * DAY, has(stage, id, 'summary'))
})
