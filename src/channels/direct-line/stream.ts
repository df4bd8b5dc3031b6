// The WebSocket over which a page receives: what it has missed first, then everything new, each once and in order.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { activitySet, type Stretch } from './history'
import type { Listener, Session } from './session'

const PAYLOAD_CAP = 4096
const BUFFER_CAP = 1024 * 1024
const CLOSE_RESTARTING = 1012
const CLOSE_TOO_SLOW = 1013
const CLOSE_TOO_MANY = 1008
/** One page needs one; a few more may still be closing after its connection changed. */
const STREAMS_A_CHAT = 8

export type ReadAfter = (session: Session, seq: number) => Promise<Stretch>

export class Streams {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: PAYLOAD_CAP,
    perMessageDeflate: false,
    clientTracking: false,
  })
  private readonly silent = new WeakSet<WebSocket>()
  private readonly open = new Map<WebSocket, Session>()

  constructor(private readonly readAfter: ReadAfter) {}

  get size(): number {
    return this.open.size
  }

  /** Takes over the connection and sends everything after `from`. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, session: Session, from: number): void {
    this.server.handleUpgrade(request, socket, head, (webSocket) => this.attach(webSocket, session, from))
  }

  /** Pings every open socket, and ends those that did not answer the last ping. */
  ping(now: number): void {
    for (const [socket, session] of this.open) {
      session.lastUsed = now
      if (this.silent.has(socket)) socket.terminate()
      else if (socket.readyState === socket.OPEN) {
        this.silent.add(socket)
        socket.ping()
      }
    }
  }

  closeAll(): void {
    for (const socket of this.open.keys()) socket.close(CLOSE_RESTARTING)
  }

  terminateAll(): void {
    for (const socket of this.open.keys()) socket.terminate()
  }

  private attach(socket: WebSocket, session: Session, from: number): void {
    const oldest = session.listeners.values().next().value
    if (session.listeners.size >= STREAMS_A_CHAT) oldest?.close(CLOSE_TOO_MANY)
    const feed = new Feed(socket, session, from, this.readAfter)
    session.listeners.add(feed)
    this.open.set(socket, session)
    socket.on('pong', () => this.silent.delete(socket))
    socket.on('message', () => this.silent.delete(socket))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      session.listeners.delete(feed)
      this.open.delete(socket)
    })
    void feed.catchUp()
  }
}

/** A person's message and the answer to it, where that follows at once, go in one frame: each frame is a call of its own into the system. */
class Feed implements Listener {
  private busy = false
  private missed = false
  private unsent: string[] = []
  private isDue = false

  constructor(
    private readonly socket: WebSocket,
    private readonly session: Session,
    private sent: number,
    private readonly readAfter: ReadAfter,
  ) {}

  offer(first: number, json: readonly string[]): void {
    if (this.busy) this.missed = true
    else if (first === this.sent + 1) this.send(json, first + json.length - 1)
    else if (first > this.sent) void this.catchUp()
  }

  look(last: number): void {
    if (last <= this.sent) return
    if (this.busy) this.missed = true
    else void this.catchUp()
  }

  passing(json: string): void {
    this.flush()
    this.transmit(`{"activities":[${json}]}`)
  }

  close(code: number): void {
    this.flush()
    this.socket.close(code)
  }

  async catchUp(): Promise<void> {
    this.busy = true
    try {
      let last = -1
      while (this.missed || last !== this.sent) {
        this.missed = false
        last = this.sent
        const { json, last: end } = await this.readAfter(this.session, this.sent)
        if (end > this.sent) this.send(json, end)
        this.flush()
      }
    } catch {
      this.socket.close(CLOSE_RESTARTING)
    } finally {
      this.busy = false
    }
  }

  private send(json: readonly string[], last: number): void {
    this.sent = last
    this.unsent.push(...json)
    // The first turn of the event loop is the store's, which commits what came together.
    if (!this.isDue) setImmediate(() => setImmediate(() => this.flush()))
    this.isDue = true
  }

  private flush(): void {
    if (!this.isDue) return
    const frame = activitySet(this.unsent, this.sent)
    this.unsent = []
    this.isDue = false
    this.transmit(frame)
  }

  private transmit(frame: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > BUFFER_CAP) this.socket.close(CLOSE_TOO_SLOW)
    else this.socket.send(frame)
  }
}
