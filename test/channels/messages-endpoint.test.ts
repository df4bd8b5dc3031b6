// The Bot Framework endpoint on one machine, without an app id.
import { MessageFactory } from 'botbuilder-core'
import { startConnector, type TestConnector } from './connector'
import { call } from './page'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
let connector: TestConnector
beforeEach(async () => {
  connector = await startConnector()
  server = await startTestServer()
})
afterEach(async () => {
  await server.stop()
  await connector.stop()
})

let count = 0
function message(text: string, more: object = {}): object {
  count += 1
  const shared = { type: 'message', id: `m${count}`, channelId: 'emulator', serviceUrl: connector.url, conversation: { id: 'c1' } }
  return { ...shared, from: { id: 'u' }, recipient: { id: 'b' }, text, ...more }
}

const send = (body: unknown, to = server) => call(`${to.url}/api/messages`, 'POST', null, body)

test('answers through the connector', async () => {
  expect((await send(message('hello'))).status).toBe(200)
  expect(connector.sent.map(({ text }) => text)).toEqual(['1: hello'])
})

test('remembers between messages, and keeps conversations apart', async () => {
  await send(message('one'))
  await send(message('two'))
  await send(message('other', { conversation: { id: 'c2' } }))
  expect(connector.sent.map(({ text }) => text)).toEqual(['1: one', '2: two', '1: other'])
})

test('gives the replies back in the response where that is asked', async () => {
  const answer = await send(message('hello', { deliveryMode: 'expectReplies', serviceUrl: undefined }))
  expect([answer.status, (JSON.parse(answer.text) as { activities: { text: string }[] }).activities.map(({ text }) => text)]).toEqual([
    200,
    ['1: hello'],
  ])
  expect(connector.sent).toEqual([])
})

test('a repeated activity is answered 200 and not run again', async () => {
  const same = message('once')
  expect((await send(same)).status).toBe(200)
  expect((await send(same)).status).toBe(200)
  const [first, second] = [message('twice', { deliveryMode: 'expectReplies' }), undefined]
  await send(first)
  expect(JSON.parse((await send(first)).text)).toEqual({ activities: [] })
  expect([connector.sent.map(({ text }) => text), second]).toEqual([['1: once'], undefined])
})

test('the same activity twice at the same moment runs once', async () => {
  const same = message('slow')
  const answers = await Promise.all([send(same), send(same)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(connector.sent.map(({ text }) => text)).toEqual(['1: slow'])
})

test('two messages within 50 ms run in their order', async () => {
  const slow = send(message('slow'))
  await new Promise((resolve) => setTimeout(resolve, 30))
  await Promise.all([slow, send(message('quick'))])
  expect(connector.sent.map(({ text }) => text)).toEqual(['1: slow', '2: quick'])
})

test('deleting begins again, and works twice', async () => {
  for (const text of ['one', 'two', 'delete', 'three', 'delete']) await send(message(text))
  expect(connector.sent.map(({ text }) => text)).toEqual(['1: one', '2: two', '1: delete', '2: three', '1: delete'])
})

test.each([
  ['{}', 400],
  ['[]', 400],
  ['{', 400],
  [{ type: 'message', channelId: 'x', serviceUrl: 'http://localhost' }, 400],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' } }, 400],
  [{ type: 'message', channelId: 'x', conversation: {}, serviceUrl: 'http://localhost' }, 400],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' }, serviceUrl: 'not an address' }, 400],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' }, serviceUrl: 'http://localhost', text: 7 }, 400],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' }, serviceUrl: 'https://elsewhere.example/' }, 403],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' }, serviceUrl: 'http://127.0.0.1.elsewhere.example/' }, 403],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' }, serviceUrl: 'http://169.254.169.254/' }, 403],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' }, serviceUrl: 'urn:botframework:local:directline' }, 403],
  [{ type: 'message', channelId: 'x', conversation: { id: 'c' }, serviceUrl: 'file:///etc/passwd' }, 403],
])('%j is answered %d in plain text', async (body, status) => {
  const answer = await send(body)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8'])
})

test('300 kB are refused', async () => {
  expect((await send(message('x'.repeat(300_000)))).status).toBe(413)
  expect((await send(message('x'.repeat(20_001)))).status).toBe(413)
})

test('nobody is answered without an app id when the server listens to others', async () => {
  const open = await startTestServer({ env: { HOST: '0.0.0.0' } })
  try {
    const { port } = new URL(open.url)
    const answer = await call(`http://127.0.0.1:${port}/api/messages`, 'POST', null, message('hello'))
    expect([answer.status, answer.text]).toEqual([403, 'Forbidden'])
  } finally {
    await open.stop()
  }
})

test('a channel that does not take the reply does not hold the turn for ever, and the message may come again', async () => {
  connector.isHanging = true
  const same = message('hello')
  const began = Date.now()
  expect((await send(same)).status).toBe(500)
  expect(Date.now() - began).toBeLessThan(25_000)
  connector.isHanging = false
  expect((await send(same)).status).toBe(200)
})

test('on Teams choices become buttons of a card without text, under the text', async () => {
  const teams = await startTestServer({
    bot: async (context) => void (await context.sendActivity(MessageFactory.suggestedActions(['Yes', 'No'], 'Is that right?'))),
  })
  try {
    await send(message('hello', { channelId: 'msteams' }), teams)
    await send(message('hello', { channelId: 'emulator' }), teams)
    const [card, plain] = connector.sent
    expect([card?.text, card?.suggestedActions]).toEqual(['Is that right?', undefined])
    expect(card?.attachments?.[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.hero',
      content: {
        text: '',
        buttons: [
          { type: 'imBack', title: 'Yes', value: 'Yes' },
          { type: 'imBack', title: 'No', value: 'No' },
        ],
      },
    })
    expect(plain?.suggestedActions).toMatchObject({ actions: [{ value: 'Yes' }, { value: 'No' }] })
  } finally {
    await teams.stop()
  }
})
