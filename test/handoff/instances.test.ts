// The handoff service on two instances: a desk open on one is open for families on the other, and hears what changes there.
import type { Store } from '../../src/store/port'
import { openPostgresStore } from '../../src/store/postgres/open-store'
import { ask, startPostgres, type Postgres } from '../store/postgres'
import { SHOWN, SUMMARY } from './sample-summary'
import { begun, PRIYA, setStage, versionOf, type Stage } from './stage'

let postgres: Postgres
let database: string
let stores: Store[]
let one: Stage
let two: Stage
beforeAll(async () => void (postgres = await startPostgres()))
afterAll(() => postgres.stop())
beforeEach(async () => {
  database = await postgres.newDatabase()
  stores = await Promise.all([1, 2].map(async () => openPostgresStore({ url: database, connections: 4 })))
  ;[one, two] = stores.map((store) => setStage({ others: store.others }, store)) as [Stage, Stage]
})
afterEach(async () => {
  for (const stage of [one, two]) stage.stopHearing()
  await Promise.all(stores.map(async (store) => store.close()))
  expect([one.failures, two.failures]).toEqual([[], []])
})

async function soon(isSo: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  return isSo()
}

/** What the family on instance one is offered and shares while an adviser sits at instance two. */
async function shared(): Promise<string> {
  const id = await begun(one, 'live', 'chat-1')
  const answer = await one.handoffs.share({ id, summary: SUMMARY, shown: SHOWN, contact: null, conversationKey: Buffer.alloc(32, 1) })
  expect(answer.kind).toBe('shared')
  return id
}

test('an adviser at the desk of one instance is there for families on the other, until they leave', async () => {
  const leave = two.handoffs.present('calm-water')
  const again = two.handoffs.present('calm-water')
  expect(await soon(() => one.handoffs.isStaffed('calm-water'))).toBe(true)
  leave()
  await shared()
  again()
  expect(await soon(() => !one.handoffs.isStaffed('calm-water'))).toBe(true)
})

test('the desk hears what happens elsewhere: a family that waits, its words, and that a line arrived', async () => {
  const heard: string[] = []
  two.handoffs.listen('calm-water', (id) => heard.push(id))
  two.handoffs.present('calm-water')
  await soon(() => one.handoffs.isStaffed('calm-water'))
  const id = await shared()
  expect(await soon(() => heard.includes(id))).toBe(true)
  expect((await two.handoffs.accept(PRIYA, id, await versionOf(two, id))).kind).toBe('done')
  let before = heard.length
  expect(await one.handoffs.hearFamily(id, { source: 'f1', text: 'Hello' })).toBe('relayed')
  expect(await soon(() => heard.length > before)).toBe(true)
  await two.handoffs.tell(PRIYA, id, { source: 'a1', text: 'Good evening' })
  before = heard.length
  await one.worker.drain()
  expect(one.told.map(({ messageId }) => messageId)).toContain('handoff.adviser-line')
  expect(await soon(() => heard.length > before)).toBe(true)
})

test('what changed while the connection was lost is read again', async () => {
  const heard: string[] = []
  two.handoffs.present('calm-water')
  await soon(() => one.handoffs.isStaffed('calm-water'))
  const id = await shared()
  two.handoffs.listen('calm-water', (handoff) => heard.push(handoff))
  await ask(
    database,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  expect(await soon(() => heard.includes(id))).toBe(true)
})

test('two workers bring each delivery once', async () => {
  two.handoffs.present('calm-water')
  await soon(() => one.handoffs.isStaffed('calm-water'))
  const id = await shared()
  await two.handoffs.accept(PRIYA, id, await versionOf(two, id))
  for (let count = 0; count < 6; count += 1) await one.handoffs.tell(PRIYA, id, { source: `a${count}`, text: `line ${count}` })
  await Promise.all([one.worker.drain(), two.worker.drain(), one.worker.drain(), two.worker.drain()])
  const ids = [...one.told, ...two.told].map(({ deliveryId }) => deliveryId)
  expect([ids.length >= 7, new Set(ids).size]).toEqual([true, ids.length])
})
