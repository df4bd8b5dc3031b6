// The server is killed in the middle of conversations: nothing is lost, nothing is doubled, and nothing typed is on disk in clear.
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newChat, openStream, read, readUntil, say, start, type Chat } from '../channels/page'
import { PLACEHOLDER } from '../channels/test-server'
import { buildServer, killable, type Killable } from './killable'

let server: Killable
let script: string
beforeAll(async () => void (script = await buildServer()))
afterAll(() => rmSync(dirname(script), { recursive: true, force: true }))
beforeEach(async () => {
  server = killable(script)
  await server.start()
})
afterEach(() => server.remove())

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function filesHold(text: string): boolean {
  return readdirSync(server.folder).some((name) => readFileSync(join(server.folder, name)).includes(text))
}

async function greeted(): Promise<Chat> {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await readUntil(server.url, chat, (texts) => texts.length === 1)
  return chat
}

test('a message whose turn was cut off is answered once the page is back', async () => {
  const chat = await greeted()
  await say(server.url, chat, 'before')
  await readUntil(server.url, chat, (texts) => texts.includes('1: before'))
  await say(server.url, chat, 'slow')
  await wait(100)
  await server.kill()
  await server.start()
  const activities = await readUntil(server.url, chat, (texts) => texts.includes('2: slow'))
  expect(activities.map(({ text }) => text)).toEqual(['Hello from nowhere', 'before', '1: before', 'slow', '2: slow'])
  await say(server.url, chat, 'after')
  await readUntil(server.url, chat, (texts) => texts.includes('3: after') && texts.length === 7)
})

test('the cut-off turn comes over the stream of a page that reconnects', async () => {
  const chat = await greeted()
  await say(server.url, chat, 'slow')
  await wait(100)
  await server.kill()
  await server.start()
  const { streamUrl } = await start(server.url, chat)
  const stream = await openStream(streamUrl)
  await stream.until((heard) => heard.some(({ text }) => text === '1: slow'))
  expect(stream.heard.map(({ text }) => text)).toEqual(['Hello from nowhere', 'slow', '1: slow'])
  stream.close()
})

test('a greeting that was cut off is given once', async () => {
  const chats = await Promise.all(Array.from({ length: 10 }, () => newChat(server.url)))
  const starts = chats.map((chat) => start(server.url, chat).catch(() => undefined))
  await starts[0]
  await server.kill()
  await Promise.all(starts)
  await server.start()
  for (const chat of chats) {
    await start(server.url, chat)
    await readUntil(server.url, chat, (texts) => texts.length > 0)
  }
  await wait(200)
  for (const chat of chats) expect((await read(server.url, chat)).activities.map(({ text }) => text)).toEqual(['Hello from nowhere'])
})

test('four kills in twenty-five messages: each is there once and answered once, in order', async () => {
  const chat = await greeted()
  const texts = Array.from({ length: 25 }, (_, index) => (index % 5 === 4 ? 'slow' : `message ${index}`))
  const kills = (async () => {
    for (let count = 0; count < 4; count += 1) {
      await wait(120 + count * 37)
      await server.kill()
      await server.start()
    }
  })()
  for (const [index, text] of texts.entries()) await sayUntilTaken(chat, text, `id${index}`)
  await kills
  const activities = await readUntil(server.url, chat, (heard) => heard.length >= 1 + 2 * texts.length)
  expect(activities.filter(({ from }) => from.role === 'user').map(({ text }) => text)).toEqual(texts)
  const bots = activities.filter(({ from }) => from.role === 'bot').map(({ text }) => text)
  expect(bots).toEqual(['Hello from nowhere', ...texts.map((text, index) => `${index + 1}: ${text}`)])
}, 60_000)

async function sayUntilTaken(chat: Chat, text: string, clientId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const status = await say(server.url, chat, text, clientId).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return
    await wait(50)
  }
  throw new Error('never taken')
}

test('a message that ends the process each time is apologised for at last, and the next one works', async () => {
  const chat = await greeted()
  await say(server.url, chat, 'kill').catch(() => undefined)
  await server.gone
  await server.start()
  await read(server.url, chat).catch(() => undefined)
  await server.gone
  const database = new DatabaseSync(join(server.folder, 'store.db'))
  expect(database.prepare('SELECT tries FROM entries WHERE pending = 1').get()).toEqual({ tries: 1 })
  database.exec('UPDATE entries SET tries = 5 WHERE pending = 1')
  database.close()
  await server.start()
  await readUntil(server.url, chat, (texts) => texts.includes('Sorry, that went wrong.'))
  await say(server.url, chat, 'well')
  await readUntil(server.url, chat, (texts) => texts.includes('1: well'))
})

test('nothing typed is in the files or in what was printed', async () => {
  const chat = await greeted()
  const marked = ['zebra7731 in the text', 'quokka5512 as well', 'I want to die okapi9942']
  for (const text of marked) await say(server.url, chat, text, `narwhal3321 ${text}`)
  await readUntil(server.url, chat, (texts) => texts.some((text) => text?.startsWith('3: ')))
  const words = ['zebra7731', 'quokka5512', 'okapi9942', 'narwhal3321', 'Hello from nowhere']
  expect(words.filter(filesHold)).toEqual([])
  await server.kill()
  expect(words.filter(filesHold)).toEqual([])
  await server.start()
  await readUntil(server.url, chat, (texts) => texts.includes(marked[0]))
  expect(await server.terminate()).toBe(0)
  expect(words.filter(filesHold)).toEqual([])
  expect(words.filter((word) => server.printed.join('').includes(word))).toEqual([])
})

test('the words of a crisis are seen by who typed them and kept by nobody, not even sealed', async () => {
  const chat = await greeted()
  const stream = await openStream((await start(server.url, chat)).streamUrl)
  await say(server.url, chat, 'I want to die')
  await stream.until((heard) => heard.some(({ text }) => text === '1: I want to die'))
  expect(stream.heard.map(({ text }) => text)).toContain('I want to die')
  stream.close()
  const kept = (await read(server.url, chat)).activities[1]
  expect([kept?.text, kept?.channelData['withheld']]).toEqual([PLACEHOLDER, true])
})

test('SIGTERM finishes the running turn, tells the streams, and leaves with 0', async () => {
  const chat = await greeted()
  const stream = await openStream((await start(server.url, chat)).streamUrl)
  await stream.until((heard) => heard.length === 1)
  await say(server.url, chat, 'slow')
  const began = Date.now()
  expect(await server.terminate()).toBe(0)
  expect([Date.now() - began < 5000, await stream.closed]).toEqual([true, 1012])
  await server.start()
  expect((await read(server.url, chat)).activities.map(({ text }) => text)).toEqual(['Hello from nowhere', 'slow', '1: slow'])
})
