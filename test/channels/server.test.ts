// The server's edge: health, headers, a taken port, uploads, and a stop that lets nobody down.
import { Agent, request } from 'node:http'
import { PassThrough } from 'node:stream'
import { PortTaken } from '../../src/channels/server'
import { call, newChat, openStream, readUntil, say, start, type Chat } from './page'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
beforeEach(async () => void (server = await startTestServer()))
afterEach(() => server.stop())

test('it says that it lives, that it is ready, and what it is', async () => {
  const answers = await Promise.all(
    ['/healthz/live', '/healthz/ready', '/version'].map((path) => call(`${server.url}${path}`, 'GET', null)),
  )
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [200, 'live'],
    [200, 'ready'],
    [200, '{"name":"common-ground","version":"1.2.3"}'],
  ])
})

test('it is not ready when its store cannot be written', async () => {
  server.store.isWritable = async () => false
  expect((await call(`${server.url}/healthz/ready`, 'GET', null)).status).toBe(503)
})

test('every answer is private and is what it says it is', async () => {
  for (const path of ['/healthz/live', '/nowhere', '/v3/directline/conversations/x']) {
    const { headers } = await call(`${server.url}${path}`, 'GET', null)
    expect([
      headers.get('cache-control'),
      headers.get('x-content-type-options'),
      headers.get('referrer-policy'),
      headers.get('server'),
    ]).toEqual(['no-store', 'nosniff', 'no-referrer', null])
  }
})

test('browsers are told to stay with https where that is the public address', async () => {
  const secure = await startTestServer({ env: { PUBLIC_URL: 'https://chat.example.gov.uk' } })
  const { headers } = await call(`${secure.url}/healthz/live`, 'GET', null)
  const chat = await newChat(secure.url)
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect((await start(secure.url, chat)).streamUrl).toMatch(/^wss:\/\/chat\.example\.gov\.uk\/v3\/directline\/conversations\//)
  await secure.stop()
})

test('a taken port is told in one sentence', async () => {
  const { port } = new URL(server.url)
  const second = startTestServer({ env: { PORT: port } })
  await expect(second).rejects.toThrow(PortTaken)
  await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken. Set PORT to another number, or stop what is listening there.`)
})

test.each(['/nowhere', '/v3/directline/conversations/abc/stream'])(
  'an upgrade of %s that breaks off does not end the process',
  async (url) => {
    const socket = new PassThrough()
    server.edge.restify.server.emit('upgrade', { url, headers: {} }, socket, Buffer.alloc(0))
    expect(() => socket.emit('error', new Error('ECONNRESET'))).not.toThrow()
    expect(socket.destroyed).toBe(true)
  },
)

test('a client that offers HTTP/2 is answered as if it had not', async () => {
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQCAAAAAAIAAAAA' }
  const status = await new Promise((resolve, reject) => {
    request(`${server.url}/healthz/live`, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
  expect(status).toBe(200)
})

test('a connection is kept longer than proxies keep theirs, so that none sends into one that closes', async () => {
  expect((await fetch(`${server.url}/healthz/live`)).headers.get('keep-alive')).toBe('timeout=75')
})

test('a kept-alive connection does not hold up the stop, and a running turn is finished', async () => {
  const agent = new Agent({ keepAlive: true })
  await new Promise<void>((resolve, reject) => {
    request(`${server.url}/healthz/live`, { agent }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })
  const chat = await newChat(server.url)
  const stream = await openStream((await start(server.url, chat)).streamUrl)
  await say(server.url, chat, 'slow')
  const began = Date.now()
  expect(await server.stop()).toBe(true)
  expect([Date.now() - began < 3000, await stream.closed]).toEqual([true, 1012])
  expect(server.logged.filter((line) => line.includes('"turn"'))).toHaveLength(2)
  agent.destroy()
})

describe('a message sent as a form', () => {
  let chat: Chat
  beforeEach(async () => {
    chat = await newChat(server.url)
    await start(server.url, chat)
  })

  async function upload(body: FormData | string, headers: Record<string, string> = {}): Promise<number> {
    const url = `${server.url}/v3/directline/conversations/${chat.conversationId}/upload?userId=x`
    const response = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${chat.token}`, ...headers }, body })
    expect(response.status === 200 || response.headers.get('content-type') === 'text/plain; charset=utf-8').toBe(true)
    return response.status
  }

  function form(activity: object | null, ...sizes: number[]): FormData {
    const data = new FormData()
    if (activity) data.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }))
    for (const size of sizes) data.append('file', new Blob([Buffer.alloc(size, 65)], { type: 'image/jpeg' }), 'letter.jpg')
    return data
  }

  test('its words are answered, its photos of any usual size are dropped', async () => {
    expect(await upload(form({ type: 'message', text: 'here' }, 5_000_000))).toBe(200)
    await readUntil(server.url, chat, (texts) => texts.includes('1: here (1 files dropped)'))
    expect(await upload(form({ type: 'message', text: 'two' }, 10, 10))).toBe(200)
    await readUntil(server.url, chat, (texts) => texts.includes('2: two (2 files dropped)'))
    expect(await upload(form(null, 10))).toBe(200)
    await readUntil(server.url, chat, (texts) => texts.includes('3:  (1 files dropped)'))
  })

  test('what is no such form is refused', async () => {
    expect(await upload('hello', { 'content-type': 'text/plain' })).toBe(415)
    expect(await upload('hello', { 'content-type': 'multipart/form-data' })).toBe(415)
    expect(await upload(form({ type: 'nonsense' }))).toBe(400)
    expect(await upload(form({ type: 'message', text: 'x'.repeat(300_000) }))).toBe(413)
    expect(await upload('--b\r\nname="activity"\r\n\r\n{broken\r\n--b--', { 'content-type': 'multipart/form-data; boundary=b' })).toBe(400)
  })

  test('a file of 30 MB is refused', async () => {
    const status = await upload(form({ type: 'message', text: 'big' }, 30_000_000)).catch(() => 'broken off')
    expect([413, 'broken off']).toContain(status)
  })
})
