// The hours that staff set for today: what families are offered follows them, for that organisation only, until midnight.
import type { TodaysHours } from '../../src/store/handoff-port'
import {
  COUNCIL_OFFICER,
  CLOSING,
  HOUR,
  MINUTE,
  NOON,
  PLACES,
  PRIYA,
  begun,
  queued,
  setStage,
  SHOWN,
  SUMMARY,
  versionOf,
  type Stage,
} from './stage'

const MIDNIGHT = Date.UTC(2026, 10, 24)
const offered = async ({ handoffs }: Stage, organisation = 'calm-water') =>
  (await handoffs.offers('demo')).find((offer) => offer.organisation === organisation)

test('closed for the rest of today: no chat is offered or shared, others are not touched, and it ends by itself', async () => {
  const stage = setStage()
  stage.handoffs.present('calm-water')
  const id = await begun(stage, 'live', 'chat-1')
  expect(await offered(stage)).toMatchObject({ isOpen: true, closesAt: CLOSING })
  await stage.handoffs.setHours(PRIYA, { openUntil: null, endsAt: MIDNIGHT })
  // The hours of the stage say the next morning, 9:00, whatever is asked after closing time.
  expect(await offered(stage)).toMatchObject({ isOpen: false, closesAt: null, opensAt: CLOSING + 16 * HOUR })
  expect((await offered(stage))?.routes).toEqual(['phone', 'callback', 'email'])
  expect(await stage.handoffs.share({ id, summary: SUMMARY, shown: SHOWN, contact: null, conversationKey: null })).toEqual({
    kind: 'refused',
    why: 'closed',
  })
  expect(await offered(stage, 'demo-council')).toMatchObject({ isOpen: true })
  expect(await stage.store.handoffs.auditCount(PRIYA.id, 'hours-closed', 0)).toBe(1)
  stage.clock.now = MIDNIGHT
  expect(await stage.handoffs.hoursOf('calm-water')).toMatchObject({ isOpen: false, isSetToday: false })
})

test('open now until a time: a chat is offered only while somebody is there, and not after that time', async () => {
  const stage = setStage()
  stage.clock.now = CLOSING + HOUR
  expect(await offered(stage)).toMatchObject({ isOpen: false })
  await stage.handoffs.setHours(PRIYA, { openUntil: CLOSING + 2 * HOUR, endsAt: MIDNIGHT })
  expect(await offered(stage)).toMatchObject({ isOpen: true, closesAt: CLOSING + 2 * HOUR, routes: ['phone', 'callback', 'email'] })
  stage.handoffs.present('calm-water')
  expect((await offered(stage))?.routes).toContain('live')
  stage.clock.now = CLOSING + 2 * HOUR
  expect(await offered(stage)).toMatchObject({ isOpen: false, routes: ['phone', 'callback', 'email'] })
})

test('the usual hours again; another organisation sets its own', async () => {
  const stage = setStage()
  await stage.handoffs.setHours(PRIYA, { openUntil: null, endsAt: MIDNIGHT })
  await stage.handoffs.setHours(COUNCIL_OFFICER, { openUntil: null, endsAt: MIDNIGHT })
  await stage.handoffs.setHours(PRIYA, null)
  expect(await stage.handoffs.hoursOf('calm-water')).toMatchObject({ isOpen: true, isSetToday: false })
  expect(await stage.handoffs.hoursOf('demo-council')).toMatchObject({ isOpen: false, isSetToday: true })
  expect(await stage.handoffs.hoursOf('nobody')).toEqual({ isOpen: false, closesAt: null, opensAt: null, isSetToday: false })
})

test('put back after it was closed for today: the wait is over', async () => {
  const stage = setStage()
  const id = await queued(stage, 'live', null)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.handoffs.setHours(PRIYA, { openUntil: null, endsAt: MIDNIGHT })
  await stage.handoffs.putBack(PRIYA, id)
  await stage.pass(MINUTE)
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'expired', queuedAt: NOON })
})

test('closed while families wait for a chat: who gave a number is rung instead, who did not is told that it is over, a call stays', async () => {
  const stage = setStage()
  const [withNumber, without, call] = [
    await queued(stage, 'live', '07700 900123'),
    await queued(stage, 'live', null),
    await queued(stage, 'callback', '07700 900456'),
  ]
  await stage.handoffs.setHours(PRIYA, { openUntil: null, endsAt: MIDNIGHT })
  const standing = async (id: string) => stage.handoffs.statusOf(id)
  expect(await standing(withNumber)).toMatchObject({ state: 'queued', route: 'callback' })
  expect(await standing(without)).toMatchObject({ state: 'expired', endReason: 'no-answer' })
  expect(await standing(call)).toMatchObject({ state: 'queued', route: 'callback' })
})

test('when a case is escalated is counted by the hours of today as long as they are set, and by the usual ones from midnight on', async () => {
  const asked: unknown[] = []
  const places = PLACES.map((place) => ({
    ...place,
    escalates: (now: number, _actBy: unknown, today: TodaysHours | null) => {
      asked.push(today)
      const opens = today?.endsAt ?? now
      return { againAt: opens + HOUR, leadAt: opens + 2 * HOUR, leadAgainAt: null }
    },
  }))
  const stage = setStage({ places: { of: () => places, find: (id) => places.find(({ organisation }) => organisation === id) ?? null } })
  const again = async (id: string) =>
    (await stage.store.handoffs.dueTimers(Infinity, 100)).find(({ handoff, timer }) => handoff === id && timer === 'ping-again')?.dueAt
  const closed = { openUntil: null, endsAt: MIDNIGHT }
  await stage.handoffs.setHours(PRIYA, closed)
  const id = await queued(stage, 'callback')
  expect(await again(id)).toBe(MIDNIGHT + HOUR)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.handoffs.putBack(PRIYA, id)
  expect(await again(id)).toBe(MIDNIGHT + HOUR)
  stage.clock.now = MIDNIGHT
  const next = await queued(stage, 'callback')
  expect(await again(next)).toBe(MIDNIGHT + HOUR)
  expect(asked).toEqual([closed, closed, null])
})
