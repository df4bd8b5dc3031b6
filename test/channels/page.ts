// A page that talks Direct Line by hand, for tests.
import { WebSocket } from 'ws'

export interface DirectLineActivity {
  readonly id: string
  readonly type: string
  readonly text?: string
  readonly timestamp: string
  readonly from: { readonly id: string; readonly role: string }
  readonly replyToId?: string
  readonly channelData: Record<string, unknown>
  readonly value?: unknown
  readonly suggestedActions?: { readonly actions: readonly { readonly value: string }[] }
}

export interface Chat {
  readonly token: string
  readonly conversationId: string
  readonly userId: string
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

export async function call(url: string, method: string, token: string | null, body?: unknown): Promise<Answer> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(text === undefined ? {} : { body: text }),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

export async function newChat(url: string, council: string | null = null): Promise<Chat> {
  const answer = await call(`${url}/api/directline/token`, 'POST', null, { council })
  return JSON.parse(answer.text) as Chat
}

export async function start(url: string, chat: Chat): Promise<{ streamUrl: string; token: string }> {
  const answer = await call(`${url}/v3/directline/conversations`, 'POST', chat.token, { user: {} })
  return JSON.parse(answer.text) as { streamUrl: string; token: string }
}

export function post(url: string, chat: Chat, activity: object): Promise<Answer> {
  return call(`${url}/v3/directline/conversations/${chat.conversationId}/activities`, 'POST', chat.token, activity)
}

export function say(url: string, chat: Chat, text: string, clientActivityID: string = crypto.randomUUID()): Promise<Answer> {
  return post(url, chat, { type: 'message', text, from: { id: 'somebody else' }, channelData: { clientActivityID } })
}

export async function read(url: string, chat: Chat, watermark = ''): Promise<{ activities: DirectLineActivity[]; watermark: string }> {
  const answer = await call(
    `${url}/v3/directline/conversations/${chat.conversationId}/activities?watermark=${watermark}`,
    'GET',
    chat.token,
  )
  return JSON.parse(answer.text) as { activities: DirectLineActivity[]; watermark: string }
}

/** Asks again until what is there is enough, at most four seconds. */
export async function readUntil(
  url: string,
  chat: Chat,
  enough: (texts: (string | undefined)[]) => boolean,
): Promise<DirectLineActivity[]> {
  for (let tries = 0; tries < 80; tries += 1) {
    const { activities } = await read(url, chat)
    if (enough(activities.map(({ text }) => text))) return activities
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`not heard: ${JSON.stringify((await read(url, chat)).activities.map(({ text }) => text))}`)
}

export interface OpenStream {
  readonly heard: DirectLineActivity[]
  readonly closed: Promise<number>
  until(enough: (heard: readonly DirectLineActivity[]) => boolean): Promise<void>
  close(): void
}

export function openStream(streamUrl: string, headers: Record<string, string> = {}): Promise<OpenStream> {
  const socket = new WebSocket(streamUrl, { headers })
  const heard: DirectLineActivity[] = []
  socket.on('message', (data) => heard.push(...(JSON.parse(String(data)) as { activities: DirectLineActivity[] }).activities))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const until = async (enough: (heard: readonly DirectLineActivity[]) => boolean) => {
    for (let tries = 0; tries < 160 && !enough(heard); tries += 1) await new Promise((resolve) => setTimeout(resolve, 25))
    if (!enough(heard)) throw new Error(`not heard: ${JSON.stringify(heard.map(({ text }) => text))}`)
  }
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve({ heard, closed, until, close: () => socket.close() }))
    socket.on('unexpected-response', (_request, response) => reject(new Error(`refused ${response.statusCode}`)))
    socket.on('error', reject)
  })
}
