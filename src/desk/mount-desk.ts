// The staff desk's addresses on the server.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandlerType, Response, Server } from 'restify'
import { readDeskAssets } from './assets'
import { caseRoutes } from './case-routes'
import { deskCookies } from './cookies'
import type { DeskDeps } from './desk-deps'
import { askedFields, deskWords } from './desk-words'
import { createStreams } from './events'
import { page, visitHandler, type Door } from './handle-visit'
import { createNews } from './news'
import { createOidcClient } from './oidc'
import { pageRoutes } from './page-routes'
import { guards, send } from './respond'
import { rightsRoutes } from './rights-routes'
import { createSessions } from './sessions'
import { linkPage, localSignInPage, mountLocalSignIn } from './sign-in-local'
import { BACK, mountOidcSignIn, oidcSignInPage } from './sign-in-oidc'
import { done, type Desk, type DeskRoute } from './visit'

export interface MountedDesk {
  /** Ends the streams of events, so that the server can stop. */
  close(): void
}

/** Adds the staff desk under `/desk`. Throws when its words or its built assets are missing. */
export function mountDesk(server: Server, deps: DeskDeps): MountedDesk {
  const say = deskWords(deps.pack)
  const assets = readDeskAssets(deps.root)
  const desk: Desk = { deps, say, fields: askedFields(deps.pack), pack: deps.pack, london: deps.london, now: deps.now }
  const news = createNews((organisation, onChange) => deps.handoffs.listen(organisation, onChange))
  const door: Door = {
    news,
    desk,
    frame: { say, assets },
    sessions: createSessions(deps.now),
    cookies: deskCookies(deps.publicUrl?.startsWith('https:') ? 'https' : 'http'),
    headers: guards(assets.style),
  }
  const streams = createStreams(door)
  mountSignIn(server, door)
  for (const route of deskRoutes(desk)) {
    const answer = visitHandler(door, route)
    server[route.method](route.path, route.path === '/desk' ? withLink(door, answer) : handler(answer))
  }
  server.get(
    '/desk/events',
    handler(async (request, response) => streams.open(request, response)),
  )
  server.get(
    '/desk/assets/*',
    handler(async (request, response) => {
      const isThere = request.url === assets.scriptPath
      send(response, {
        status: isThere ? 200 : 404,
        type: 'text/javascript',
        body: isThere ? assets.script : '',
        headers: { ...door.headers, ...(isThere ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}) },
      })
    }),
  )
  return {
    close: () => {
      streams.close()
      news.close()
    },
  }
}

/** Every page and form of somebody who is signed in. */
export function deskRoutes(desk: Desk): readonly DeskRoute[] {
  return [
    ...pageRoutes(desk),
    ...caseRoutes(desk),
    ...rightsRoutes(desk),
    { method: 'post', path: '/desk/sign-out', answer: async () => ({ kind: 'signed-out' }) },
    { method: 'post', path: '/desk/stay', answer: async () => done('/desk', desk.say('stayed')) },
  ]
}

type Answers = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function handler(answer: Answers): RequestHandlerType {
  return async (request: Request, response: Response) => answer(request, response)
}

/** `/desk?once=…` is the link that was printed at the start. */
function withLink(door: Door, answer: Answers): RequestHandlerType {
  const { signIn } = door.desk.deps
  return handler(async (request, response) => {
    const once = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('once')
    if (once === null || signIn.kind !== 'local') return answer(request, response)
    linkPage(door, signIn, request, response, once)
  })
}

function mountSignIn(server: Server, door: Door): void {
  const { say, deps } = door.desk
  const { signIn } = deps
  server.get(
    '/desk/sign-in',
    handler(async (request, response) => {
      const shown = signIn.kind === 'local' ? localSignInPage(door) : oidcSignInPage(door)
      const hasEnded = (request.url ?? '').endsWith('?ended=1')
      page(door, response, { ...shown, main: [...(hasEnded ? [say('ended-now')] : []), ...shown.main] })
    }),
  )
  if (signIn.kind === 'local') return mountLocalSignIn(server, door, signIn)
  if (deps.publicUrl === undefined) throw new Error('The identity provider needs PUBLIC_URL to send people back to')
  mountOidcSignIn(server, door, createOidcClient(signIn, `${deps.publicUrl}${BACK}`))
}
