// Every address of the service, asked by somebody who means no good: whatever comes, the answer is no failure of ours.
import { day } from '../holidays'
import { Agent } from 'node:http'
import fc from 'fast-check'
import { createHandoffEndpoint } from '../../src/channels/handoff-endpoint'
import { createMetricsEndpoint } from '../../src/channels/metrics-endpoint'
import type { Config } from '../../src/config'
import { mountEditor } from '../../src/editor/mount-editor'
import { mountSecurityTxt } from '../../src/web/security-txt'
import { londonMoment, londonNow } from '../../src/clock'
import { loadPack } from '../../src/content/load'
import { mountDesk } from '../../src/desk/mount-desk'
import { createOneTimeLinks } from '../../src/desk/one-time-links'
import { openMyInformation } from '../../src/open-my-information'
import { contentDir } from '../../src/project-root'
import { PERIODS } from '../../src/rules/retention'
import { mountWeb } from '../../src/web/mount'
import { webDeps } from '../../src/web-deps'
import { newChat, start } from '../channels/page'
import { startTestServer, type TestServer } from '../channels/test-server'
import { Visitor } from '../desk/visitor'
import { EditorSite } from '../editor/editor-site'
import { FakeHandoffs } from '../desk/fake-handoffs'
import { anyActivity, anyText, anyValue } from './inputs'
import { PATHS } from './paths'
import { send, type Asked } from './send'
import { builtClient } from '../built-client'

/** What a header may hold at all. */
const header = anyText.map((text) =>
  text
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 400),
)
const inPath = anyText.map((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')).slice(0, 300))
const body = fc.oneof(
  anyActivity.map((one) => JSON.stringify(one)),
  anyValue.map((one) => JSON.stringify(one) ?? ''),
  anyText,
  anyText.map((text) => new URLSearchParams({ text, csrf: text, reference: text, once: text, organisation: text, on: text }).toString()),
)

/** `good`: a session, a token or a form of somebody who may. */
export interface Asking {
  readonly path: string
  readonly method: string
  readonly body: string
  readonly type: string
  readonly pass: 'good' | 'none' | 'spoilt'
  readonly spoilt: string
  readonly id: string
  readonly query: string
}

export const anyAsking: fc.Arbitrary<Asking> = fc.record({
  path: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PATHS) }, { weight: 1, arbitrary: inPath.map((text) => `/${text}`) }),
  method: fc.constantFrom('GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'),
  body,
  type: fc.oneof(
    fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'),
    header,
  ),
  pass: fc.constantFrom('good', 'none', 'spoilt'),
  spoilt: header,
  id: fc.oneof(fc.constantFrom('n'.repeat(22), 'A'.repeat(44)), inPath),
  query: fc.oneof(
    fc.constant(''),
    inPath.map((text) => `?once=${text}`),
    inPath.map((text) => `?watermark=${text}`),
    inPath.map((text) => `?council=${text}`),
  ),
})

export interface FuzzedService {
  /** The status; 0 when the connection was closed without one. */
  ask(asking: Asking): Promise<number>
  /** What its tests would look at afterwards: lines of the log, who opened what. */
  forget(): void
  /** The addresses that it serves: `/desk/case/:id`. */
  readonly routes: readonly string[]
  stop(): Promise<void>
}

