// Server-sent events of the desk: only which handoff changed. The page then reads its part again, with its own permission.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sessionOf, type Door } from './handle-visit'
import type { NewsItem } from './news'
import { send } from './respond'
import type { Session } from './sessions'

const BEAT_MS = 15_000
const WARN_MS = 2 * 60_000
const RETRY_MS = 2_000
/** For one session: a desk in a few windows, not a flood of them. */
const MOST_OPEN = 12

export interface Streams {
  open(request: IncomingMessage, response: ServerResponse): void
  /** Ends every stream; pages try again by themselves. */
  close(): void
}

export function createStreams(door: Door): Streams {
  const open = new Map<ServerResponse, Session>()
  return {
    open: (request, response) => {
      const session = sessionOf(door, request)
      if (session === null)
        return send(response, { status: 401, type: 'text/plain', body: door.desk.say('ended-now'), headers: door.headers })
      const mine = [...open].filter(([, one]) => one === session)
      if (mine.length >= MOST_OPEN) mine[0]?.[0].end()
      open.set(response, session)
      response.once('close', () => open.delete(response))
      follow(door, session, request, response)
    },
    close: () => {
      for (const response of open.keys()) response.end()
    },
  }
}

function follow(door: Door, session: Session, request: IncomingMessage, response: ServerResponse): void {
  const { organisation } = session.staff
  const { news } = door
  response.writeHead(200, { ...door.headers, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
  response.write(`retry: ${RETRY_MS}\n\n`)
  const tell = ({ id, handoff }: NewsItem): void =>
    void response.write(`id: ${id}\nevent: change\ndata: ${JSON.stringify({ handoff })}\n\n`)
  const missed = news.since(organisation, lastEventId(request))
  if (missed.kind === 'all') response.write(`id: ${missed.last}\nevent: all\ndata: {}\n\n`)
  else missed.news.forEach(tell)
  const unfollow = news.follow(organisation, tell)
  const leave = door.desk.deps.handoffs.present(organisation)
  const beat = setInterval(() => pulse(door, session, response), BEAT_MS)
  beat.unref()
  response.once('close', () => {
    clearInterval(beat)
    unfollow()
    leave()
  })
}

/** Keeps the connection, and tells the page when the session is about to end or has ended. */
function pulse({ sessions }: Door, session: Session, response: ServerResponse): void {
  const left = sessions.left(session)
  if (left === 0) return void response.end('event: ended\ndata: {}\n\n')
  response.write(left <= WARN_MS ? 'event: ending\ndata: {}\n\n' : ': still here\n\n')
}

/** What the browser sends on its own when it comes back; the first time, what the page was read at. */
function lastEventId(request: IncomingMessage): string | null {
  const id = request.headers['last-event-id'] ?? new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('since')
  return typeof id === 'string' && id !== '' ? id.slice(0, 60) : null
}
