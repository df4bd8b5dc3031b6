// Sign-in at the identity provider: the way there and the way back.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import { element } from '../web/view/element'
import type { View } from './staff-frame'
import { page, type Door } from './handle-visit'
import type { OidcClient, Underway } from './oidc'
import { send } from './respond'

const LIFE_MS = 10 * 60_000
const MOST = 1_000
export const BACK = '/desk/sign-in/back'

export function oidcSignInPage({ desk: { say } }: Door): View {
  const start = element('a', { href: '/desk/sign-in/start', class: 'button main' }, say('sign-in-button'))
  return { title: say('sign-in-title'), main: [say('sign-in-oidc'), element('p', {}, start)] }
}

export function mountOidcSignIn(server: Server, door: Door, client: OidcClient): void {
  const underway = new Map<string, Underway & { readonly until: number }>()
  const { deps } = door.desk
  server.get('/desk/sign-in/start', async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const { to, underway: remembered } = await client.start((request.url ?? '').endsWith('?fresh=1') ? 'fresh' : 'usual')
      const cookie = randomBytes(32).toString('base64url')
      const [oldest] = underway.keys()
      if (underway.size >= MOST && oldest !== undefined) underway.delete(oldest)
      underway.set(cookie, { ...remembered, until: deps.now() + LIFE_MS })
      const headers = { ...door.headers, 'Set-Cookie': door.cookies.write('desk-signing-in', cookie), Location: to }
      send(response, { status: 303, type: 'text/plain', body: '', headers })
    } catch (error) {
      failed(door, response, error)
    }
  })
  server.get(BACK, async (request: IncomingMessage, response: ServerResponse) => {
    const cookie = door.cookies.read(request, 'desk-signing-in') ?? ''
    const remembered = underway.get(cookie)
    underway.delete(cookie)
    try {
      if (!remembered || remembered.until <= deps.now()) return refused(door, response, 'refused')
      await comeBack(door, client, request, response, remembered)
    } catch (error) {
      failed(door, response, error)
    }
  })
}

async function comeBack(
  door: Door,
  client: OidcClient,
  request: IncomingMessage,
  response: ServerResponse,
  remembered: Underway,
): Promise<void> {
  const url = request.url ?? ''
  const came = await client.back(url.includes('?') ? url.slice(url.indexOf('?')) : '', remembered)
  if (came.kind !== 'staff') return refused(door, response, came.kind === 'several' ? 'refused-several' : 'refused')
  if (!door.desk.deps.organisations.some(({ id }) => id === came.staff.organisation)) return refused(door, response, 'refused')
  const cookie = door.sessions.begin(came.staff)
  const { say } = door.desk
  // A redirect here would still count as caused by the identity provider's site, and the Strict cookie would not be sent with it.
  const on = {
    title: say('signed-in-title'),
    main: [element('p', {}, element('a', { href: '/desk', class: 'button main' }, say('signed-in-go')))],
  }
  const cookies = [door.cookies.write('desk', cookie), door.cookies.clear('desk-signing-in')]
  page(door, response, on, { 'Set-Cookie': cookies, Refresh: '0; url=/desk' })
}

function refused(door: Door, response: ServerResponse, word: 'refused' | 'refused-several'): void {
  const { say, deps } = door.desk
  deps.log.event('refused', { status: 403, why: 'not-allowed' })
  const again = element('p', {}, element('a', { href: '/desk/sign-in' }, say('sign-in-again')))
  page(
    door,
    response,
    { title: say('refused-title'), main: [say(word), again], status: 403 },
    { 'Set-Cookie': door.cookies.clear('desk-signing-in') },
  )
}

function failed(door: Door, response: ServerResponse, error: unknown): void {
  const { say, deps } = door.desk
  page(door, response, { title: say('failed-title'), main: [say('failed', { reference: deps.log.failure('server', error) })], status: 503 })
}
