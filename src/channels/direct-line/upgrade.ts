// Who may open a conversation's stream: the holder of its ticket, from a page that may talk to us.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Config } from '../../config'
import type { Log } from '../../log'
import { allowsOrigin, isItsSite } from '../origins'
import { Refusal } from '../refusal'
import { refuseUpgrade } from '../refuse-upgrade'
import { readWatermark } from './routes'
import type { Session } from './session'
import type { Sessions } from './sessions'
import type { Streams } from './stream'
import type { ChatClaims, Tokens } from './tokens'
import type { Turns } from './turns'

export interface UpgradeParts {
  readonly config: Config
  readonly tokens: Tokens
  readonly sessions: Sessions
  readonly streams: Streams
  readonly turns: Turns
  readonly log: Log
}

/** True when the path is a stream of ours, whether it was opened or refused. */
export function takeUpgrade(parts: UpgradeParts, request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
  const url = URL.canParse(request.url ?? '', 'http://localhost') ? new URL(request.url ?? '', 'http://localhost') : null
  const id = /^\/v3\/directline\/conversations\/([\w-]+)\/stream$/.exec(url?.pathname ?? '')?.[1]
  if (!url || !id) return false
  socket.on('error', () => socket.destroy())
  open(parts, request, url, id)
    .then(({ session, from }) => parts.streams.accept(request, socket, head, session, from))
    .catch((error: unknown) => {
      if (error instanceof Refusal) parts.log.event('refused', { status: error.status, why: error.why })
      else parts.log.failure('stream', error)
      refuseUpgrade(socket, error instanceof Refusal ? error.status : 500)
    })
  return true
}

async function open(parts: UpgradeParts, request: IncomingMessage, url: URL, id: string): Promise<{ session: Session; from: number }> {
  if (!allowsOrigin(parts.config, request)) throw new Refusal(403, 'not-allowed', 'Forbidden')
  const from = readWatermark(url.searchParams.get('watermark'))
  const session = await sessionOf(parts, url.searchParams.get('t') ?? '', id)
  if (!isItsSite(session.claims, request)) throw new Refusal(403, 'token', 'Forbidden')
  return { session, from }
}

async function sessionOf(parts: UpgradeParts, word: string, id: string): Promise<Session> {
  const ticket = parts.tokens.readTicket(word)
  if (ticket?.conversation !== id) return byClaims(parts, parts.tokens.verify(word), id)
  const session = parts.sessions.get(id) ?? (ticket.claims ? await byClaims(parts, ticket.claims, id) : null)
  if (!session) throw new Refusal(403, 'token', 'Forbidden')
  return session
}

/** The chat's own token opens the stream too, for clients that put it there. */
async function byClaims(parts: UpgradeParts, claims: ChatClaims, id: string): Promise<Session> {
  if (claims.conversation !== id) throw new Refusal(403, 'token', 'Forbidden')
  const { session } = await parts.sessions.open(claims)
  if (!session.recovered) parts.turns.answer(session)
  return session
}
