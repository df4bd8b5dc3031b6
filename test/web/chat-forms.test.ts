// Forms sent to the chat page over HTTP: who may send them, what is kept where, and what comes back when they are not taken.
import type { WebDeps } from '../../src/web/web-deps'
import { createServer } from 'restify'
import type { Server } from 'restify'
import { PERIODS } from '../../src/rules/retention'
import { readAssets } from '../../src/web/assets'
import { mountChat } from '../../src/web/chat-routes'
import type { FormChat, FormChats, FormOutcome, FormSaid } from '../../src/web/form-chats'
import { GREETING } from '../browser/site'
import { webStrings } from './web-strings'
import { builtClient } from '../built-client'
import { close, listen } from '../listen'

const CHAT: FormChat = {
  conversationId: 'c1',
  userId: 'dl_user',
  token: 'the-pass',
  expiresIn: 86_400,
  watermark: '3',
  activities: [
    { type: 'message', text: 'Hello <b>you</b>', from: { id: 'bot', role: 'bot' }, suggestedActions: { actions: [{ title: 'Old' }] } },
    { type: 'message', text: '<i>mine</i>', from: { id: 'dl_user', role: 'user' } },
    {
      type: 'message',
      text: 'And then?',
      from: { id: 'bot', role: 'bot' },
      suggestedActions: { actions: [{ title: 'New', value: 'New' }] },
    },
  ].map((activity) => JSON.stringify(activity)),
}

let server: Server
let url: string
let outcome: FormOutcome
let isAway = false
let heard: { pass: string | null; council: string | null; said: FormSaid }[]
const forms: FormChats = {
  say: async (_request, chat, said) => {
    heard.push({ ...chat, said })
    return outcome
  },
  read: async (pass) => (isAway ? 'away' : pass === 'the-pass' ? CHAT : null),
}

beforeAll(async () => {
  server = createServer({ name: 'forms' })
  const root = builtClient()
  const deps: WebDeps = {
    root,
    strings: webStrings(),
    language: 'en-GB',
    council: (id: string) => (id === 'demo' ? { id, name: 'Demonstration council' } : null),
    greeting: () => GREETING,
    frameAncestors: () => [],
    leaveTo: 'https://weather.example/',
    tokenUrl: '/api/directline/token',
    directLine: '/v3/directline',
    problems: { 'refuse-assess': 'They will not do an EHC needs assessment' },
    forms,
    publicUrl: null,
    periods: () => PERIODS,
    inLanguage: () => deps,
    chosen: null,
    deleting: webStrings().delete,
  }
  mountChat(server, { deps, assets: readAssets(root) })
  url = await listen(server)
})
afterAll(() => close(server))
beforeEach(() => {
  isAway = false
  heard = []
  outcome = { kind: 'said', pass: 'the-pass' }
})

const send = (fields: Record<string, string>, headers: Record<string, string> = {}, path = '/chat?council=demo') =>
  fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })

