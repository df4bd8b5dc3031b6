// What goes out to Teams with a real registration: one token for many sends, to Microsoft's addresses only, a new card never sent twice, and all of it after a restart.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nock from 'nock'
import { createAdapter } from '../../../src/channels/adapter'
import { loadConfig } from '../../../src/config'
import { createHandoffs, type HandoffService } from '../../../src/handoff/create-handoffs'
import { NO_RECEIVERS } from '../../../src/handoff/receivers'
import { desksAsPlaces } from '../../../src/open-places'
import { openTeams } from '../../../src/open-teams'
import { openStore } from '../../../src/store/open-store'
import type { Store } from '../../../src/store/port'
import { KEYS, NOON } from '../../handoff/stage'
import { SHOWN, SUMMARY } from '../../handoff/sample-summary'
import { pack } from './teams-stage'

const APP_ID = '11111111-2222-3333-4444-555555555555'
const ENV = {
  PROFILE: 'production',
  SEND_KEYS: 'k1:not-opened-here',
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'not-a-real-one',
  MicrosoftAppTenantId: APP_ID,
}
const SERVICE = 'https://smba.trafficmanager.net'
const STAFF = { id: 's', name: 'Priya, adviser', organisation: 'demo-sendiass' }

let folder: string
let store: Store
let service: HandoffService
const clock = { now: NOON }
/** What came in, with the token that it carried. */
const sent: { readonly what: string; readonly bearer: string }[] = []
let tokens = 0
const failures: unknown[] = []

beforeEach(() => {
  nock.disableNetConnect()
  folder = mkdtempSync(join(tmpdir(), 'outbound-'))
  clock.now = NOON
  sent.length = 0
  failures.length = 0
  tokens = 0
})
afterEach(async () => {
  await store.close()
  nock.cleanAll()
  nock.enableNetConnect()
  rmSync(folder, { recursive: true, force: true })
})

/** Another app each time, because the SDK keeps tokens for as long as the process lives. */
let app = 0
async function open(serviceUrl = `${SERVICE}/uk/`, appId = newApp()): Promise<void> {
  const config = loadConfig({ ...ENV, DATA_DIR: folder, MicrosoftAppId: appId })
  store = openStore(join(folder, 'store.db'))
  const place = { tenant: APP_ID, team: '19:t@thread.tacv2', channel: '19:c@thread.tacv2', serviceUrl, bot: '28:bot' }
  if ((await store.teams.bindings()).length === 0)
    await store.teams.bind({ organisation: 'demo-sendiass', ...place, boundBy: 'p', boundAt: 1, brokenAt: null })
  const adapter = createAdapter({ config, timeout: 2000, onTurnError: async (_, error) => void failures.push(error) })
  const parts = { config, pack, store: store.teams, adapter: () => adapter, publicUrl: () => 'https://a.example', now: () => clock.now }
  const { cards } = await openTeams(parts)
  service = createHandoffs({
    store: store.handoffs,
    outbox: store.outbox,
    scrub: async () => store.scrub(),
    ring: KEYS,
    places: desksAsPlaces(pack),
    receivers: NO_RECEIVERS,
    tellFamily: async () => undefined,
    mailer: null,
    noticeWords: () => null,
    cards,
    publicUrl: 'https://a.example',
    loopback: 'refused',
    now: () => clock.now,
    random: () => 0.5,
    report: (error) => failures.push(error),
  })
  nock('https://login.microsoftonline.com')
    .persist()
    .post(/\/oauth2\/v2\.0\/token$/)
    .query(true)
    .reply(200, () => {
      tokens += 1
      return { token_type: 'Bearer', expires_in: 3600, access_token: `token-${app}-${tokens}` }
    })
}

function newApp(): string {
  app += 1
  return APP_ID.replace(/^1{8}/, String(app).padStart(8, '1'))
}

type Answer = [status: number, body: object, headers?: Record<string, string>]

/** Teams answers this to the next request of that kind; always the last of them. */
function teamsAnswers(what: 'create' | 'change', ...answers: readonly Answer[]): void {
  let at = 0
  const scope = nock(SERVICE).persist()
  const path = what === 'create' ? '/uk/v3/conversations' : /^\/uk\/v3\/conversations\/[^/]+\/activities\/1$/
  const asked = what === 'create' ? scope.post(path) : scope.put(path)
  asked.reply(function () {
    sent.push({ what, bearer: String(this.req.headers['authorization']) })
    const answer = answers[Math.min(at, answers.length - 1)] ?? [200, {}]
    at += 1
    return answer
  })
}
const MADE: Answer = [201, { id: '19:c@thread.tacv2;messageid=1', activityId: '1' }]
const whats = (): readonly string[] => sent.map(({ what }) => what)

let families = 0
async function waiting(): Promise<string> {
  families += 1
  const { handoffs } = service
  const id = await handoffs.begin({
    council: 'demo',
    organisation: 'demo-sendiass',
    route: 'callback',
    conversation: null,
    packVersion: '2026.11.1',
  })
  await handoffs.share({ id, summary: SUMMARY, shown: `${SHOWN} ${families}`, contact: null, conversationKey: null })
  await service.worker.drain()
  return id
}
async function pass(seconds: number): Promise<void> {
  clock.now += seconds * 1000
  await service.worker.drain()
}

