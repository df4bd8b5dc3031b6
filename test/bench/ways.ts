// The ways a turn goes in and its replies come out: replies in the response, replies over HTTP as channels send them, and our own Direct Line.
import { randomUUID } from 'node:crypto'
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'

/** Opens a conversation and gives what says something in it and resolves when that is answered. */
export type Dispatch = () => Promise<(text: string) => Promise<void>>

const agent = new Agent({ keepAlive: true, maxSockets: 512 })
let conversations = 0

/** `POST /api/messages` with `expectReplies`: the replies are in the response. */
export function inTheResponse(url: string): Dispatch {
  return async () => {
    const conversation = `bench-${process.pid}-${(conversations += 1)}`
    let turn = 0
    return async (text) => {
      turn += 1
      const activity = { ...message(conversation, turn, text), serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' }
      const answer = await post(`${url}/api/messages`, activity)
      if (!answer.includes('"activities":[{')) throw new Error('no reply')
    }
  }
}

/** `POST /api/messages`, and each reply by a request of its own to the channel, here a small server that takes it. */
export async function overHttp(url: string): Promise<{ dispatch: Dispatch; close: () => void }> {
  const channel: Server = createServer((incoming, response) => {
    incoming.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{"id":"1"}'))
  })
  await new Promise<void>((resolve) => channel.listen(0, '127.0.0.1', resolve))
  const serviceUrl = `http://127.0.0.1:${(channel.address() as AddressInfo).port}`
  const dispatch: Dispatch = async () => {
    const conversation = `bench-${process.pid}-${(conversations += 1)}`
    let turn = 0
    return async (text) => {
      turn += 1
      await post(`${url}/api/messages`, { ...message(conversation, turn, text), serviceUrl })
    }
  }
  const close = (): void => {
    channel.closeAllConnections()
    channel.close()
  }
  return { dispatch, close }
}

/** Our own Direct Line, with the replies over its stream. */
export function directLine(url: string): Dispatch {
  return async () => (await openChat(url)).say
}

/** A chat that a page holds open. */
export interface OpenChat {
  /** Resolves when the bot has answered; rejects when it was not taken, or not answered within 30 seconds. */
  readonly say: (text: string) => Promise<void>
  readonly close: () => void
}

/** Milliseconds. */
const PATIENCE = 30_000
/** What is only passing (typing) has no place in the log, and so no watermark. */
const ANSWER = /"role":"bot".*"watermark"/s

/** Begins a chat and waits for the greeting. */
export async function openChat(url: string, council = 'demo'): Promise<OpenChat> {
  const { token, conversationId } = JSON.parse(await post(`${url}/api/directline/token`, { council })) as Chat
  const begun = JSON.parse(await post(`${url}/v3/directline/conversations`, { user: {} }, token)) as { streamUrl: string }
  const stream = new WebSocket(begun.streamUrl, { perMessageDeflate: false })
  let hear: (fault?: Error) => void = () => undefined
  const answered = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('not answered')), PATIENCE)
      hear = (fault) => {
        clearTimeout(late)
        if (fault) reject(fault)
        else resolve()
      }
    })
  stream.on('message', (data: Buffer) => {
    if (ANSWER.test(data.toString())) hear()
  })
  stream.on('error', hear)
  stream.on('close', () => hear(new Error('the stream was closed')))
  await answered()
  const say = async (text: string): Promise<void> => {
    const answer = answered()
    const activity = { type: 'message', text, from: { id: 'u' }, channelData: { clientActivityID: randomUUID() } }
    const send = () => post(`${url}/v3/directline/conversations/${conversationId}/activities`, activity, token)
    await Promise.all([send().catch(onceMore(send)), answer])
  }
  return { say, close: () => stream.close() }
}

/** As pages do: a connection that was let go of while it was picked up again says nothing about the message, and its id keeps it from counting twice. */
function onceMore(send: () => Promise<string>): (fault: NodeJS.ErrnoException) => Promise<string> {
  return (fault) => {
    if (fault.code === 'ECONNRESET' || fault.code === 'EPIPE') return send()
    throw fault
  }
}

interface Chat {
  readonly token: string
  readonly conversationId: string
}

function message(conversation: string, turn: number, text: string): object {
  const shared = { type: 'message', channelId: 'emulator', conversation: { id: conversation }, id: `${conversation}-${turn}` }
  return { ...shared, from: { id: 'u', role: 'user' }, recipient: { id: 'b', role: 'bot' }, text }
}

async function post(url: string, body: object, token?: string): Promise<string> {
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      let said = ''
      answer.on('data', (chunk: Buffer) => (said += chunk.toString()))
      answer.on('end', () =>
        (answer.statusCode ?? 500) < 300 ? resolve(said) : reject(new Error(`${answer.statusCode}: ${said.slice(0, 200)}`)),
      )
    })
    call.on('error', reject)
    call.end(text)
  })
}
