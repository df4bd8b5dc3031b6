// How long things last: tokens, conversations, keys in memory; and what happens to what was spoilt.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { day } from '../holidays'
import { call, newChat, openStream, read, readUntil, say, start } from './page'
import { startTestServer, type TestServer } from './test-server'

const HOUR = 60 * 60 * 1000
const MORNING = Date.parse('2026-11-22T09:00:00Z')

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  server.clock.now = MORNING
})
afterEach(() => server.stop())

const later = (hours: number) => void (server.clock.now = MORNING + hours * HOUR)

test('a token is good for a day and no longer', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  later(23.9)
  expect((await say(server.url, chat, 'still here')).status).toBe(200)
  later(24.1)
  const answer = await say(server.url, chat, 'too late')
  expect([answer.status, answer.text]).toEqual([403, 'This chat has ended. Please start a new one.'])
})

test('a clock that is put back and forward by hours, also over the night in which it changes, ends no chat and refuses nobody', async () => {
  server.clock.now = Date.parse('2026-10-25T00:59:59Z')
  const chat = await newChat(server.url)
  await start(server.url, chat)
  for (const [index, moment] of [
    '2026-10-25T01:00:01Z',
    '2026-10-24T15:00:00Z',
    '2026-10-25T09:00:00Z',
    '2026-10-24T23:30:00Z',
  ].entries()) {
    server.clock.now = Date.parse(moment)
    server.directLine.tick()
    expect([moment, (await say(server.url, chat, `at ${index}`)).status]).toEqual([moment, 200])
    await readUntil(server.url, chat, (texts) => texts.includes(`${index + 1}: at ${index}`))
  }
  expect((await read(server.url, chat)).activities).toHaveLength(9)
})

test('a conversation nobody used for a day is gone for a fresh token too', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  later(12)
  const { text } = await call(`${server.url}/v3/directline/tokens/refresh`, 'POST', chat.token)
  const fresh = { ...chat, token: (JSON.parse(text) as { token: string }).token }
  later(25)
  await server.store.sweep(MORNING + HOUR, day('2026-01-01'))
  expect((await say(server.url, fresh, 'hello')).status).toBe(404)
  expect((await call(`${server.url}/v3/directline/conversations/${chat.conversationId}`, 'GET', fresh.token)).status).toBe(404)
})

test('a key that nobody uses leaves the memory, and comes back with its token', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await readUntil(server.url, chat, (texts) => texts.length === 1)
  const news = () => server.directLine.proactive(chat.conversationId, async (context) => void (await context.sendActivity('News')))
  expect(await news()).toBe(true)
  later(1)
  server.directLine.tick()
  expect(await news()).toBe(false)
  await read(server.url, chat)
  expect(await news()).toBe(true)
})

test('an open page keeps its conversation in memory, until its token runs out', async () => {
  const chat = await newChat(server.url)
  const stream = await openStream((await start(server.url, chat)).streamUrl)
  for (const hours of [1, 5, 20]) {
    later(hours)
    server.directLine.tick()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(await server.directLine.proactive(chat.conversationId, async (context) => void (await context.sendActivity('News')))).toBe(true)
  later(25)
  server.directLine.tick()
  expect(await stream.closed).toBe(1008)
})

test('a page that does not answer pings any more is let go', async () => {
  const chat = await newChat(server.url)
  const stream = await openStream((await start(server.url, chat)).streamUrl)
  server.directLine.tick()
  server.directLine.tick()
  await stream.closed
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(server.directLine.openSockets).toBe(0)
})

test('an old stream ticket opens nothing', async () => {
  const chat = await newChat(server.url)
  const { streamUrl } = await start(server.url, chat)
  later(0.1)
  await expect(openStream(streamUrl)).rejects.toThrow('refused 403')
})

test('a token of today whose conversation is not in the store begins it again', async () => {
  const chat = await newChat(server.url, 'southend')
  await start(server.url, chat)
  await readUntil(server.url, chat, (texts) => texts.length === 1)
  await server.store.sweep(MORNING + HOUR, day('2026-01-01'))
  await say(server.url, chat, 'hello')
  await readUntil(server.url, chat, (texts) => texts.includes('Hello from southend') && texts.includes('1: hello'))
})

test('deleting between turns leaves an empty conversation that goes on', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await say(server.url, chat, 'one')
  await readUntil(server.url, chat, (texts) => texts.includes('1: one'))
  await server.directLine.erase(chat.conversationId)
  expect((await read(server.url, chat)).activities).toEqual([])
  await say(server.url, chat, 'again')
  await readUntil(server.url, chat, (texts) => texts.includes('1: again'))
})

test('what was spoilt on disk is passed over, and the conversation goes on', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await say(server.url, chat, 'one')
  await readUntil(server.url, chat, (texts) => texts.includes('1: one'))
  const database = new DatabaseSync(join(server.folder, 'store.db'))
  database.exec("UPDATE entries SET sealed = x'0102030405' WHERE seq = 2; UPDATE states SET value = x'0102030405'")
  database.close()
  expect((await read(server.url, chat)).activities.map(({ text }) => text)).toEqual(['Hello from nowhere', '1: one'])
  expect((await say(server.url, chat, 'two')).status).toBe(200)
  await readUntil(server.url, chat, (texts) => texts.length === 4)
})

test('rows that were swapped do not open', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  for (const text of ['one', 'two']) await say(server.url, chat, text)
  await readUntil(server.url, chat, (texts) => texts.includes('2: two'))
  const database = new DatabaseSync(join(server.folder, 'store.db'))
  const swap = database.prepare('UPDATE entries SET sealed = (SELECT sealed FROM entries e WHERE e.seq = ?) WHERE seq = ?')
  swap.run(2, 4)
  database.close()
  expect((await read(server.url, chat)).activities).toHaveLength(4)
})
