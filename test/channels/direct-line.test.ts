// A whole conversation over our own Direct Line, by polling and by stream.
import { WebSocket } from 'ws'
import { withinLimit } from '../../src/bot/within-limit'
import { TURN, type Turn } from '../../src/bot/state-port'
import type { Logic } from '../../src/channels/adapter'
import { call, newChat, openStream, post, read, readUntil, say, start, type Chat } from './page'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
beforeEach(async () => void (server = await startTestServer()))
afterEach(() => server.stop())

test('greets once, echoes what is typed and answers it', async () => {
  const chat = await newChat(server.url, 'southend')
  await start(server.url, chat)
  await start(server.url, chat)
  await say(server.url, chat, 'one')
  await say(server.url, chat, 'two')
  const activities = await readUntil(server.url, chat, (texts) => texts.length === 5)
  expect(activities.map(({ text, from }) => `${from.role} ${text}`)).toEqual([
    'bot Hello from southend',
    'user one',
    expect.stringMatching(/^(bot 1: one|user two)$/),
    expect.stringMatching(/^(bot 1: one|user two)$/),
    'bot 2: two',
  ])
  expect(activities[1]?.from.id).toBe(chat.userId)
  expect(activities.map(({ channelData }) => channelData['webchat:sequence-id'])).toEqual([1, 2, 3, 4, 5])
  const times = activities.map(({ timestamp }) => Date.parse(timestamp))
  expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times)
})

test.each([
  ['?lang=ar', 'ar'],
  ['?lang=cy', null],
  ['', null],
])('a chat begun with "%s" is told in that language: %s', async (query, language) => {
  let resolve: (language: string | null) => void = () => undefined
  const told = new Promise<string | null>((done) => (resolve = done))
  const listening = await startTestServer({ bot: async ({ turnState }) => resolve((turnState.get(TURN) as Turn).language) })
  try {
    const { text } = await call(`${listening.url}/api/directline/token${query}`, 'POST', null, {})
    await start(listening.url, JSON.parse(text) as Chat)
    expect(await told).toBe(language)
  } finally {
    await listening.stop()
  }
})

test('sends it all over the stream, and after a gap only what was missed', async () => {
  const chat = await newChat(server.url)
  const { streamUrl } = await start(server.url, chat)
  const stream = await openStream(streamUrl)
  await stream.until((heard) => heard.length === 1)
  await say(server.url, chat, 'typing')
  await stream.until((heard) => heard.some(({ text }) => text === '1: typing'))
  expect(stream.heard.map(({ type, text }) => text ?? type)).toEqual(['Hello from nowhere', 'typing', 'typing', '1: typing'])
  const { watermark, activities } = await read(server.url, chat)
  expect(activities.map(({ text }) => text)).toEqual(['Hello from nowhere', 'typing', '1: typing'])
  expect((await read(server.url, chat, watermark)).activities).toEqual([])
})

test('sends a message and the answer that follows at once in one frame', async () => {
  const chat = await newChat(server.url)
  const { streamUrl } = await start(server.url, chat)
  const socket = new WebSocket(streamUrl)
  const frames: (string | undefined)[][] = []
  const answered = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const { activities } = JSON.parse(data.toString()) as { activities: { text?: string }[] }
      frames.push(activities.map(({ text }) => text))
      if (frames.flat().includes('1: hello')) resolve()
    })
  })
  await new Promise((resolve) => socket.once('open', resolve))
  await say(server.url, chat, 'hello')
  await answered
  socket.close()
  expect(frames).toEqual([['Hello from nowhere'], ['hello', '1: hello']])
})

test('does not run a retried message twice', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  const first = await say(server.url, chat, 'once', 'the same')
  const again = await say(server.url, chat, 'once', 'the same')
  expect(again.text).toBe(first.text)
  const activities = await readUntil(server.url, chat, (texts) => texts.includes('1: once'))
  expect(activities).toHaveLength(3)
})

test('six messages in 200 ms are all answered, in order', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  const texts = ['a', 'b', 'c', 'd', 'e', 'f']
  for (const text of texts) await say(server.url, chat, text)
  const activities = await readUntil(server.url, chat, (heard) => heard.includes('6: f'))
  const bots = activities.filter(({ from }) => from.role === 'bot').map(({ text }) => text)
  expect(bots).toEqual(['Hello from nowhere', ...texts.map((text, index) => `${index + 1}: ${text}`)])
})

test('a failing turn is apologised for, once, and the next one works', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await say(server.url, chat, 'fail')
  await say(server.url, chat, 'well')
  const activities = await readUntil(server.url, chat, (texts) => texts.includes('1: well'))
  expect(activities.filter(({ text }) => text === 'Sorry, that went wrong.')).toHaveLength(1)
})

test('a turn that hangs is ended with an apology, and the next one works', async () => {
  const hangs: Logic = async (context) => {
    if (context.activity.text === 'hang') await new Promise<never>(() => undefined)
    if (context.activity.text === 'late') await new Promise((resolve) => setTimeout(resolve, 400))
    await context.sendActivity(`Said: ${context.activity.text ?? 'hello'}`)
  }
  const slow = await startTestServer({ bot: withinLimit(hangs, 200) })
  try {
    const chat = await newChat(slow.url)
    await start(slow.url, chat)
    for (const text of ['hang', 'late', 'after']) await say(slow.url, chat, text)
    const texts = (await readUntil(slow.url, chat, (said) => said.includes('Said: after'))).map(({ text }) => text)
    expect(texts.filter((text) => text?.startsWith('Sorry'))).toHaveLength(2)
    expect(texts).not.toContain('Said: late')
  } finally {
    await slow.stop()
  }
})

test('files are dropped and the bot is told', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await post(server.url, chat, { type: 'message', text: 'see', attachments: [{ contentType: 'image/png', contentUrl: 'data:,' }] })
  await readUntil(server.url, chat, (texts) => texts.includes('1: see (1 files dropped)'))
})

test('deleting leaves nothing of before', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await say(server.url, chat, 'something')
  await readUntil(server.url, chat, (texts) => texts.includes('1: something'))
  await say(server.url, chat, 'delete')
  const activities = await readUntil(server.url, chat, (texts) => texts.includes('1: delete') && texts.length === 1)
  expect(activities.map(({ text }) => text)).toEqual(['1: delete'])
  await say(server.url, chat, 'on we go')
  await readUntil(server.url, chat, (texts) => texts.includes('2: on we go'))
})

test('the bot may speak without being spoken to', async () => {
  const chat = await newChat(server.url)
  await start(server.url, chat)
  await readUntil(server.url, chat, (texts) => texts.length === 1)
  const heard = await server.directLine.proactive(chat.conversationId, async (context) => void (await context.sendActivity('News')))
  expect(heard).toBe(true)
  const { activities } = await read(server.url, chat)
  expect(activities.map(({ text, replyToId }) => [text, replyToId])).toEqual([
    ['Hello from nowhere', undefined],
    ['News', undefined],
  ])
})
