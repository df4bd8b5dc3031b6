// At every address that the running service has: who shows a forged, expired, foreign or used pass is refused, plainly, and whoever shows the true one is not.
import { EVERYTHING } from '../../src/editor/editor-deps'
import type { OpenHandoffs } from '../../src/open-handoffs'
import { createEraseLinks } from '../../src/handoff/erase-link'
import { start, type Chat } from '../channels/page'
import type { Visitor } from '../desk/visitor'
import { ask, newChatFrom, notRefused, opens } from './ask'
import { CREDENTIALS, HeldService, MARK, METRICS, TOKEN_SECRET } from './hold-service'
import * as passes from './passes'
import type { Pass } from './passes'
import { logged } from './quiet-log'
import { routesOf, rowsOf } from './routes'

jest.setTimeout(60_000)

let mockOpened: OpenHandoffs | null = null
jest.mock('../../src/open-handoffs', () => {
  const actual = jest.requireActual<typeof import('../../src/open-handoffs')>('../../src/open-handoffs')
  return { ...actual, openHandoffs: (...given: Parameters<typeof actual.openHandoffs>) => (mockOpened = actual.openHandoffs(...given)) }
})
jest.mock('../../src/topic-finder', () => ({
  ...jest.requireActual<object>('../../src/topic-finder'),
  ...jest.requireActual<object>('./no-finder'),
}))
jest.mock('../../src/log', () => jest.requireActual<typeof import('./quiet-log')>('./quiet-log').quietLog())

const service = new HeldService()
let [mine, other] = [{}, {}] as [Chat, Chat]
let ticket: string
let [own, theirs, link] = ['', '', '']
let people: Record<'adviser' | 'colleague' | 'elsewhere' | 'editor' | 'second' | 'ofAnother', Visitor>
beforeAll(async () => {
  await service.start()
  if (!mockOpened) throw new Error('no handoffs were opened')
  const { handoffs } = mockOpened
  ;[mine, other] = [await service.chat(), await service.chat()]
  ticket = new URL((await start(service.url, mine)).streamUrl).searchParams.get('t') ?? ''
  ;[own, theirs] = [await service.sharedCase(handoffs, 'demo-sendiass'), await service.sharedCase(handoffs, 'demo-mediation')]
  link = createEraseLinks(TOKEN_SECRET).tokenFor(own)
  const desk = async (organisation: string) => service.signedIn('/desk', { organisation })
  const page = async (scope: string, who: string) => service.signedIn('/editor', { scope, who })
  people = {
    adviser: await desk('demo-sendiass'),
    colleague: await desk('demo-sendiass'),
    elsewhere: await desk('demo-mediation'),
    editor: await page(EVERYTHING, 'first'),
    second: await page(EVERYTHING, 'second'),
    ofAnother: await page('southend', 'first'),
  }
})
afterAll(() => service.stop())

test('each address of the running service has its row, and each row its address', () => {
  expect([...service.routes].sort()).toEqual(rowsOf('local'))
})

describe('a chat', () => {
  test('goes on with its own token only', async () => {
    expect(await notRefused(service, routesOf('chat'), passes.badChats(mine, ticket))).toEqual([])
    expect(await notRefused(service, routesOf('this-chat'), passes.badChatsHere(mine, other, ticket))).toEqual([])
    const good = { what: 'one’s own', headers: { authorization: `Bearer ${mine.token}` }, id: mine.conversationId }
    for (const route of [...routesOf('chat'), ...routesOf('this-chat')])
      expect(await ask(service, route, good)).toMatch(/^let in (200|400|415)$/)
  })

  test('its stream opens to its own ticket or token only, and from the site that began it', async () => {
    const bad = [...passes.badChatTokens(mine, 'x'), ['another chat’s token', other.token] as const]
    const to = (word: string, id = mine.conversationId): string =>
      `${service.url.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?t=${word}`
    for (const [what, word] of bad) await expect([what, await opens(to(word))]).toEqual([what, 403])
    expect(await opens(to(ticket, other.conversationId))).toBe(403)
    expect(await service.later(0.1, () => opens(to(ticket)))).toBe(403)
    expect(await opens(to(ticket), { origin: 'https://evil.example' })).toBe(403)
    const here = await newChatFrom(service, 'http://localhost:5000')
    expect(await opens(to(here.token, here.conversationId), { origin: 'http://localhost:6000' })).toBe(403)
    expect(await opens(to(here.token, here.conversationId), { origin: 'http://localhost:5000' })).toBe('open')
    expect([await opens(to(ticket)), await opens(to(mine.token))]).toEqual(['open', 'open'])
  })

  test('without a script: a page that holds no true pass shows nobody’s words', async () => {
    const page = async (token: string) => (await fetch(`${service.url}/chat`, { headers: { cookie: `chat=${token}` } })).text()
    const form = async (token: string) => {
      const body = new URLSearchParams({ text: 'hello', seen: '0' })
      const answer = await fetch(`${service.url}/chat`, { method: 'POST', body, redirect: 'manual', headers: { cookie: `chat=${token}` } })
      return `${answer.status} ${answer.headers.getSetCookie().join()} ${await answer.text()}`
    }
    for (const [what, token] of passes.badChatTokens(mine, ticket)) {
      expect([what, (await page(token)).includes(MARK)]).toEqual([what, false])
      expect([what, await form(token)]).toEqual([what, expect.stringMatching(/^200 chat=; (?!.*zebrafinch)/s)])
    }
    expect([await page(mine.token), await form(mine.token)]).toEqual([
      expect.stringContaining(MARK),
      expect.stringMatching(/^303 chat=\S{100}/),
    ])
  })
})

