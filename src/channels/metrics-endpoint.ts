// `GET /metrics`: the figures, for who knows the token; without a token for this machine only.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Server } from 'restify'
import type { Log } from '../log'
import { route } from './http-reply'
import { Refusal } from './refusal'
import { isLoopback } from './service-url'

export interface MetricsEndpointParts {
  readonly log: Log
  /** Null: only requests from this machine are answered. */
  readonly token: string | null
  readonly text: () => Promise<string>
  readonly contentType: string
}

export function createMetricsEndpoint({ log, token, text, contentType }: MetricsEndpointParts): { mount(server: Server): void } {
  const answer = route(log, 'server', async (request) => {
    const isAllowed = token === null ? isFromHere(request) : isToken(request.headers.authorization, token)
    if (!isAllowed)
      throw token === null ? new Refusal(404, 'unknown', 'There is nothing here.') : new Refusal(401, 'token', 'The token is wrong.')
    return { status: 200, body: await text(), headers: { 'content-type': contentType } }
  })
  return { mount: (server) => void server.get('/metrics', answer) }
}

/** Straight from this machine: what a proxy passes on comes from elsewhere. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
  return isLoopback(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined
}

function isToken(header: string | undefined, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`))
}
