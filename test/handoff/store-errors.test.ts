// A disk that is full and a store that fails: refused or tried again, nothing lost, nothing half done.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/store/sqlite-database'
import { openStore } from '../../src/store/open-store'
import { sqliteHandoffs } from '../../src/store/sqlite-handoffs'
import { sqliteOutbox } from '../../src/store/sqlite-outbox'
import { messagesOf, MINUTE, PRIYA, begun, queued, SECOND, setStage, SHOWN, SUMMARY, versionOf } from './stage'

test('a full disk: the yes is refused as a whole, and goes through once there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-'))
  const database = openDatabase(join(folder, 'store.db'))
  const handoffs = sqliteHandoffs(database)
  const stage = setStage({ store: handoffs, outbox: sqliteOutbox(database) })
  const request = { summary: SUMMARY, shown: SHOWN, contact: null, conversationKey: Buffer.alloc(32, 1) }
  const ids: string[] = []
  for (let count = 0; count < 60; count += 1) {
    ids.push(await begun(stage, 'callback', 'chat-1'))
  }
  database.get(`PRAGMA max_page_count = ${Number(database.get('PRAGMA page_count')?.['page_count']) + 20}`)
  let refused = 0
  for (const id of ids) {
    const shared = await stage.handoffs.share({ ...request, id }).catch((error: unknown) => String(error))
    if (typeof shared !== 'string') continue
    refused += 1
    expect(shared).toMatch(/full/)
    expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'offered', version: 1, summaryHash: null })
    expect(await handoffs.secret(id, 'summary')).toBeNull()
  }
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThan(60)
  database.get('PRAGMA max_page_count = 100000')
  for (const id of ids) expect((await stage.handoffs.share({ ...request, id })).kind).toBe('shared')
  expect(await stage.handoffs.queueOf(PRIYA)).toHaveLength(60)
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a store that fails while a delivery is marked: reported, and delivered again after the lease; the chat takes it once', async () => {
  const store = openStore(':memory:')
  let fails = 3
  const outbox = { ...store.outbox, done: async (...args: Parameters<typeof store.outbox.done>) => {
    if (fails-- > 0) throw new Error('database or disk is full')
    return store.outbox.done(...args)
  } } // prettier-ignore
  const stage = setStage({ outbox }, store)
  const id = await queued(stage)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.pass(SECOND)
  expect(stage.failures).toHaveLength(1)
  for (let minute = 0; minute < 4; minute += 1) {
    await stage.handoffs.tell(PRIYA, id, { source: 'one', text: 'hello' })
    await stage.pass(16 * SECOND)
  }
  expect(stage.failures).toHaveLength(3)
  expect(messagesOf(stage)).toEqual(['told-accepted', 'told-joined', 'adviser-line'])
  expect(await store.outbox.pending()).toBe(0)
})

test('a chat that does not take a line within a minute: its sender sees it', async () => {
  const stage = setStage({ tellFamily: async () => Promise.reject(new Error('nobody there')) })
  const id = await queued(stage)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.handoffs.tell(PRIYA, id, { source: 'one', text: 'hello' })
  const delivery = async () => (await stage.handoffs.open(PRIYA, id))?.relay[0]?.delivery
  await stage.pass(MINUTE)
  expect(await delivery()).toBe('waiting')
  await stage.pass(SECOND)
  expect(await delivery()).toBe('not-delivered')
})