const ACCEPTED = { type: 'event', name: 'handoff.status', value: { state: 'accepted' } }

test('a case goes to the credential of its own receiver', async () => {
  expect(
    await notRefused(
      service,
      routesOf('receiver'),
      passes.badReceivers(own, theirs, mine).map((pass) => ({ ...pass, body: ACCEPTED })),
    ),
  ).toEqual([])
  const good = { what: 'its own', headers: { authorization: `Bearer ${CREDENTIALS['demo-sendiass']}` }, id: own, body: ACCEPTED }
  expect(await Promise.all(routesOf('receiver').map(async (route) => ask(service, route, good)))).toEqual(['let in 200', 'let in 204'])
})

test('the figures go to whoever knows their token', async () => {
  expect(await notRefused(service, routesOf('metrics'), passes.badFigures(mine))).toEqual([])
  expect(await ask(service, 'GET /metrics', { what: 'true', headers: { authorization: `Bearer ${METRICS}` } })).toBe('let in 200')
})

/** Forms about something that there is none of here. */
const NOTHING_THERE = /\/(?:take-back|undelivered)$/

describe.each(['desk', 'editor'] as const)('the %s', (name) => {
  const pages = routesOf(name).filter((route) => !route.endsWith('/sign-out'))
  const cases = routesOf(name === 'desk' ? 'desk-case' : 'editor-council')
  const of = () => (name === 'desk' ? ([people.adviser, people.colleague, people.elsewhere, own] as const) : ([people.editor, people.second, people.ofAnother, 'demo'] as const)) // prettier-ignore

  test('serves whoever is signed in there, by their own forms, and what is theirs', async () => {
    const [me, another, stranger, id] = of()
    const forms = [...pages, ...cases].filter((route) => route.startsWith('POST'))
    const here = (given: readonly Pass[]): readonly Pass[] => given.map((pass) => ({ ...pass, id }))
    expect(
      await notRefused(service, [...pages, ...cases, `POST /${name}/sign-out`], here(passes.badSessions(name, me, people.editor))),
    ).toEqual([])
    expect(await notRefused(service, [...forms, `POST /${name}/sign-out`], here(passes.badForms(name, me, another)))).toEqual([])
    expect(await notRefused(service, cases, [passes.passOf(name, stranger, id)])).toEqual([])
    const served = await Promise.all(
      pages.filter((route) => !NOTHING_THERE.test(route)).map(async (route) => ask(service, route, passes.passOf(name, me, id))),
    )
    expect(served.filter((came) => !/^(?:let in (?:200|303)|stream 200)$/.test(came))).toEqual([])
    for (const route of cases) expect(await ask(service, route, passes.passOf(name, me, id))).toMatch(/^let in (?:200|303|422)$/)
  })

  test('ends with signing out, and by itself', async () => {
    const [me, another, , id] = of()
    const late = passes.passOf(name, another, id)
    expect(await service.later(0.6, () => notRefused(service, pages.slice(0, 1), [late]))).toEqual([])
    expect(await ask(service, `POST /${name}/sign-out`, passes.passOf(name, me, id))).toBe('let in 200')
    expect(await notRefused(service, [...pages, ...cases], [passes.passOf(name, me, id), late])).toEqual([])
  })

  test('signs in by its own link, once, for ten minutes', async () => {
    const [route, fields] = [`POST /${name}/sign-in`, { organisation: 'demo-sendiass', scope: 'demo', who: 'first' }]
    const form = (link: string, what: string): Pass => ({ what, form: { ...fields, once: link.split('once=')[1] ?? '' } })
    const before = await service.link(`/${name}`)
    const good = await service.link(`/${name}`)
    const elsewhere = await service.link(name === 'desk' ? '/editor' : '/desk')
    const bad = [
      form('', 'nothing'),
      form('once=guess', 'a guess'),
      form(before, 'the link before'),
      form(elsewhere, 'the other page’s link'),
    ]
    expect(await notRefused(service, [route], bad)).toEqual([])
    expect(await service.later(0.2, () => notRefused(service, [route], [form(good, 'late')]))).toEqual([])
    expect(await ask(service, route, form(good, 'its own'))).toBe('let in 303')
    expect(await notRefused(service, [route], [form(good, 'used')])).toEqual([])
  })
})

test('what was shared is deleted by its own link, and is gone for it afterwards', async () => {
  expect(await notRefused(service, routesOf('erase-link'), passes.badEraseLinks(link, theirs, mine))).toEqual([])
  const came = async (method: string) => ask(service, `${method} /my-information/:token`, { what: 'its own', id: link })
  expect([await came('GET'), await came('POST'), await came('POST'), await came('GET')]).toEqual(Array(4).fill('let in 200'))
  expect(
    await notRefused(service, routesOf('receiver').slice(0, 1), [
      { what: 'after', headers: { authorization: `Bearer ${CREDENTIALS['demo-sendiass']}` }, id: own },
    ]),
  ).toEqual([])
})

test('none of it was a failure of ours, and no pass is in the log', () => {
  const log = logged.join('')
  expect(logged.filter((line) => line.includes('"failure"') || line.includes('"error"'))).toEqual([])
  for (const secret of [mine.token, ticket, link, METRICS, ...Object.values(CREDENTIALS)]) expect(log).not.toContain(secret)
})
