// With an app id only Microsoft's channels may speak to the bot; whatever is wrong with a token, the answer is a bare 401.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { captureConsole, type CapturedConsole } from '../../src/log-console'
import { badChannelTokens, channelToken, ISSUER, newChannelKeys, publishedKeys, SERVICE_URL } from './channel-tokens'
import { call } from './page'
import { startTestServer, type TestServer } from './test-server'
import { close, listen } from '../listen'

const APP_ID = '11111111-2222-3333-4444-555555555555'
const KEYS = newChannelKeys()

/** What was fetched from the place of Microsoft's keys. */
const fetched: string[] = []
let keys: Server
let server: TestServer
let captured: CapturedConsole
beforeAll(async () => {
  keys = createServer((request, response) => {
    fetched.push(request.url ?? '')
    response.setHeader('content-type', 'application/json')
    const here = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`
    response.end(JSON.stringify(request.url === '/keys' ? publishedKeys(KEYS) : { issuer: ISSUER, jwks_uri: `${here}/keys` }))
  })
  const metadata = `${await listen(keys)}/metadata`
  server = await startTestServer({
    env: {
      PROFILE: 'production',
      SEND_KEYS: 'k1:not-opened-here',
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'not-a-real-one',
      MicrosoftAppTenantId: APP_ID,
    },
    overrides: {
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      ToBotFromChannelTokenIssuer: ISSUER,
      ToChannelFromBotLoginUrl: 'http://127.0.0.1:9',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: 'http://127.0.0.1:9',
      ValidateAuthority: false,
    },
  })
  captured = captureConsole(server.log)
})
afterAll(async () => {
  captured.report()
  captured.restore()
  await server.stop()
  await close(keys)
})

const token = () => channelToken(KEYS.right, APP_ID)

let count = 0
function message(more: object = {}): object {
  count += 1
  const shared = { type: 'message', id: `m${count}`, channelId: 'msteams', serviceUrl: SERVICE_URL, conversation: { id: 'c' } }
  return { ...shared, from: { id: 'u' }, recipient: { id: 'b' }, text: 'hello', deliveryMode: 'expectReplies', ...more }
}

const send = (body: object, bearer: string | null) => call(`${server.url}/api/messages`, 'POST', bearer, body)

test('a true token is let in', async () => {
  const answer = await send(message(), token())
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('1: hello')])
})

/** What Teams sends of a channel, and what a press on a card is. */
const IN_TEAMS = {
  conversation: { id: '19:queue@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: APP_ID },
  from: { id: '29:priya', aadObjectId: 'aad-priya', name: 'Priya' },
  channelData: { tenant: { id: APP_ID }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:queue@thread.tacv2' } },
}
const FROM_TEAMS: readonly [string, object][] = [
  ['what is typed in a channel', IN_TEAMS],
  [
    'a press on a card',
    { ...IN_TEAMS, type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'accept' } } },
  ],
  ['being put into a team', { ...IN_TEAMS, type: 'installationUpdate', action: 'add' }],
]
const REFUSED = badChannelTokens(KEYS, APP_ID)

test.each(REFUSED)('%s: a bare 401', async (_what, bearer, more) => {
  const answer = await send(message(more), bearer())
  expect([answer.status, answer.text]).toEqual([401, 'Unauthorized'])
})

describe.each(FROM_TEAMS)('from Teams, %s', (_kind, activity) => {
  test.each(REFUSED)('%s: a bare 401', async (_what, bearer, more) => {
    const answer = await send(message({ ...activity, ...more }), bearer())
    expect([answer.status, answer.text]).toEqual([401, 'Unauthorized'])
  })
  test('a true token is let in', async () => {
    expect((await send(message(activity), token())).status).not.toBe(401)
  })
})

test('the place of the keys was asked once for where they are, and for the keys again only because of the unknown ones', () => {
  expect(fetched.filter((path) => path === '/metadata')).toHaveLength(1)
  expect(fetched.filter((path) => path === '/keys').length).toBeLessThanOrEqual(2)
})

test('what the SDK prints is counted, and no key is in the log', () => {
  captured.report()
  const lines = server.logged.join('')
  expect(lines).toContain('sdk-console')
  expect(lines).not.toMatch(/"kid"|jwks|Bearer|MII/)
})
