// Every request of the desk goes through here: nobody in without a session, no form without its token, no failure with its words.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { element } from '../web/view/element'
import type { DeskCookies } from './cookies'
import { partsOf, staffPage, type Frame, type Shown } from './desk-page'
import { openPage, type View } from './staff-frame'
import type { News } from './news'
import { readForm } from '../web/read-form'
import { send } from './respond'
import { hasToken, type Session, type Sessions } from './sessions'
import type { Answer, Desk, DeskRoute } from './visit'

export interface Door {
  readonly desk: Desk
  readonly frame: Frame
  readonly sessions: Sessions
  readonly cookies: DeskCookies
  readonly headers: Readonly<Record<string, string>>
  readonly news: News
}

type Incoming = IncomingMessage & { readonly params?: unknown }

const HANDOFF_ID = /^[\w-]{22}$/

/** The session of a request; null for nobody, and for somebody of an organisation that has no desk here. */
export function sessionOf({ sessions, cookies }: Door, request: IncomingMessage): Session | null {
  const cookie = cookies.read(request, 'desk')
  return cookie === null ? null : sessions.find(cookie)
}

/** Whether the page's script asks, for the pieces of a page or for what a form came to. */
function isScript(request: IncomingMessage): boolean {
  return request.headers['x-desk'] === 'parts'
}

export function visitHandler(door: Door, route: DeskRoute): (request: Incoming, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    try {
      await handle(door, route, request, response)
    } catch (error) {
      const reference = door.desk.deps.log.failure('server', error)
      page(door, response, { title: door.desk.say('broken-title'), main: [door.desk.say('broken', { reference })], status: 500 })
    }
  }
}

async function handle(door: Door, route: DeskRoute, request: Incoming, response: ServerResponse): Promise<void> {
  const { desk, sessions, headers } = door
  const { say } = desk
  const session = sessionOf(door, request)
  const form = route.method === 'post' ? await readForm(request) : new URLSearchParams()
  if (session === null) {
    if (isScript(request)) return send(response, { status: 401, type: 'text/plain', body: say('ended-now'), headers })
    const location = door.cookies.read(request, 'desk') === null ? '/desk/sign-in' : '/desk/sign-in?ended=1'
    return send(response, { status: 303, type: 'text/plain', body: '', headers: { ...headers, Location: location } })
  }
  const organisation = desk.deps.organisations.find(({ id }) => id === session.staff.organisation)
  if (!organisation) throw new Error('A session of an organisation that has no desk')
  if (form === null) return page(door, response, { title: say('too-long-title'), main: [say('too-long')], status: 413 })
  if (route.method === 'post' && !isOwnForm(request, session, form)) {
    return page(door, response, { title: say('stale-title'), main: [say('stale')], status: 403 })
  }
  if (route.method === 'post' || !isScript(request)) sessions.touch(session)
  const { notice } = session
  if (!isScript(request)) session.notice = null
  const id = (request.params as Record<string, string> | undefined)?.['id'] ?? ''
  const since = door.news.latest(organisation.id)
  const answer = await route.answer({ session, organisation, id: HANDOFF_ID.test(id) ? id : '', form, notice })
  reply(door, { request, response, session }, { organisation: organisation.name, at: route.path, notice, since }, answer)
}

/** The token of the session; and where the browser says so, sent from our own page. `Origin` is no help: a page without referrer sends `null`. */
function isOwnForm(request: IncomingMessage, session: Session, form: URLSearchParams): boolean {
  const site = request.headers['sec-fetch-site']
  return (site === undefined || site === 'same-origin') && hasToken(session, form.get('csrf') ?? '')
}

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly session: Session
}

function reply(door: Door, asked: Asked, shown: Shown, answer: Answer): void {
  const { headers, frame, desk } = door
  const { response, session } = asked
  if (answer.kind === 'signed-out') return signOut(door, session, response)
  if (answer.kind === 'file') {
    const { name, type, body } = answer
    return send(response, { status: 200, type, body, headers: { ...headers, 'Content-Disposition': `attachment; filename="${name}"` } })
  }
  if (answer.kind === 'go' && !isScript(asked.request)) {
    session.notice = answer.notice
    return send(response, { status: 303, type: 'text/plain', body: '', headers: { ...headers, Location: answer.to } })
  }
  if (answer.kind === 'go') return json(door, response, { notice: answer.notice })
  const view: View =
    answer.kind === 'view' ? answer.view : { title: desk.say('not-found-title'), main: [desk.say('not-found')], status: 404 }
  if (isScript(asked.request)) return json(door, response, { parts: partsOf(view.main) }, view.status)
  const body = staffPage(frame, session, view, shown)
  send(response, { status: view.status ?? 200, type: 'text/html', body, headers })
}

/** The cookie goes with the session. */
function signOut(door: Door, session: Session, response: ServerResponse): void {
  const { say } = door.desk
  door.sessions.end(session)
  const again = element('p', {}, element('a', { href: '/desk/sign-in' }, say('sign-in-again')))
  page(door, response, { title: say('signed-out-title'), main: [say('signed-out'), again] }, { 'Set-Cookie': door.cookies.clear('desk') })
}

function json({ headers }: Door, response: ServerResponse, body: object, status = 200): void {
  send(response, { status, type: 'application/json', body: JSON.stringify(body), headers })
}

/** A page without anything of a session on it. */
export function page(
  { frame, headers }: Door,
  response: ServerResponse,
  view: View,
  extra: Readonly<Record<string, string | readonly string[]>> = {},
): void {
  send(response, {
    status: view.status ?? 200,
    type: 'text/html',
    body: openPage({ say: frame.say, style: frame.assets.style }, view),
    headers: { ...headers, ...extra },
  })
}
