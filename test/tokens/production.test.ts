// The service as it runs in production, with its registration and an identity provider: who comes from neither is refused.
import nock from 'nock'
import { badChannelTokens, channelToken, ISSUER, newChannelKeys, publishedKeys, SERVICE_URL } from '../channels/channel-tokens'
import { ask, notRefused } from './ask'
import { APP_ID, HeldService } from './hold-service'
import { badReturns } from './passes'
import { routesOf, rowsOf } from './routes'

jest.setTimeout(60_000)
jest.mock('../../src/topic-finder', () => ({
  ...jest.requireActual<object>('../../src/topic-finder'),
  ...jest.requireActual<object>('./no-finder'),
}))
jest.mock('../../src/log', () => jest.requireActual<typeof import('./quiet-log')>('./quiet-log').quietLog())

const KEYS = newChannelKeys()
const PRODUCTION = {
  PROFILE: 'production',
  SEND_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}`,
  PUBLIC_URL: 'https://chat.example',
  DESK_OIDC_ISSUER: 'http://127.0.0.1:1',
  DESK_OIDC_CLIENT_ID: 'desk',
  DESK_OIDC_CLIENT_SECRET: 'a secret of the desk',
  DESK_OIDC_ROLES: 'Desk=demo-sendiass=adviser',
  EDITOR_OIDC_ROLES: 'Editor=demo=editor',
}
const MESSAGE = {
  type: 'message',
  id: 'm1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  conversation: { id: 'c' },
  from: { id: 'u' },
  recipient: { id: 'b' },
  text: 'hello',
  deliveryMode: 'expectReplies',
}

const service = new HeldService()
beforeAll(async () => {
  const microsoft = nock('https://login.botframework.com')
  const metadata = { issuer: ISSUER, jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' }
  microsoft.get('/v1/.well-known/openidconfiguration').reply(200, metadata)
  microsoft.get('/v1/.well-known/keys').times(2).reply(200, publishedKeys(KEYS))
  await service.start(PRODUCTION)
})
afterAll(async () => {
  await service.stop()
  nock.cleanAll()
})

test('each address of the running service has its row, and each row its address', () => {
  expect([...service.routes].sort()).toEqual(rowsOf('production'))
})

test('the Bot Framework endpoint: only a token of Microsoft’s, for us, for this channel and this address', async () => {
  const came = async (bearer: string | null, more: object = {}): Promise<string> => {
    const headers: Record<string, string> = bearer === null ? {} : { authorization: `Bearer ${bearer}` }
    return ask(service, 'POST /api/messages', { what: '', headers, body: { ...MESSAGE, ...more } })
  }
  for (const [what, bearer, more] of badChannelTokens(KEYS, APP_ID)) expect([what, await came(bearer(), more)]).toEqual([what, 'refused'])
  expect(await came(channelToken(KEYS.right, APP_ID))).toBe('let in 200')
})

test('whoever comes back from no identity provider is not signed in', async () => {
  expect(await notRefused(service, routesOf('provider'), badReturns())).toEqual([])
})

test('there is no one-time link', async () => {
  for (const path of ['/desk?once=x', '/editor?once=x'])
    expect([path, await ask(service, `GET ${path}`, { what: '' })]).toEqual([path, 'refused'])
})