test('a choice is said, the chat is kept in a cookie, and the browser is sent on to the newest words', async () => {
  const response = await send({ text: 'half a thou', choice: 'I have a question', seen: '0' })
  expect(heard).toEqual([{ pass: null, council: 'demo', language: null, said: { text: 'I have a question', seen: '0', scriptId: null } }])
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/chat?council=demo#latest')
  expect(response.headers.get('set-cookie')).toBe('chat-demo=the-pass; Path=/chat; HttpOnly; SameSite=Strict')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test("the next form goes on with the cookie's chat; a script's own token goes before it", async () => {
  await send({ text: 'next', seen: '3' }, { cookie: 'other=1; chat-demo=the-pass' })
  await send({ text: 'next', seen: '3', chat: 'from-the-script', message: 'm1' }, { cookie: 'chat-demo=the-pass' })
  expect(heard.map(({ pass, said }) => [pass, said.scriptId])).toEqual([
    ['the-pass', null],
    ['from-the-script', 'm1'],
  ])
})

test.each([
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{ origin: 'https://evil.example' }],
  [{ origin: 'null' }],
])('a form that another page sent (%j) is not used', async (headers) => {
  const response = await send({ text: 'delete my information' }, headers)
  expect(response.status).toBe(403)
  expect(heard).toEqual([])
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(await response.text()).toContain('This did not come from our page')
})

test('nothing typed is nothing said', async () => {
  expect((await send({ text: '  ' })).status).toBe(303)
  expect(heard).toEqual([])
})

test('a chat that is over is said plainly, its cookie goes, and the words are back in the box', async () => {
  outcome = { kind: 'ended' }
  const response = await send({ text: '9 October & <more>' }, { cookie: 'chat-demo=old' })
  const html = await response.text()
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(html).toContain('Your earlier chat has ended')
  expect(html).toContain('9 October &amp; &lt;more&gt;</textarea>')
})

test('while the store is away: said plainly, with the way to an adviser, the cookie stays and the words are back in the box', async () => {
  outcome = { kind: 'away' }
  isAway = true
  const [sent, looked] = [await send({ text: 'my words' }, { cookie: 'chat-demo=the-pass' }), await fetch(`${url}/chat?council=demo`, { headers: { cookie: 'chat-demo=the-pass' } })] // prettier-ignore
  const pages = [await sent.text(), await looked.text()]
  expect([sent.status, looked.status]).toEqual([503, 503])
  for (const page of pages) expect(page).toContain('The chat cannot be reached at the moment.')
  for (const page of pages) expect(page).toContain('Your decision letter says how to contact a mediation adviser.')
  expect(pages[0]).toContain('my words</textarea>')
  expect([sent, looked].map(({ headers }) => [headers.get('set-cookie'), headers.get('cache-control')])).toEqual(
    Array(2).fill([null, 'no-store']),
  )
})

test('too many or too long: the chat stays on the page, and the words are back in the box', async () => {
  outcome = { kind: 'refused', status: 429 }
  const response = await send({ text: 'again' }, { cookie: 'chat-demo=the-pass' })
  const html = await response.text()
  expect(response.status).toBe(429)
  expect(html).toContain('And then?')
  expect(html).toContain('This could not be sent.')
  expect(html).toContain('again</textarea>')
  expect((await send({ text: 'x'.repeat(300_000) })).status).toBe(413)
})

test('a page with a conversation in it is kept by nobody; only the newest choices can be pressed; what was typed is text', async () => {
  const response = await fetch(`${url}/chat?council=demo`, { headers: { cookie: 'chat-demo=the-pass' } })
  const html = await response.text()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('value="New"')
  expect(html).not.toContain('value="Old"')
  expect(html).toContain('&lt;i&gt;mine&lt;/i&gt;')
  expect(html).toContain('&lt;b&gt;you&lt;/b&gt;')
  expect(html).toContain('id="latest"')
})

test("another council's page does not show it", async () => {
  const html = await (await fetch(`${url}/chat`, { headers: { cookie: 'chat-demo=the-pass' } })).text()
  expect(html).not.toContain('And then?')
})

test('a cookie that opens nothing any more is taken back with a word', async () => {
  const response = await fetch(`${url}/chat?council=demo`, { headers: { cookie: 'chat-demo=stale' } })
  expect(response.headers.get('set-cookie')).toContain('chat-demo=; Path=/chat')
  expect(await response.text()).toContain('Your earlier chat has ended')
})

test('leaving goes to the other page and takes every chat cookie back, but not at the wish of another site', async () => {
  const leave = (headers: Record<string, string>) =>
    fetch(`${url}/chat/leave`, { redirect: 'manual', headers: { cookie: 'chat-demo=the-pass; chat=b; desk=c', ...headers } })
  const own = await leave({ 'sec-fetch-site': 'same-origin' })
  expect(own.headers.get('location')).toBe('https://weather.example/')
  expect(own.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual(['chat-demo', 'chat'])
  expect((await leave({ 'sec-fetch-site': 'cross-site' })).headers.getSetCookie()).toEqual([])
})