test('one token for several cards and changes, and each carries it', async () => {
  await open()
  teamsAnswers('create', MADE)
  teamsAnswers('change', [200, { id: '1' }])
  const id = await waiting()
  await waiting()
  await waiting()
  await service.handoffs.accept(STAFF, id, 3)
  await service.worker.drain()
  expect([whats(), tokens]).toEqual([['create', 'create', 'create', 'change'], 1])
  expect(new Set(sent.map(({ bearer }) => bearer))).toEqual(new Set([`Bearer token-${app}-1`]))
  expect(failures).toEqual([])
})

test.each([
  'https://smba.trafficmanager.net.elsewhere.example/',
  'http://smba.trafficmanager.net/uk/',
  'https://127.0.0.1/',
  'https://elsewhere.example/',
])('nothing goes to %s, neither a card nor a token, and it is not tried again', async (address) => {
  const asked: string[] = []
  const noteIt = (request: { readonly options?: { readonly host?: string } }): void => void asked.push(request.options?.host ?? '')
  nock.emitter.on('no match', noteIt)
  await open(address)
  await waiting()
  await pass(600)
  nock.emitter.removeListener('no match', noteIt)
  expect([asked, tokens, whats(), failures]).toEqual([[], 0, [], []])
  const letters = await service.handoffs.deadLetters(STAFF)
  expect(letters.map(({ lastError, attempts }) => [lastError, attempts])).toEqual([['address-refused', 1]])
})

test.each([500, 502, 503, 504, 408])(
  '%d to a new card: nobody knows, so nothing is sent for two minutes, then one that says so, then never',
  async (status) => {
    await open()
    teamsAnswers('create', [status, {}])
    await waiting()
    for (let at = 0; at < 11; at += 1) await pass(10)
    expect(whats()).toEqual(['create'])
    for (let at = 0; at < 12; at += 1) await pass(10)
    expect(whats()).toEqual(['create', 'create'])
    for (let at = 0; at < 60; at += 1) await pass(60)
    expect(whats()).toEqual(['create', 'create'])
    expect((await service.handoffs.deadLetters(STAFF)).map(({ lastError }) => lastError)).toEqual(['unconfirmed'])
  },
)

test('429 to a new card: it was not taken, and it is sent again after the time that Teams asks for, not sooner', async () => {
  await open()
  teamsAnswers('create', [429, { error: { code: 'TooManyRequests' } }, { 'Retry-After': '90' }], MADE)
  await waiting()
  for (let at = 0; at < 17; at += 1) await pass(5)
  expect(whats()).toEqual(['create'])
  await pass(6)
  expect(whats()).toEqual(['create', 'create'])
})

test('a change of a card is made again after the time that Teams asks for, as often as it takes', async () => {
  await open()
  teamsAnswers('create', MADE)
  const busy: Answer = [429, {}, { 'Retry-After': '30' }]
  teamsAnswers('change', busy, busy, [503, {}], [200, { id: '1' }])
  const id = await waiting()
  await service.handoffs.accept(STAFF, id, 3)
  await service.worker.drain()
  await pass(29)
  expect(whats()).toEqual(['create', 'change'])
  await pass(2)
  await pass(29)
  expect(whats()).toEqual(['create', 'change', 'change'])
  for (let at = 0; at < 12; at += 1) await pass(10)
  expect(whats()).toEqual(['create', 'change', 'change', 'change', 'change'])
})

test('the bot was put out of the channel: it is told once, and nothing goes there any more', async () => {
  await open()
  teamsAnswers('create', [403, { error: { code: 'BotNotInConversationRoster' } }])
  await waiting()
  await pass(600)
  await waiting()
  expect([whats(), (await store.teams.bindings())[0]?.brokenAt]).toEqual([['create'], NOON])
})

test('after a restart the card that is there is changed, with a token of its own', async () => {
  await open()
  teamsAnswers('create', MADE)
  teamsAnswers('change', [200, { id: '1' }])
  const id = await waiting()
  await store.close()
  await open()
  await service.handoffs.accept(STAFF, id, 3)
  await service.worker.drain()
  expect([whats(), new Set(sent.map(({ bearer }) => bearer)).size]).toEqual([['create', 'change'], 2])
})

test('no token is given: nothing is sent, and it goes out once there is one', async () => {
  await open()
  nock.cleanAll()
  let asked = 0
  nock('https://login.microsoftonline.com')
    .persist()
    .post(/token$/)
    .query(true)
    .reply(() => {
      asked += 1
      return asked === 1 ? [503, {}] : [200, { token_type: 'Bearer', expires_in: 3600, access_token: 'late' }]
    })
  teamsAnswers('create', MADE)
  await waiting()
  for (let at = 0; at < 24; at += 1) await pass(10)
  expect(whats()).toEqual(['create'])
})
