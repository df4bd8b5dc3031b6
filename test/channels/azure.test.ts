// Where Azure's Direct Line is set up, the chat's token comes from there, and its conversation keeps its council.
import nock from 'nock'
import { startConnector } from './connector'
import { call } from './page'
import { startTestServer, type TestServer } from './test-server'

const SECRET = 'an-azure-secret-for-tests'
let server: TestServer
beforeEach(async () => {
  server = await startTestServer({ env: { DIRECT_LINE_SECRET: SECRET } })
})
afterEach(async () => {
  await server.stop()
  nock.cleanAll()
  nock.enableNetConnect()
})

const azure = () => nock('https://directline.botframework.com').post('/v3/directline/tokens/generate', (body) => /^dl_/.test(body.user.id))
const ask = () => call(`${server.url}/api/directline/token`, 'POST', null, { council: 'southend' })

test('the token is Azure’s, the secret stays here', async () => {
  const made = azure()
    .matchHeader('authorization', `Bearer ${SECRET}`)
    .reply(200, { conversationId: 'azure-1', token: 'azure-token', expires_in: 3600, more: 1 })
  const answer = await ask()
  expect(JSON.parse(answer.text)).toEqual({
    conversationId: 'azure-1',
    token: 'azure-token',
    expires_in: 3600,
    userId: expect.stringMatching(/^dl_/),
  })
  expect([made.isDone(), answer.text.includes(SECRET)]).toEqual([true, false])
})

test('a conversation that comes back over Azure knows its council', async () => {
  azure().reply(200, { conversationId: 'azure-1', token: 'azure-token', expires_in: 3600 })
  await ask()
  const connector = await startConnector()
  const joined = {
    type: 'conversationUpdate',
    channelId: 'directline',
    serviceUrl: connector.url,
    conversation: { id: 'azure-1' },
    id: '1',
  }
  await call(`${server.url}/api/messages`, 'POST', null, {
    ...joined,
    from: { id: 'u' },
    recipient: { id: 'b' },
    membersAdded: [{ id: 'u' }],
  })
  expect(connector.sent.map(({ text }) => text)).toEqual(['Hello from southend'])
  await connector.stop()
})

test.each([
  ['says no', () => azure().reply(403, { error: 'the secret is wrong' })],
  ['fails', () => azure().reply(500, 'oops')],
  ['answers something else', () => azure().reply(200, { hello: 1 })],
  ['cannot be reached', () => azure().replyWithError('unreachable')],
])('when Azure %s, the page is asked to try again', async (_what, fail) => {
  fail()
  const answer = await ask()
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
    503,
    '30',
    'text/plain; charset=utf-8',
  ])
  expect(server.logged.join('')).toContain('upstream-failed')
  expect(server.logged.join('')).not.toContain(SECRET)
})
