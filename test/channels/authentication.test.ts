// With an app id only Microsoft's channels may speak to the bot; whatever is wrong with a token, the answer is a bare 401.
import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import jwt, { type SignOptions } from 'jsonwebtoken'
import { captureConsole, type CapturedConsole } from '../../src/log-console'
import { call } from './page'
import { startTestServer, type TestServer } from './test-server'

const APP_ID = '11111111-2222-3333-4444-555555555555'
const ISSUER = 'https://api.botframework.com'
const SERVICE_URL = 'https://smba.trafficmanager.net/uk/'
const right = generateKeyPairSync('rsa', { modulusLength: 2048 })
const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 })
/** Known, for another channel. */
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** What was fetched from the place of Microsoft's keys. */
const fetched: string[] = []
let keys: Server
let server: TestServer
let captured: CapturedConsole
beforeAll(async () => {
  const jwk = { ...right.publicKey.export({ format: 'jwk' }), kid: 'k1', endorsements: ['msteams', 'emulator'] }
  const webOnly = { ...other.publicKey.export({ format: 'jwk' }), kid: 'k2', endorsements: ['webchat'] }
  keys = createServer((request, response) => {
    fetched.push(request.url ?? '')
    response.setHeader('content-type', 'application/json')
    const here = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk, webOnly] } : { issuer: ISSUER, jwks_uri: `${here}/keys` }))
  })
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve))
  const metadata = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/metadata`
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
  keys.close()
})

function token(claims: object = {}, key: KeyObject = right.privateKey, options: SignOptions = {}): string {
  const whole = { serviceurl: SERVICE_URL, ...claims }
  return jwt.sign(whole, key, { algorithm: 'RS256', keyid: 'k1', issuer: ISSUER, audience: APP_ID, expiresIn: '10m', ...options })
}

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
const REFUSED: readonly [string, () => string | null, object][] = [
  ['no token', () => null, {}],
  ['nonsense', () => 'nonsense', {}],
  ['no signature', () => `${part({ alg: 'none', typ: 'JWT' })}.${part({ aud: APP_ID, iss: ISSUER, serviceurl: SERVICE_URL })}.x`, {}],
  ['an empty signature', () => `${part({ alg: 'none', typ: 'JWT' })}.${part({ aud: APP_ID, iss: ISSUER })}.`, {}],
  ['the wrong key', () => token({}, wrong.privateKey), {}],
  ['an unknown key id', () => token({}, right.privateKey, { keyid: 'k9' }), {}],
  ['somebody else’s audience', () => token({}, right.privateKey, { audience: 'another' }), {}],
  ['another issuer', () => token({}, right.privateKey, { issuer: 'https://elsewhere.example' }), {}],
  ['an end an hour ago', () => token({}, right.privateKey, { expiresIn: '-60m' }), {}],
  ['another service address in it', () => token({ serviceurl: 'https://smba.trafficmanager.net/other/' }), {}],
  ['a channel that its key does not vouch for', () => token(), { channelId: 'telegram' }],
  [
    'a service address that is not Microsoft’s',
    () => token({ serviceurl: 'https://elsewhere.example/' }),
    { serviceUrl: 'https://elsewhere.example/' },
  ],
  [
    'our own Direct Line’s address',
    () => token({ serviceurl: 'urn:botframework:local:directline' }),
    { serviceUrl: 'urn:botframework:local:directline' },
  ],
  ['an address on this machine', () => token({ serviceurl: 'http://127.0.0.1:9/' }), { serviceUrl: 'http://127.0.0.1:9/' }],
  ['a key that vouches for another channel only', () => token({}, other.privateKey, { keyid: 'k2' }), {}],
  ['no service address in it', () => token({ serviceurl: undefined }), {}],
  ['a beginning in an hour', () => token({}, right.privateKey, { notBefore: '60m', expiresIn: '2h' }), {}],
  [
    'no key id',
    () => jwt.sign({ serviceurl: SERVICE_URL }, right.privateKey, { algorithm: 'RS256', issuer: ISSUER, audience: APP_ID }),
    {},
  ],
  ['the public key as a password', () => token({}, publicAsSecret(), { algorithm: 'HS256' }), {}],
]

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

function publicAsSecret(): KeyObject {
  return createSecretKey(Buffer.from(right.publicKey.export({ type: 'spki', format: 'pem' })))
}

function part(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}
