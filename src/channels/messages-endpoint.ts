// `POST /api/messages`, the Bot Framework endpoint: checked before the SDK sees it, in order for its conversation, once per activity id.
import { hash as hashOnce } from 'node:crypto'
import type { Server } from 'restify'
import { Channels, type Activity } from 'botframework-schema'
import type { AuthenticateRequestResult } from 'botframework-connector'
import type { Turn } from '../bot/state-port'
import type { Config } from '../config'
import { CHANNEL, type Log } from '../log'
import type { Store } from '../store/port'
import type { AdviceAdapter, Logic } from './adapter'
import { admit } from './admit'
import { route, type Reply } from './http-reply'
import { KeyedQueue } from '../keyed-queue'
import { LastSaved } from './last-saved'
import { clearStates } from './clear-states'
import { readActivity } from './read-activity'
import { readJson } from './read-body'
import { withTurn } from './with-turn'

export interface MessagesEndpointParts {
  readonly config: Config
  readonly store: Store
  readonly adapter: AdviceAdapter
  readonly bot: Logic
  readonly log: Log
  readonly now?: () => number
}

export interface MessagesEndpoint {
  mount(server: Server): void
  readonly runningTurns: number
  drain(): Promise<void>
}

export function createMessagesEndpoint(parts: MessagesEndpointParts): MessagesEndpoint {
  const queue = new KeyedQueue()
  const last = parts.store.others.mayBe === 'none' ? new LastSaved(parts.now ?? Date.now) : null
  const answer = route(parts.log, 'messages', async (request) => {
    const activity = readActivity(await readJson(request))
    const admitted = await admit(parts, request, activity)
    const key = `${activity.channelId} ${activity.conversation.id}`
    const run = () => once({ ...parts, last }, activity, admitted, key)
    return queue.run(key, () => parts.store.others.alone(`bot|${key}`, run))
  })
  return {
    mount: (server) => void server.post('/api/messages', answer),
    get runningTurns() {
      return queue.size
    },
    drain: () => queue.idle(),
  }
}

type RunParts = MessagesEndpointParts & { readonly last: LastSaved | null }

/** A repeated activity is answered 200 without being run. One whose turn failed may come again. */
async function once(parts: RunParts, activity: Activity, admitted: AuthenticateRequestResult, key: string): Promise<Reply> {
  const { store } = parts
  const now = parts.now ?? Date.now
  const id = activity.id ? hash(`${key} ${activity.id}`) : null
  const began = now()
  if (id && !(await store.inbox.claim(id, began))) {
    report(parts, activity, began, 'repeated', 0)
    return activity.deliveryMode === 'expectReplies' ? { status: 200, body: { activities: [] } } : { status: 200 }
  }
  try {
    const { reply, replies } = await run(parts, activity, admitted, hash(key).toString('base64url'))
    if (id) await store.inbox.finish(id, now())
    report(parts, activity, began, 'done', replies)
    return reply
  } catch (error) {
    if (id) await store.inbox.release(id)
    throw error
  }
}

async function run(
  parts: RunParts,
  activity: Activity,
  admitted: AuthenticateRequestResult,
  scope: string,
): Promise<{ reply: Reply; replies: number }> {
  const { states, erase } = clearStates(parts.store.states, scope, parts.now ?? Date.now, parts.last)
  const council = await councilOf(parts.store, activity)
  const turn: Turn = { states, council, language: null, sealed: false, chat: null, erase }
  let replies = 0
  const counted: Logic = async (context) => {
    context.onSendActivities(async (_context, activities, send) => {
      replies += activities.length
      return send()
    })
    await parts.bot(context)
  }
  const response = await parts.adapter.runAuthenticated(admitted, activity, withTurn(turn, counted))
  const reply = response ? { status: response.status, body: (response.body as object | undefined) ?? {} } : { status: 200 }
  return { reply, replies }
}

/** Chats of Azure's Direct Line were opened through a token of ours, which noted the council. No other channel's conversations are known here. */
async function councilOf({ conversations }: Store, { channelId, conversation }: Activity): Promise<string | null> {
  if (channelId !== Channels.Directline && channelId !== Channels.Webchat) return null
  return (await conversations.find(conversation.id))?.council ?? null
}

function report(
  { log, now = Date.now }: MessagesEndpointParts,
  activity: Activity,
  began: number,
  outcome: 'done' | 'repeated',
  replies: number,
): void {
  const channel = CHANNEL.find((name) => name === activity.channelId) ?? 'other'
  log.event('turn', { channel, conversation: log.hashed(activity.conversation.id), ms: now() - began, replies, outcome })
}

function hash(text: string): Buffer {
  return hashOnce('sha256', text, 'buffer').subarray(0, 20)
}
