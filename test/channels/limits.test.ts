// Too much at once is told in plain words, and never keeps a cry for help from being answered.
import { newChat, readUntil, say, start } from './page'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
afterEach(async () => void (await server.stop()))

async function chatOf(council: string | null) {
  const chat = await newChat(server.url, council ?? undefined)
  await start(server.url, chat)
  return chat
}

test('all chats of one council together: asked to wait, other councils go on, a crisis is answered', async () => {
  server = await startTestServer({ env: { COUNCIL_MESSAGES_PER_MINUTE: '60' } })
  server.clock.now = Date.now()
  const theirs = await Promise.all(Array.from({ length: 7 }, async () => chatOf('southend')))
  const answers = await Promise.all(theirs.flatMap((chat) => Array.from({ length: 9 }, async () => say(server.url, chat, 'x'))))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(3)
  expect(refused[0]?.text).toContain('Very many people are writing at this moment. Please wait a minute and try again.')
  const [first] = theirs
  if (!first) throw new Error('no chat')
  expect((await say(server.url, first, 'I want to die')).status).toBe(200)
  await readUntil(server.url, first, (texts) => texts.some((text) => text?.includes('I want to die') === true))
  expect((await say(server.url, await chatOf(null), 'x')).status).toBe(200)
}, 30_000)

test('a form that begins a chat with a cry for help is taken, however many chats were begun', async () => {
  server = await startTestServer({ env: { CHATS_PER_MINUTE: '1' } })
  server.clock.now = Date.now()
  const request = { socket: { remoteAddress: '192.0.2.7' }, headers: {} } as never
  const { forms } = server.directLine
  const said = async (text: string) =>
    forms.say(request, { pass: null, council: null, language: null }, { text, seen: String(Math.random()), scriptId: null })
  expect((await said('hello')).kind).toBe('said')
  expect(await said('hello')).toEqual({ kind: 'refused', status: 429 })
  expect((await said('I want to die')).kind).toBe('said')
}, 30_000)
