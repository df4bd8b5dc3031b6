// Stands in for Teams: threads, messages that are changed, members of teams, and faults on demand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { close, listen } from '../../listen'

export interface Shown {
  readonly conversation: string
  readonly id: string
  activity: Said
  /** Before any change. */
  readonly first: Said
  /** How many times it was changed. */
  changes: number
}

export interface Said {
  readonly type: string
  readonly text?: string
  readonly summary?: string
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[]
}

export interface Card {
  readonly body: readonly { readonly inlines?: readonly { readonly text: string }[]; readonly text?: string }[]
  readonly actions: readonly {
    readonly type: string
    readonly verb?: string
    readonly data?: object
    readonly fallback?: { readonly data?: object }
  }[]
}

export interface Person {
  readonly id: string
  readonly aadObjectId: string
  name: string
  readonly givenName: string
  userPrincipalName: string
  userRole: string
  readonly tenantId: string
}

/** What happens to the next request of this kind: a status, a connection that breaks before or after it was done. */
export interface Fault {
  readonly on: 'create' | 'update' | 'members' | 'say'
  readonly how: { readonly status: number; readonly code?: string } | 'lost-before' | 'lost-after' | 'never-answered'
}

export class FakeTeams {
  readonly messages: Shown[] = []
  readonly requests: string[] = []
  readonly members = new Map<string, Person[]>()
  faults: Fault[] = []
  url = ''
  private count = 1000
  private readonly server = createServer((request, response) => void this.answer(request, response))

  async start(): Promise<this> {
    this.url = await listen(this.server)
    return this
  }

  async stop(): Promise<void> {
    await close(this.server)
  }

  /** Breaks every connection that waits for an answer. */
  hangUp(): void {
    this.server.closeAllConnections()
  }

  /** The cards in a channel, each as it stands now. */
  cards(channel: string): readonly Shown[] {
    return this.messages.filter(({ conversation, activity }) => conversation.startsWith(channel) && (activity.attachments ?? []).length > 0)
  }

  /** What was said as text. */
  texts(): readonly string[] {
    return this.messages.flatMap(({ activity }) => activity.text ?? [])
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as object) : {}
    const path = (request.url ?? '').split('/').filter(Boolean).map(decodeURIComponent)
    const kind = request.method === 'GET' ? 'members' : request.method === 'PUT' ? 'update' : path.length === 2 ? 'create' : 'say'
    this.requests.push(kind)
    const at = this.faults.findIndex(({ on }) => on === kind)
    const fault = at < 0 ? undefined : this.faults.splice(at, 1)[0]
    if (fault?.how === 'never-answered') return
    if (fault?.how === 'lost-before') return void request.socket.destroy()
    if (fault && typeof fault.how === 'object') return send(response, fault.how.status, { error: { code: fault.how.code ?? 'Fault' } })
    const [status, answer] = this.doIt(kind, path, body)
    if (fault?.how === 'lost-after') return void request.socket.destroy()
    send(response, status, answer)
  }

  private doIt(kind: string, path: readonly string[], body: object): readonly [number, object] {
    const [, , conversation = '', , id = ''] = path
    if (kind === 'members') {
      const member = this.members.get(conversation)?.find((person) => person.id === id)
      return member ? [200, member] : [404, { error: { code: 'MemberNotFoundInConversation' } }]
    }
    if (kind === 'update') {
      const shown = this.messages.find((one) => one.conversation === conversation && one.id === id)
      if (!shown) return [404, { error: { code: 'ActivityNotFoundInConversation' } }]
      shown.activity = body as Said
      shown.changes += 1
      return [200, { id }]
    }
    this.count += 1
    const made = String(this.count)
    if (kind === 'say') {
      this.messages.push({ conversation, id: made, activity: body as Said, first: body as Said, changes: 0 })
      return [200, { id: made }]
    }
    const { channelData, activity, members } = body as {
      channelData: { channel?: { id: string } }
      activity: Said
      members?: { id: string }[]
    }
    // The same chat for the same person, each time.
    if (!channelData.channel) return [201, { id: `a:${members?.[0]?.id ?? ''}` }]
    const thread = `${channelData.channel.id};messageid=${made}`
    this.messages.push({ conversation: thread, id: made, activity, first: activity, changes: 0 })
    return [201, { id: thread, activityId: made }]
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
