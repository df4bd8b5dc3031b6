// A small Direct Line whose answers are scripted and whose faults are ordered by the test; it remembers across a restart.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Request, Response, Server } from 'restify'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'

export interface FakeActivity {
  readonly type: string
  readonly text?: string
  readonly locale?: string
  readonly suggestedActions?: { readonly actions: readonly { readonly type: string; readonly title: string; readonly value: string }[] }
  readonly channelData?: Record<string, unknown>
}

export type Script = (text: string) => readonly FakeActivity[]

interface Logged extends FakeActivity {
  readonly id: string
  readonly timestamp: string
  readonly from: { readonly id: string; readonly role: string }
}

export class FakeDirectLine {
  /** How the next sockets behave; `deaf` ones open and never say anything. */
  sockets: 'normal' | 'refused' | 'deaf' = 'normal'
  /** Answers 503 to that many of the next requests of a kind. */
  readonly unavailable = { token: 0, start: 0, read: 0, post: 0 }
  readonly conversations = new Map<string, Logged[]>()
  readonly posted: string[] = []
  reads = 0
  private readonly expired = new Set<string>()
  private readonly open = new Set<{ readonly conversation: string; readonly socket: WebSocket; readonly deaf: boolean }>()

  constructor(
    private readonly greeting: FakeActivity,
    private readonly script: Script,
  ) {}

  mount(server: Server): void {
    const answers = (path: string, method: 'get' | 'post', answer: (req: Request, res: Response) => void) =>
      server[method](path, async (req: Request, res: Response) => answer(req, res))
    answers('/api/directline/token', 'post', (_req, res) => this.grant(res))
    answers('/v3/directline/tokens/refresh', 'post', (req, res) =>
      this.within(req, res, (id) => ({ conversationId: id, token: id, expires_in: 1800 })),
    )
    answers('/v3/directline/conversations', 'post', (req, res) => this.start(req, res))
    answers('/v3/directline/conversations/:id', 'get', (req, res) => this.within(req, res, (id) => this.joined(id, watermarkOf(req))))
    answers('/v3/directline/conversations/:id/activities', 'get', (req, res) => this.read(req, res))
    answers('/v3/directline/conversations/:id/activities', 'post', (req, res) => this.post(req, res))
    const sockets = new WebSocketServer({ noServer: true })
    server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (this.sockets === 'refused') socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      else sockets.handleUpgrade(req, socket, head, (ws) => this.stream(new URL(req.url ?? '', 'http://fake'), ws))
    })
  }

  expireAll(): void {
    for (const id of this.conversations.keys()) this.expired.add(id)
  }

  hangUp(): void {
    for (const { socket } of this.open) socket.terminate()
    this.open.clear()
  }

  /** Something that the bot says without being asked. */
  say(activity: FakeActivity): void {
    for (const id of this.conversations.keys()) this.append(id, 'bot', activity)
  }

  private grant(res: Response): void {
    if (this.unavailable.token-- > 0) return send(res, 503, {})
    this.unavailable.token = 0
    const id = `c${this.conversations.size + 1}`
    send(res, 200, { conversationId: id, token: id, expires_in: 1800, userId: 'dl_user' })
  }

  private start(req: Request, res: Response): void {
    if (this.unavailable.start-- > 0) return send(res, 503, {})
    this.unavailable.start = 0
    const id = tokenOf(req)
    if (!this.conversations.has(id)) {
      this.conversations.set(id, [])
      this.append(id, 'bot', this.greeting)
    }
    send(res, 201, this.joined(id, ''))
  }

  private joined(id: string, watermark: string): object {
    return {
      conversationId: id,
      token: id,
      expires_in: 1800,
      streamUrl: `/v3/directline/conversations/${id}/stream?watermark=${watermark}&t=${id}`,
    }
  }

  private read(req: Request, res: Response): void {
    this.reads += 1
    if (this.unavailable.read-- > 0) return send(res, 503, {})
    this.unavailable.read = 0
    this.within(req, res, (id) => this.since(id, watermarkOf(req)))
  }

  private post(req: Request, res: Response): void {
    if (this.unavailable.post-- > 0) return send(res, 503, {})
    this.unavailable.post = 0
    const activity = req.body as FakeActivity
    this.within(req, res, (id) => this.take(id, activity))
  }

  /** The same clientActivityID again is the same message. */
  private take(id: string, activity: FakeActivity): object {
    const key = activity.channelData?.['clientActivityID']
    const known = this.conversations.get(id)?.find(({ channelData }) => key !== undefined && channelData?.['clientActivityID'] === key)
    if (known) return { id: known.id }
    const text = activity.text ?? ''
    this.posted.push(text)
    const mine = this.append(id, 'user', activity)
    for (const reply of this.script(text)) this.append(id, 'bot', reply)
    return { id: mine.id }
  }

  private append(id: string, role: 'bot' | 'user', activity: FakeActivity): Logged {
    const log = this.conversations.get(id) ?? []
    const from = { id: role === 'bot' ? 'bot' : 'dl_user', role }
    const logged = { ...activity, id: `${id}|${String(log.length + 1).padStart(7, '0')}`, timestamp: new Date().toISOString(), from }
    log.push(logged)
    for (const { conversation, socket, deaf } of this.open) {
      if (conversation === id && !deaf) socket.send(JSON.stringify({ activities: [logged], watermark: String(log.length) }))
    }
    return logged
  }

  private since(id: string, watermark: string): { activities: readonly Logged[]; watermark: string } {
    const log = this.conversations.get(id) ?? []
    return { activities: log.slice(Number(watermark) || 0), watermark: String(log.length) }
  }

  private stream(url: URL, socket: WebSocket): void {
    const conversation = url.searchParams.get('t') ?? ''
    const entry = { conversation, socket, deaf: this.sockets === 'deaf' }
    this.open.add(entry)
    socket.on('close', () => this.open.delete(entry))
    const missed = this.since(conversation, url.searchParams.get('watermark') ?? '')
    if (!entry.deaf && missed.activities.length > 0) socket.send(JSON.stringify(missed))
  }

  private within(req: Request, res: Response, answer: (conversation: string) => object): void {
    const id = tokenOf(req)
    if (this.expired.has(id) || !this.conversations.has(id))
      return send(res, 403, { error: { code: 'TokenExpired', message: 'Token expired' } })
    send(res, 200, answer(id))
  }
}

function tokenOf(req: Request): string {
  return String(req.headers.authorization ?? '').replace('Bearer ', '')
}

function watermarkOf(req: Request): string {
  return new URL(String(req.url), 'http://fake').searchParams.get('watermark') ?? ''
}

function send(res: Response, status: number, body: object): void {
  res.send(status, body)
}
