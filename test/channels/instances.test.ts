// Two instances on one PostgreSQL: a chat's posts, reads and stream each land on another one, and one of them goes away.
import { openPostgresStore } from '../../src/store/postgres/open-store'
import { ask, startPostgres, type Postgres } from '../store/postgres'
import { newChat, openStream, post, read, readUntil, say, start, type Chat } from './page'
import { startTestServer, type TestServer } from './test-server'

let postgres: Postgres
let database: string
let one: TestServer
let two: TestServer
beforeAll(async () => void (postgres = await startPostgres()))
afterAll(() => postgres.stop())
beforeEach(async () => {
  database = await postgres.newDatabase()
  ;[one, two] = await Promise.all([open(), open()])
})
afterEach(() => Promise.all([one.stop(), two.stop()]))

const open = async (): Promise<TestServer> => startTestServer({ store: await openPostgresStore({ url: database, connections: 5 }) })

async function greeted(): Promise<Chat> {
  const chat = await newChat(one.url)
  await start(one.url, chat)
  await readUntil(two.url, chat, (texts) => texts.length === 1)
  return chat
}

test('a stream on one hears what is posted to the other, in order and once', async () => {
  const chat = await greeted()
  const { streamUrl } = await start(one.url, chat)
  const stream = await openStream(streamUrl.replace(one.url.replace('http', 'ws'), two.url.replace('http', 'ws')))
  const texts = Array.from({ length: 12 }, (_, index) => `message ${index}`)
  for (const [index, text] of texts.entries()) expect((await say((index % 3 ? one : two).url, chat, text)).status).toBe(200)
  await stream.until((heard) => heard.length === 25)
  const said = (role: string) => stream.heard.filter(({ from }) => from.role === role).map(({ text }) => text)
  expect(said('user')).toEqual(texts)
  expect(said('bot')).toEqual(['Hello from nowhere', ...texts.map((text, index) => `${index + 1}: ${text}`)])
  const places = stream.heard.map(({ channelData }) => channelData['webchat:sequence-id'])
  expect(places).toEqual(places.map((_, index) => index + 1))
  stream.close()
})

test('the address of a stream opens it where the chat has never been, for five minutes, and holds no key in clear', async () => {
  const chat = await greeted()
  const { streamUrl } = await start(one.url, chat)
  const third = await open()
  const elsewhere = streamUrl.replace(one.url.replace('http', 'ws'), third.url.replace('http', 'ws'))
  const stream = await openStream(elsewhere)
  await stream.until((heard) => heard.length === 1)
  stream.close()
  const inAddress = Buffer.from(new URL(streamUrl).searchParams.get('t')?.split('.')[1] ?? '', 'base64url').toString()
  const { key } = JSON.parse(Buffer.from(chat.token.split('.')[1] ?? '', 'base64url').toString()) as { key: string }
  expect([inAddress.includes(key), Object.keys(JSON.parse(inAddress) as object).sort()]).toEqual([
    false,
    ['conv', 'exp', 'iat', 'sealed', 'use'],
  ])
  third.clock.now = Date.now() + 6 * 60_000
  await expect(openStream(elsewhere)).rejects.toThrow('refused 403')
  await third.stop()
})

test('twenty messages posted at once to both are answered one after another, each once', async () => {
  const chat = await greeted()
  const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`)
  const answers = await Promise.all(texts.map((text, index) => say((index % 2 ? one : two).url, chat, text)))
  expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 200))
  const activities = await readUntil(one.url, chat, (heard) => heard.length === 41)
  const posted = activities.filter(({ from }) => from.role === 'user')
  const bots = activities.filter(({ from }) => from.role === 'bot').map(({ text }) => text)
  expect(bots.slice(1)).toEqual(posted.map(({ text }, index) => `${index + 1}: ${text}`))
})

test('a chat that is begun on both at once is greeted once', async () => {
  const chats = await Promise.all([1, 2, 3, 4, 5].map(() => newChat(one.url)))
  await Promise.all(chats.flatMap((chat) => [start(one.url, chat), start(two.url, chat)]))
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const chat of chats) expect((await read(two.url, chat)).activities.map(({ text }) => text)).toEqual(['Hello from nowhere'])
})

test('what an instance took in and did not answer is answered by the one that holds the stream', async () => {
  const chat = await greeted()
  const stream = await openStream((await start(two.url, chat)).streamUrl)
  const third = await open()
  await say(third.url, chat, 'never answered')
  await stream.until((heard) => heard.some(({ text }) => text === '1: never answered'))
  // As a killed process leaves it: in the log, and nobody at it.
  await ask(database, 'UPDATE entries SET pending = 1 WHERE seq = 2')
  await third.stop()
  for (let tries = 0; tries < 80 && stream.heard.length < 4; tries += 1) await new Promise((resolve) => setTimeout(resolve, 200))
  expect(stream.heard.map(({ text }) => text)).toEqual(['Hello from nowhere', 'never answered', '1: never answered', '2: never answered'])
  stream.close()
})

test('the words of a crisis reach the bot although another instance comes upon the entry first', async () => {
  const chat = await greeted()
  await Promise.all([
    say(one.url, chat, 'slow'),
    say(two.url, chat, 'I want to die'),
    say(one.url, chat, 'slow'),
    post(two.url, chat, { type: 'event', name: 'join' }),
  ])
  const activities = await readUntil(one.url, chat, (texts) => texts.filter((text) => /^\d: /.test(text ?? '')).length === 3)
  expect(activities.map(({ text }) => text?.replace(/^\d: /, ''))).toContain('I want to die')
  expect(JSON.stringify(activities)).not.toContain(': (words not kept)')
})

test('a page goes on hearing after the connection for hints was lost', async () => {
  const chat = await greeted()
  const stream = await openStream((await start(two.url, chat)).streamUrl)
  await stream.until((heard) => heard.length === 1)
  await ask(
    database,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await say(one.url, chat, 'still there', 'once').catch(() => ({ status: 0 }))).status === 200) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  for (let tries = 0; tries < 80 && stream.heard.length < 3; tries += 1) await new Promise((resolve) => setTimeout(resolve, 200))
  expect(stream.heard.map(({ text }) => text)).toEqual(['Hello from nowhere', 'still there', '1: still there'])
  stream.close()
})
