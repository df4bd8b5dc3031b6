// The HTTP server: caps, headers that every answer carries, plain answers to what nobody serves, health, and a stop that drains.
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createRestify, type Response, type Server } from 'restify'
import type { Config } from '../config'
import type { Log } from '../log'
import { sendReply } from './http-reply'
import { allowOrigins } from './origins'
import { refuseUpgrade } from './refuse-upgrade'

export interface ServerParts {
  readonly config: Config
  readonly log: Log
  /** What answers which path; called in this order. */
  readonly mounts: readonly ((server: Server) => void)[]
  /** Asked in this order; true from the first that takes (or refuses) the upgrade. */
  readonly upgrades: readonly ((request: IncomingMessage, socket: Duplex, head: Buffer) => boolean)[]
}

export interface EdgeServer {
  readonly restify: Server
  /** Starts listening; gives the address, e.g. `http://127.0.0.1:3978`. Rejects with PortTaken when it may not listen there. */
  listen(): Promise<string>
  /** No new connections; resolves when the last request has been answered. */
  close(): Promise<void>
}

export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

export function createServer(parts: ServerParts): EdgeServer {
  const restify = createRestify({ name: '', ignoreTrailingSlash: true })
  restify.server.requestTimeout = 60_000
  restify.server.headersTimeout = 20_000
  // Node's five seconds end while clients and proxies still use the connection: what they send just then is lost. Most proxies keep one for a minute.
  restify.server.keepAliveTimeout = 75_000
  // Some clients (curl --http2, Java) offer HTTP/2 with every plain request; without this they would be refused instead of answered.
  Object.assign(restify.server, { shouldUpgradeCallback: wantsWebSocket })
  restify.pre(refuseBrokenAddress)
  restify.pre(secureHeaders(parts.config))
  allowOrigins(restify, parts.config)
  for (const mount of parts.mounts) mount(restify)
  answerPlainly(restify, parts.log)
  restify.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node takes its own listener away here: a connection that breaks off would end the process.
    socket.on('error', () => socket.destroy())
    if (!parts.upgrades.some((take) => take(request, socket, head))) refuseUpgrade(socket, 404)
  })
  return { restify, listen: () => listen(restify, parts.config), close: () => close(restify) }
}

function wantsWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket'
}

/** restify reads the address with the Host header in it, and throws where nobody catches it when that is no host. */
const refuseBrokenAddress: Parameters<Server['pre']>[0] = (request, response, next) => {
  try {
    request.getUrl()
    next()
  } catch {
    sendReply(response, { status: 400, body: SAID[400] ?? '' })
    next(false)
  }
}

function secureHeaders(config: Config): Parameters<Server['pre']>[0] {
  const isPublic = config.PUBLIC_URL?.startsWith('https:') ?? false
  return (_request, response, next) => {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    if (isPublic) response.setHeader('strict-transport-security', 'max-age=31536000')
    next()
  }
}

/** What restify itself would answer with JSON and, for a failure, with the error's words. */
function answerPlainly(server: Server, log: Log): void {
  server.on('restifyError', (_request: unknown, response: Response, error: { statusCode?: number }, done: () => void) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.failure('server', error)
    response.sendRaw(status, SAID[status] ?? 'This did not work.', {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
    done()
  })
}

const SAID: Readonly<Record<number, string>> = {
  400: 'The request is not understood.',
  404: 'There is nothing here.',
  405: 'This cannot be done here.',
  500: 'Something went wrong on our side.',
}

const NOT_HERE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken. Set PORT to another number, or stop what is listening there.',
  EACCES: 'may not be used by this account. Set PORT to a number above 1023.',
  EADDRNOTAVAIL: 'is not an address of this machine. Set HOST to one that is, or to 0.0.0.0 for all.',
  ENOTFOUND: 'is not an address of this machine. Set HOST to one that is, or to 0.0.0.0 for all.',
}

function listen(server: Server, config: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = NOT_HERE[error.code ?? '']
      reject(why === undefined ? error : new PortTaken(`Port ${config.PORT} on ${config.HOST} ${why}`))
    })
    server.listen(config.PORT, config.HOST, () => {
      const { address, family, port } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}`)
    })
  })
}

/** A kept-alive connection without a request would hold `close` up for ever: those are closed as they fall idle. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(idle)
      resolve()
    })
    server.server.closeIdleConnections()
  })
}
