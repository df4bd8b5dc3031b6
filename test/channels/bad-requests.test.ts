// Whatever is sent, the answer is a clear one, never our own failure, and nothing that was typed is logged.
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import jwt from 'jsonwebtoken'
import { call, newChat, openStream, post, read, readUntil, say, start, type Chat } from './page'
import { startTestServer, type TestServer } from './test-server'

const SECRET = 'a secret for tests only, 32 or more'
let server: TestServer
let chat: Chat
beforeAll(async () => {
  server = await startTestServer()
  chat = await newChat(server.url)
  await start(server.url, chat)
})
afterAll(async () => {
  const failures = server.logged.filter((line) => line.includes('failure'))
  await server.stop()
  expect(failures).toEqual([])
})

const activities = () => `${server.url}/v3/directline/conversations/${chat.conversationId}/activities`

test.each([
  ['a string', '"hello"', 400],
  ['an array', '[]', 400],
  ['null', 'null', 400],
  ['a number', '1', 400],
  ['broken JSON', '{"type":', 400],
  ['nothing', '', 400],
  ['no type', '{}', 400],
  ['a type that is no text', '{"type":1}', 400],
  ['an unknown type', '{"type":"conversationUpdate"}', 400],
  ['an invoke', '{"type":"invoke","name":"x"}', 400],
  ['a text that is no text', '{"type":"message","text":{"a":1}}', 400],
  ['attachments that are no list', '{"type":"message","attachments":"x"}', 400],
  ['channel data that is no object', '{"type":"message","channelData":[1]}', 400],
  ['a client id that is no text', '{"type":"message","channelData":{"clientActivityID":7}}', 400],
  ['a very deep value', `{"type":"message","value":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
  ['a deep value', `{"type":"message","value":${'{"a":'.repeat(30)}1${'}'.repeat(30)}}`, 400],
  ['a prototype', '{"type":"message","value":{"__proto__":{"x":1}}}', 400],
  ['20,001 characters', JSON.stringify({ type: 'message', text: 'x'.repeat(20_001) }), 413],
  ['300 kB', JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }), 413],
])('posting %s is refused in plain text', async (_what, body, status) => {
  const answer = await call(activities(), 'POST', chat.token, body)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8'])
  expect(answer.text).toMatch(/^[\w ,.]+$/)
})

test('text that is not UTF-8 is refused', async () => {
  const response = await fetch(activities(), {
    method: 'POST',
    headers: { authorization: `Bearer ${chat.token}`, 'content-type': 'application/json' },
    body: Buffer.from('{"type":"message","text":"\xff"}', 'latin1'),
  })
  expect(response.status).toBe(400)
})

test('20,000 characters, emoji and markup are taken as they are', async () => {
  const mine = await newChat(server.url)
  await start(server.url, mine)
  const texts = ['', '🌈👨‍👩‍👧', '<script>alert(1)</script>', 'أحتاج مساعدة', '\u0000\ud800', 'x'.repeat(20_000)]
  for (const text of texts) expect((await say(server.url, mine, text)).status).toBe(200)
  const heard = await readUntil(server.url, mine, (all) => all.length === 1 + 2 * texts.length)
  expect(heard.filter(({ from }) => from.role === 'user').map(({ text }) => text)).toEqual(texts)
})

const TOKENS: readonly [string, (good: string) => string, number][] = [
  ['no token', () => '', 403],
  ['nonsense', () => 'nonsense', 403],
  ['three dots', () => 'a.b.c', 403],
  ['alg none', (good) => `${part({ alg: 'none', typ: 'JWT' })}.${good.split('.')[1]}.`, 403],
  ['another secret', (good) => jwt.sign(jwt.decode(good) as object, 'another secret of at least 32 letters'), 403],
  ['another algorithm', (good) => jwt.sign(jwt.decode(good) as object, SECRET, { algorithm: 'HS512' }), 403],
  [
    'a changed claim',
    (good) => `${good.split('.')[0]}.${part({ ...(jwt.decode(good) as object), user: 'dl_other' })}.${good.split('.')[2]}`,
    403,
  ],
  ['run out', (good) => jwt.sign({ ...(jwt.decode(good) as object), exp: 1_000_000 }, SECRET), 403],
  ['no key in it', (good) => jwt.sign({ ...(jwt.decode(good) as object), key: '' }, SECRET), 403],
  ['another key', (good) => jwt.sign({ ...(jwt.decode(good) as object), key: Buffer.alloc(32).toString('base64url') }, SECRET), 403],
  ['another conversation', (good) => jwt.sign({ ...(jwt.decode(good) as object), conv: '0000-another' }, SECRET), 403],
]

function part(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}

test.each(TOKENS)('a token with %s opens nothing', async (_what, forge, status) => {
  const token = forge(chat.token)
  const forged = { ...chat, token }
  const answers = [
    await say(server.url, forged, 'hello'),
    await call(activities(), 'GET', token),
    await call(`${server.url}/v3/directline/conversations/${chat.conversationId}`, 'GET', token),
  ]
  for (const answer of answers) expect([answer.status, answer.text.length < 60]).toEqual([status, true])
})

test('without any token the answer is 401', async () => {
  expect((await call(activities(), 'GET', null)).status).toBe(401)
  expect((await call(`${server.url}/v3/directline/conversations`, 'POST', null, {})).status).toBe(401)
  expect((await call(`${server.url}/v3/directline/tokens/refresh`, 'POST', null)).status).toBe(401)
})

test('a refreshed token goes on with the same conversation', async () => {
  const { text } = await call(`${server.url}/v3/directline/tokens/refresh`, 'POST', chat.token)
  const fresh = { ...chat, token: (JSON.parse(text) as { token: string }).token }
  expect((await read(server.url, fresh)).activities.length).toBeGreaterThan(0)
})

test.each([
  ['an unknown council', '{"council":"atlantis"}', 400],
  ['a council that is no text', '{"council":{"a":1}}', 400],
  ['a list', '[]', 400],
  ['broken JSON', '{', 400],
  ['a known council', '{"council":"southend"}', 200],
  ['no council', '{"council":null}', 200],
  ['nothing', '', 200],
])('asking a token for %s', async (_what, body, status) => {
  const answer = await call(`${server.url}/api/directline/token`, 'POST', null, body)
  expect(answer.status).toBe(status)
  if (status === 200) expect(JSON.parse(answer.text)).toMatchObject({ expires_in: 86_400, userId: expect.stringMatching(/^dl_/) })
})

test.each(['abc', '-5', '1e9', '99999999999999999999', '1;drop'])('watermark %s is refused', async (watermark) => {
  expect((await call(`${activities()}?watermark=${watermark}`, 'GET', chat.token)).status).toBe(400)
})

test.each(['', '-', 'undefined', '0'])('watermark "%s" means from the start', async (watermark) => {
  expect((await read(server.url, chat, watermark)).activities[0]?.text).toBe('Hello from nowhere')
})

test.each([
  ['GET', '/nothing/here', 404],
  ['GET', '/%ff', 404],
  ['GET', '/v3/directline/session/getsessionid', 404],
  ['GET', '/v3/directline/conversations', 405],
  ['DELETE', '/api/directline/token', 405],
  ['GET', '/api/messages', 405],
  ['PUT', '/api/messages', 405],
])('%s %s is answered %d in plain text', async (method, path, status) => {
  const { hostname, port } = new URL(server.url)
  const answer = await new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const asked = httpRequest({ hostname, port, path, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text: String(Buffer.concat(chunks)) }),
      )
    })
    asked.on('error', reject).end()
  })
  expect([answer.status, answer.type]).toEqual([status, 'text/plain; charset=utf-8'])
})

test('what is no HTTP is answered 400', async () => {
  const { hostname, port } = new URL(server.url)
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'))
    socket.on('data', (data) => resolve(String(data)))
    socket.on('error', () => resolve('error'))
  })
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
})

test('a stream opens with its ticket only, from pages that may', async () => {
  const { streamUrl } = await start(server.url, chat)
  const other = await newChat(server.url)
  await expect(openStream(streamUrl.replace(/t=.*/, 't=nonsense'))).rejects.toThrow('refused 403')
  await expect(openStream(streamUrl.replace(/t=.*/, ''))).rejects.toThrow('refused 403')
  await expect(openStream(streamUrl.replace(chat.conversationId, other.conversationId))).rejects.toThrow('refused 403')
  await expect(openStream(streamUrl.replace('/stream', '/other'))).rejects.toThrow('refused 404')
  await expect(openStream(streamUrl, { origin: 'https://elsewhere.example' })).rejects.toThrow('refused 403')
  await expect(openStream(streamUrl.replace(/watermark=\d+/, 'watermark=x'))).rejects.toThrow('refused 400')
  const stream = await openStream(streamUrl, { origin: server.url })
  stream.close()
})

test('a stream may be opened with the token itself', async () => {
  const { streamUrl } = await start(server.url, chat)
  const stream = await openStream(streamUrl.replace(/t=.*/, `t=${chat.token}`))
  await stream.until((heard) => heard.length > 0)
  stream.close()
})

test('a page of another site may read the answers only when it is allowed', async () => {
  const ask = async (origin: string) => {
    const response = await fetch(activities(), { method: 'OPTIONS', headers: { origin } })
    return [response.status, response.headers.get('access-control-allow-origin')]
  }
  expect(await ask('https://elsewhere.example')).toEqual([204, null])
  expect(await ask('http://localhost:9999')).toEqual([204, 'http://localhost:9999'])
})

test('more messages than a person can type are asked to wait, but never a crisis', async () => {
  const busy = await startTestServer({ env: { MESSAGES_PER_MINUTE: '10' } })
  try {
    const mine = await newChat(busy.url)
    await start(busy.url, mine)
    const statuses = []
    for (let count = 0; count < 12; count += 1) statuses.push((await say(busy.url, mine, 'x')).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    expect((await say(busy.url, mine, 'I want to die')).status).toBe(200)
  } finally {
    await busy.stop()
  }
})

test('typing and the end of a visit are neither kept nor answered', async () => {
  const mine = await newChat(server.url)
  await start(server.url, mine)
  for (const type of ['typing', 'endOfConversation']) expect((await post(server.url, mine, { type })).status).toBe(200)
  expect((await readUntil(server.url, mine, (texts) => texts.length >= 1)).length).toBe(1)
})
