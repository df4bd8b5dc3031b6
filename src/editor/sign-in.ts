// How an editor signs in: at the identity provider with a role of its own, or on this machine by the one-time link as a made-up editor.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import type { LocalSignIn } from '../desk/desk-deps'
import { hidden, type View } from '../desk/staff-frame'
import { createOidcClient, type OidcClient, type Underway } from '../desk/oidc'
import { send } from '../desk/respond'
import type { Sessions } from '../desk/sessions'
import { isHere, isOwnPage } from '../desk/sign-in-local'
import type { Cookies } from '../web/cookies'
import { readForm } from '../web/read-form'
import { element } from '../web/view/element'
import { EVERYTHING, type EditorDeps } from './editor-deps'
import { button, select } from './editor-page'
import type { EditorSay } from './editor-words'

export interface Door {
  readonly deps: EditorDeps
  readonly say: EditorSay
  readonly sessions: Sessions
  readonly cookies: Cookies<'editor' | 'editor-signing-in'>
  readonly headers: Readonly<Record<string, string>>
  /** A page without anything of a session on it. */
  readonly page: (response: ServerResponse, view: View, extra?: Readonly<Record<string, string | readonly string[]>>) => void
}

const BACK = '/editor/sign-in/back'
const LIFE_MS = 10 * 60_000
const MOST = 1_000
const WHO = ['first', 'second'] as const

export function mountSignIn(server: Server, door: Door): void {
  const { deps, say, page } = door
  const { signIn } = deps
  const local = [say('sign-in-local'), element('form', { method: 'post', action: '/editor/sign-in/print' }, button(say('sign-in-print')))]
  const start = element('p', {}, element('a', { href: '/editor/sign-in/start', class: 'button main' }, say('sign-in-button')))
  server.get('/editor/sign-in', async (request: IncomingMessage, response: ServerResponse) => {
    const ended = (request.url ?? '').endsWith('?ended=1') ? [say('ended')] : []
    page(response, { title: say('sign-in-title'), main: [...ended, ...(signIn.kind === 'local' ? local : [say('sign-in-oidc'), start])] })
  })
  if (signIn.kind === 'local') return mountLocal(server, door, signIn)
  if (deps.publicUrl === undefined) throw new Error('The identity provider needs PUBLIC_URL to send people back to')
  mountOidc(server, door, createOidcClient(signIn, `${deps.publicUrl}${BACK}`))
}

/** The page that the one-time link opens: `/editor?once=…`. False when the request is something else. */
export function linkPage({ deps, say, page }: Door, request: IncomingMessage, response: ServerResponse): boolean {
  const once = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('once')
  const { signIn, editions } = deps
  if (once === null || signIn.kind !== 'local') return false
  if (!isHere(request) || !signIn.links.isGood(once)) {
    page(response, { title: say('sign-in-title'), main: [say('link-expired')], status: 410 })
    return true
  }
  const councils = [...editions.live.councils.values()].map(({ id, name }) => [id, name] as const)
  const fields = [
    select('scope', say('sign-in-scope'), EVERYTHING, [[EVERYTHING, say('everything')], ...councils]),
    select(
      'who',
      say('sign-in-who'),
      'first',
      WHO.map((who) => [who, say(who)] as const),
    ),
  ]
  const form = element(
    'form',
    { method: 'post', action: '/editor/sign-in' },
    hidden('once', once),
    ...fields,
    button(say('sign-in-button'), 'main'),
  )
  page(response, { title: say('sign-in-title'), main: [form] })
  return true
}

function mountLocal(server: Server, { deps, say, sessions, cookies, headers, page }: Door, { links }: LocalSignIn): void {
  server.post('/editor/sign-in', async (request: IncomingMessage, response: ServerResponse) => {
    const form = await readForm(request)
    const scope = form?.get('scope') ?? ''
    const who = WHO.find((one) => one === form?.get('who'))
    const isScope = scope === EVERYTHING || deps.editions.live.councils.has(scope)
    if (!isHere(request) || !isScope || !who || !links.redeem(form?.get('once') ?? ''))
      return page(response, { title: say('sign-in-title'), main: [say('link-expired')], status: 410 })
    const cookie = sessions.begin({ id: `local-${who}`, name: say(who), organisation: scope })
    const to = { ...headers, 'Set-Cookie': cookies.write('editor', cookie), Location: '/editor' }
    send(response, { status: 303, type: 'text/plain', body: '', headers: to })
  })
  server.post('/editor/sign-in/print', async (request: IncomingMessage, response: ServerResponse) => {
    await readForm(request)
    if (isHere(request) && isOwnPage(request)) links.printAgain(`http://${request.headers.host ?? ''}`)
    page(response, { title: say('sign-in-title'), main: [say('sign-in-printed')] })
  })
}

function mountOidc(server: Server, door: Door, client: OidcClient): void {
  const { deps, say, cookies, headers, page } = door
  const underway = new Map<string, Underway & { readonly until: number }>()
  const failed = (response: ServerResponse, error: unknown): void =>
    page(response, { title: say('sign-in-title'), main: [say('failed', { reference: deps.log.failure('server', error) })], status: 503 })
  server.get('/editor/sign-in/start', async (_request: IncomingMessage, response: ServerResponse) => {
    try {
      const { to, underway: remembered } = await client.start()
      const cookie = randomBytes(32).toString('base64url')
      const [oldest] = underway.keys()
      if (underway.size >= MOST && oldest !== undefined) underway.delete(oldest)
      underway.set(cookie, { ...remembered, until: deps.now() + LIFE_MS })
      const away = { ...headers, 'Set-Cookie': cookies.write('editor-signing-in', cookie), Location: to }
      send(response, { status: 303, type: 'text/plain', body: '', headers: away })
    } catch (error) {
      failed(response, error)
    }
  })
  server.get(BACK, async (request: IncomingMessage, response: ServerResponse) => {
    const cookie = cookies.read(request, 'editor-signing-in') ?? ''
    const remembered = underway.get(cookie)
    underway.delete(cookie)
    try {
      await comeBack(door, client, response, { url: request.url ?? '', remembered })
    } catch (error) {
      failed(response, error)
    }
  })
}

interface Return {
  readonly url: string
  readonly remembered: (Underway & { readonly until: number }) | undefined
}

async function comeBack(door: Door, client: OidcClient, response: ServerResponse, { url, remembered }: Return): Promise<void> {
  const { deps, say, sessions, cookies, page } = door
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : ''
  const came = remembered && remembered.until > deps.now() ? await client.back(query, remembered) : null
  const isEditor = came?.kind === 'staff' && (came.staff.organisation === EVERYTHING || deps.base.councils.has(came.staff.organisation))
  if (!isEditor) {
    deps.log.event('refused', { status: 403, why: 'not-allowed' })
    return page(
      response,
      { title: say('sign-in-title'), main: [say('refused')], status: 403 },
      { 'Set-Cookie': cookies.clear('editor-signing-in') },
    )
  }
  const set = [cookies.write('editor', sessions.begin(came.staff)), cookies.clear('editor-signing-in')]
  // A redirect here would still count as caused by the identity provider's site, and the Strict cookie would not be sent with it.
  const go = element('p', {}, element('a', { href: '/editor', class: 'button main' }, say('signed-in-go')))
  page(response, { title: say('sign-in-title'), main: [go] }, { 'Set-Cookie': set, Refresh: '0; url=/editor' })
}