export async function startFuzzedService(): Promise<FuzzedService> {
  const pack = loadPack(contentDir)
  const handoffs = new FakeHandoffs(Date.now)
  const theirs = handoffs.add(1)
  const links = createOneTimeLinks(Date.now, () => undefined)
  const editor = new EditorSite()
  editor.at = Date.now()
  const NO_FORMS = { say: async () => ({ kind: 'ended' }) as const, read: async () => null }
  const server: TestServer = await startTestServer({
    env: { CHATS_PER_MINUTE: '100000', MESSAGES_PER_MINUTE: '100000', COUNCIL_MESSAGES_PER_MINUTE: '1000000' },
    bot: async () => undefined,
    mount: (restify) => {
      const root = builtClient()
      const log = { ...serverLog }
      mountWeb(
        restify,
        webDeps({ config: serverConfig(), pack, root, forms: NO_FORMS, periods: () => PERIODS, today: () => day('2026-11-22') }),
      )
      mountDesk(restify, {
        root,
        handoffs,
        pack,
        log,
        now: Date.now,
        london: (moment) => londonNow(new Date(moment)),
        moment: londonMoment,
        publicUrl: undefined,
        organisations: [{ id: 'mediation', name: 'Northshire Mediation', hours: null }],
        signIn: { kind: 'local', links },
      })
      createHandoffEndpoint({ log, readCase: async () => ({ kind: 'unknown' }), hubStatus: async () => 'unknown' }).mount(restify)
      const holding = { statusOf: async () => null, withdraw: async () => true }
      mountEditor(restify, { ...editor.deps(), now: Date.now, log })
      createMetricsEndpoint({ log, token: 'the token of the figures', text: async () => '', contentType: 'text/plain' }).mount(restify)
      mountSecurityTxt(restify, 'mailto:security@council.example')
      openMyInformation({ config: serverConfig(), pack, handoffs: holding, log, publicUrl: () => '' }).mount(restify)
    },
  })
  const chat = await newChat(server.url)
  await start(server.url, chat)
  const desk = await signIn(server.url, '/desk', links.make(server.url))
  const page = await signIn(server.url, '/editor', editor.links.make(server.url))
  const passes = {
    token: chat.token,
    chat: chat.conversationId,
    cookie: `${desk.cookie}; ${page.cookie}`,
    desk: desk.csrf,
    editor: page.csrf,
    theirs,
  }
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    forget: () => {
      server.logged.length = 0
      handoffs.opened.length = 0
    },
    routes: Object.values(server.edge.restify.router.getRoutes()).map(({ path }) => String(path)),
    ask: async (asking) => send(agent, server.url, asked(asking, passes)),
    stop: async () => {
      agent.destroy()
      await server.stop()
    },
  }
}

const failures: string[] = []
const serverLog = {
  event: () => undefined,
  failure: (_place: string, error: unknown) => {
    failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return '1'
  },
  hashed: (id: string) => id as never,
}

function serverConfig(): Config {
  return { TOKEN_SECRET: 't'.repeat(32), ALLOWED_ORIGINS: [] } as unknown as Config
}

async function signIn(url: string, page: '/desk' | '/editor', link: string): Promise<{ cookie: string; csrf: string }> {
  const visitor = new Visitor(url)
  await visitor.get(link.slice(url.length))
  await visitor.press(`${page}/sign-in`, { organisation: 'mediation', scope: 'southend', who: 'first' })
  const [name, value] = [...visitor.cookies][0] ?? []
  return { cookie: `${name}=${value}`, csrf: visitor.csrf }
}

interface Passes {
  readonly token: string
  readonly chat: string
  readonly cookie: string
  readonly desk: string
  readonly editor: string
  readonly theirs: string
}

function asked({ path, method, body: given, type, pass, spoilt, id, query }: Asking, passes: Passes): Asked {
  const [isGood, isEditor] = [pass === 'good', path.startsWith('/editor')]
  // Signing out would end the session of all that come after.
  const to = (path + query).replace('CHAT', isGood ? passes.chat : id).replace('ID', isGood ? (isEditor ? 'southend' : passes.theirs) : id)
  const headers: Record<string, string> = type === '' ? {} : { 'content-type': type }
  if (pass !== 'none') headers['authorization'] = `Bearer ${isGood ? passes.token : spoilt}`
  if (pass !== 'none') headers['cookie'] = isGood ? passes.cookie : `desk=${spoilt}; chat=${spoilt}; editor=${spoilt}`
  const isForm = type === 'application/x-www-form-urlencoded' && isGood
  return {
    method,
    path: to,
    headers,
    body: method === 'GET' || method === 'HEAD' ? '' : isForm ? `csrf=${isEditor ? passes.editor : passes.desk}&${given}` : given,
  }
}

export { failures }
