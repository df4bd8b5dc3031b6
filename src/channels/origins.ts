// Which other sites' pages may talk to this server from their scripts. Chats are opened by token, not by cookie: this is a second lock.
import type { IncomingMessage } from 'node:http'
import type { Server } from 'restify'
import type { Config } from '../config'
import { isLoopback } from './service-url'

type OriginConfig = Pick<Config, 'PROFILE' | 'PUBLIC_URL' | 'ALLOWED_ORIGINS'>

const CHAT_PATHS = /^\/(v3|api)\/directline\//
const PREFLIGHT_SECONDS = '7200'

/** Whether a request may come from the page it says it comes from. Programs send no origin and are not pages. */
export function allowsOrigin(config: OriginConfig, request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (origin === config.PUBLIC_URL || config.ALLOWED_ORIGINS.includes(origin)) return true
  if (!URL.canParse(origin)) return origin === 'null' && config.PROFILE === 'local'
  const from = new URL(origin)
  return from.host === host || (config.PROFILE === 'local' && isLoopback(from.hostname))
}

/** The site of the page that asks; null for programs, and for pages that browsers give no name. */
export function siteOf({ headers: { origin } }: IncomingMessage): string | null {
  return origin === undefined || origin === 'null' ? null : origin
}

/** A chat that one site's page began goes on from no other's, also where its token got there. */
export function isItsSite({ origin }: { readonly origin: string | null }, { headers }: IncomingMessage): boolean {
  return origin === null || headers.origin === undefined || headers.origin === origin
}

/** Lets the pages of allowed sites read answers and send the headers that Direct Line clients send. */
export function allowOrigins(server: Server, config: OriginConfig): void {
  server.pre((request, response, next) => {
    const { origin } = request.headers
    if (origin !== undefined && CHAT_PATHS.test(request.url ?? '')) {
      response.setHeader('vary', 'Origin')
      if (allowsOrigin(config, request)) allow(origin, response)
    }
    next()
  })
}

function allow(origin: string, response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
  response.setHeader('access-control-allow-headers', 'authorization, content-type, x-ms-bot-agent, x-requested-with')
  response.setHeader('access-control-max-age', PREFLIGHT_SECONDS)
}
