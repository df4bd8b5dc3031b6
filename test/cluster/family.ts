// One page of a family behind the load balancer: posts until it is taken, and hears over a stream that it opens again wherever it breaks.
import { WebSocket } from 'ws'
import type { DirectLineActivity } from '../channels/page'

export interface Heard {
  readonly seq: number
  readonly activity: DirectLineActivity
}

const PAUSE = 100

export class Family {
  /** Everything that came over the streams, in the order in which it came. */
  readonly heard: Heard[] = []
  readonly taken: string[] = []
  retries = 0
  reconnects = -1
  private token = ''
  private conversation = ''
  private socket: WebSocket | null = null
  private isOver = false

  constructor(
    private readonly url: string,
    readonly name: string,
  ) {}

  async begin(council: string): Promise<void> {
    const made = await this.until('/api/directline/token', 'POST', { council })
    this.token = String(made['token'])
    const started = await this.until('/v3/directline/conversations', 'POST', {})
    this.conversation = String(started['conversationId'])
    this.listen(String(started['streamUrl']))
  }

  /** Sends until the service says that it has it, each time as the same message. */
  async say(text: string): Promise<void> {
    const channelData = { clientActivityID: `${this.name}-${this.taken.length}` }
    await this.until(`/v3/directline/conversations/${this.conversation}/activities`, 'POST', { type: 'message', text, channelData })
    this.taken.push(text)
  }

  /** Waits until the bot has answered everything that was said. */
  async answered(): Promise<void> {
    const of = (role: string): readonly DirectLineActivity[] =>
      this.heard.filter(({ activity }) => activity.from.role === role).map(({ activity }) => activity)
    // Turns run one after another: when the last message has its answer, every earlier one has.
    const isAnswered = (): boolean => {
      const last = of('user').at(-1)?.id
      return of('user').length >= this.taken.length && of('bot').some(({ replyToId }) => last === undefined || replyToId === last)
    }
    try {
      await waitFor(isAnswered)
    } catch {
      throw new Error(`${this.name} was not answered: ${await this.standing()}`)
    }
  }

  /** For a person who looks for what went wrong. */
  private async standing(): Promise<string> {
    const log = await this.log()
    const said = ({ id, from, text = '' }: DirectLineActivity): string => `${id.slice(-3)} ${from.role} ${text.slice(0, 30)}`
    const heard = this.heard.map(({ activity }) => said(activity))
    return JSON.stringify({ taken: this.taken, stream: this.socket?.readyState, reconnects: this.reconnects, log: log.map(said), heard })
  }

  /** The whole log, as the store has it. */
  async log(): Promise<readonly DirectLineActivity[]> {
    const { activities } = await this.until(`/v3/directline/conversations/${this.conversation}/activities?watermark=0`, 'GET')
    return activities as readonly DirectLineActivity[]
  }

  close(): void {
    this.isOver = true
    this.socket?.close()
  }

  private listen(streamUrl: string): void {
    // The address that an instance gives is its own; families reach all of them at one.
    const { pathname, search } = new URL(streamUrl)
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}${pathname}${search}`)
    this.socket = socket
    this.reconnects += 1
    socket.on('message', (data) => this.hear(String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => void this.again())
  }

  private hear(frame: string): void {
    const { activities } = JSON.parse(frame) as { activities: readonly DirectLineActivity[] }
    for (const activity of activities) {
      const seq = Number(activity.channelData?.['webchat:sequence-id'])
      if (activity.type !== 'typing') this.heard.push({ seq, activity })
    }
  }

  private async again(): Promise<void> {
    await pause()
    if (this.isOver) return
    const last = this.heard.at(-1)?.seq ?? 0
    const path = `/v3/directline/conversations/${this.conversation}?watermark=${last}`
    const again = await this.until(path, 'GET').catch(() => null)
    if (again && !this.isOver) this.listen(String(again['streamUrl']))
  }

  private async until(path: string, method: string, body?: object): Promise<Record<string, unknown>> {
    for (let tries = 0; tries < 600 && !this.isOver; tries += 1) {
      const answer = await ask(`${this.url}${path}`, method, this.token, body).catch(() => null)
      if (answer) return answer
      this.retries += 1
      await pause()
    }
    throw new Error(`${this.name} was not served in a minute`)
  }
}

/** Null where it was not served; whoever asks tries again. */
async function ask(url: string, method: string, token: string, body?: object): Promise<Record<string, unknown> | null> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const text = body ? { body: JSON.stringify(body) } : {}
  const response = await fetch(url, { method, headers, ...text, signal: AbortSignal.timeout(10_000) })
  const said = await response.text()
  if (response.status >= 500 || response.status === 429) return null
  if (!response.ok) throw new Error(`refused ${response.status}`)
  return JSON.parse(said) as Record<string, unknown>
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE * (0.5 + Math.random())))
}

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 900 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
  if (!isSo()) throw new Error('waited for too long')
}
