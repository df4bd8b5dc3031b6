// The paths of Direct Line, and which function answers each.
import type { Request, Server } from 'restify'
import { route, sendReply, type Reply } from '../http-reply'
import * as routes from './routes'
import type { RouteParts } from './routes'

const DIRECT_LINE = '/v3/directline'

export function mountRoutes(server: Server, parts: RouteParts): void {
  const answer = (run: (parts: RouteParts, request: Request) => Promise<Reply>) =>
    route(parts.log, 'direct-line', (request) => run(parts, request))
  server.post('/api/directline/token', answer(routes.newToken))
  server.post(`${DIRECT_LINE}/tokens/generate`, answer(routes.generateToken))
  server.post(`${DIRECT_LINE}/tokens/refresh`, answer(routes.refreshToken))
  server.post(`${DIRECT_LINE}/conversations`, answer(routes.startConversation))
  server.get(`${DIRECT_LINE}/conversations/:id`, answer(routes.reconnect))
  server.post(`${DIRECT_LINE}/conversations/:id/activities`, answer(routes.postActivity))
  server.get(`${DIRECT_LINE}/conversations/:id/activities`, answer(routes.getActivities))
  server.post(`${DIRECT_LINE}/conversations/:id/upload`, answer(routes.postUpload))
  server.get(`${DIRECT_LINE}/session/getsessionid`, answer(noSession))
  for (const path of [`${DIRECT_LINE}/*`, '/api/directline/token']) {
    server.opts(path, (_request, response, next) => {
      sendReply(response, { status: 204 })
      next()
    })
  }
}

async function noSession(): Promise<Reply> {
  return { status: 404, body: 'Nobody signs in here.' }
}
