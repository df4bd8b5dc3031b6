// The editor's addresses on the server: nobody in without a session, no form without its token, no failure with its words.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import { readDeskAssets } from '../desk/assets'
import { openPage, type View } from '../desk/staff-frame'
import { guards, send } from '../desk/respond'
import { createSessions, hasToken, type Session } from '../desk/sessions'
import { createCookies } from '../web/cookies'
import { readForm } from '../web/read-form'
import type { EditorDeps } from './editor-deps'
import { editorPage, type Frame } from './editor-page'
import { editorWords } from './editor-words'
import { editorRoutes } from './routes'
import { linkPage, mountSignIn, type Door } from './sign-in'
import type { Answer, Editor, EditorRoute } from './visit'

type Incoming = IncomingMessage & { readonly params?: unknown }

/** Adds the editor's page under `/editor`. Throws when its words or its built style sheet are missing. */
export function mountEditor(server: Server, deps: EditorDeps): void {
  const pack = deps.editions.live
  const say = editorWords(pack)
  const { style } = readDeskAssets(deps.root)
  const frame: Frame = { say, style, councilName: (id) => pack.councils.get(id)?.name ?? id }
  const headers = guards(style)
  const door: Door = {
    deps,
    say,
    sessions: createSessions(deps.now),
    cookies: createCookies(deps.publicUrl?.startsWith('https:') ? 'https' : 'http', {
      editor: { path: '/editor', sameSite: 'Strict', seconds: 8 * 3600 },
      'editor-signing-in': { path: '/editor', sameSite: 'Lax', seconds: 600 },
    }),
    headers,
    page: (response, view, extra = {}) =>
      send(response, { status: view.status ?? 200, type: 'text/html', body: openPage(frame, view), headers: { ...headers, ...extra } }),
  }
  mountSignIn(server, door)
  for (const route of editorRoutes({ deps, say, pack } satisfies Editor)) {
    server[route.method](route.path, async (request: Incoming, response: ServerResponse) => {
      try {
        if (route.path === '/editor' && linkPage(door, request, response)) return
        await handle(door, frame, route, request, response)
      } catch (error) {
        const reference = deps.log.failure('server', error)
        door.page(response, { title: say('not-found-title'), main: [say('broken', { reference })], status: 500 })
      }
    })
  }
}

async function handle(door: Door, frame: Frame, route: EditorRoute, request: Incoming, response: ServerResponse): Promise<void> {
  const { say, sessions, cookies, headers } = door
  const cookie = cookies.read(request, 'editor')
  const session = cookie === null ? null : sessions.find(cookie)
  const form = route.method === 'post' ? await readForm(request) : new URLSearchParams()
  if (session === null) {
    const location = cookie === null ? '/editor/sign-in' : '/editor/sign-in?ended=1'
    return send(response, { status: 303, type: 'text/plain', body: '', headers: { ...headers, Location: location } })
  }
  if (form === null) return door.page(response, { title: say('not-found-title'), main: [say('too-long')], status: 413 })
  if (route.method === 'post' && !isOwnForm(request, session, form))
    return door.page(response, { title: say('not-found-title'), main: [say('stale')], status: 403 })
  sessions.touch(session)
  const { notice } = session
  session.notice = null
  const id = (request.params as Record<string, string> | undefined)?.['id'] ?? ''
  const answer = await route.answer({ session, id: /^[a-z0-9-]{1,60}$/.test(id) ? id : '', form })
  const at = route.path.replace(':id', id)
  reply(door, response, session, answer, (view) => editorPage(frame, session, view, { at, notice }))
}

/** The token of the session; and where the browser says so, sent from our own page. */
function isOwnForm(request: IncomingMessage, session: Session, form: URLSearchParams): boolean {
  const site = request.headers['sec-fetch-site']
  return (site === undefined || site === 'same-origin') && hasToken(session, form.get('csrf') ?? '')
}

function reply(door: Door, response: ServerResponse, session: Session, answer: Answer, show: (view: View) => string): void {
  const { headers, say } = door
  const html = (view: View): void => send(response, { status: view.status ?? 200, type: 'text/html', body: show(view), headers })
  switch (answer.kind) {
    case 'view':
      return html(answer.view)
    case 'not-found':
      return html({ title: say('not-found-title'), main: [say('not-found')], status: 404 })
    case 'go':
      session.notice = answer.notice
      return send(response, { status: 303, type: 'text/plain', body: '', headers: { ...headers, Location: answer.to } })
    case 'file':
      return send(response, {
        status: 200,
        type: 'text/plain',
        body: answer.body,
        headers: { ...headers, 'Content-Disposition': `attachment; filename="${answer.name}"` },
      })
    case 'signed-out':
      door.sessions.end(session)
      return door.page(response, { title: say('sign-out'), main: [say('signed-out')] }, { 'Set-Cookie': door.cookies.clear('editor') })
  }
}
