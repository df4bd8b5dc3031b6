// Direct Line 3.0 of our own: joins tokens, sessions, turns, streams and routes, and is what the server mounts.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Activity } from 'botframework-schema'
import type { Server } from 'restify'
import type { Config } from '../../config'
import type { Log } from '../../log'
import type { ConversationStore, Place, Store } from '../../store/port'
import type { AdviceAdapter, Logic } from '../adapter'
import { KeyedQueue } from '../../keyed-queue'
import { NewChats } from '../new-chats'
import { Pace } from '../pace'
import type { FormChats } from '../../web/form-chats'
import { createFormChats } from './form-chats'
import { followOthers } from './follow-others'
import { readAfter } from './history'
import { mountRoutes } from './mount'
import type { RouteParts } from './routes'
import { continuationOf, sealEntry, stampReply, type Chat } from './log-entry'
import type { Session } from './session'
import { Sessions } from './sessions'
import { Streams } from './stream'
import { takeUpgrade } from './upgrade'
import { createTokens } from './tokens'
import { Turns } from './turns'

export interface DirectLineParts {
  readonly config: Config
  readonly store: Store
  readonly adapter: AdviceAdapter
  readonly bot: Logic
  readonly log: Log
  /** Signs the tokens; at least 32 characters. */
  readonly secret: string
  readonly isCouncil: (id: string) => boolean
  readonly isLanguage: (tag: string) => boolean
  /** Whether these words must not be kept, not even sealed. */
  readonly withhold: (text: string) => boolean
  /** Shown on reload in place of words that were not kept. */
  readonly placeholder: string
  /** Epoch milliseconds; the machine's clock when not given. */
  readonly now?: () => number
}

/** A conversation with its key: enough to say something in it after a restart, when no token has come by. */
export interface TellTo {
  readonly conversation: string
  readonly key: Uint8Array
}

export interface DirectLine {
  mount(server: Server): void
  /** The same chats for pages without a script. */
  readonly forms: FormChats
  /** True when the upgrade was for us, taken or refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Runs `logic` in the conversation, in its order. False when nobody holds the conversation open: its key is not here. */
  proactive(conversation: string, logic: Logic): Promise<boolean>
  /** Puts a message into a conversation that nobody here need hold open, once for each `deliveryId`. False when the conversation is gone. */
  tell(chat: TellTo, deliveryId: string, message: Partial<Activity>): Promise<boolean>
  /** Deletes what was typed and remembered, between turns. Within one, the turn's own `erase` does it. */
  erase(conversation: string): Promise<void>
  /** To be called every 25 seconds or so. */
  tick(): void
  readonly openSockets: number
  readonly runningTurns: number
  /** Ends the streams (1012) and waits for running turns. */
  drain(): Promise<void>
}

/** Direct Line over this store and bot. Mount it, hand it upgrades, and call `tick`. */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { config, store, adapter, bot, log, isCouncil, isLanguage, withhold, placeholder, now = Date.now } = parts
  const { conversations, others } = store
  const queue = new KeyedQueue()
  const sessions = new Sessions(conversations, now)
  const turns = new Turns({ store: conversations, others, adapter, bot, queue, log, now, onErased: () => store.scrub() })
  const read = (session: Session, seq: number) => readAfter(conversations, log, session, seq)
  const streams = new Streams(read)
  const tokens = createTokens(parts.secret, now, others.mayBe === 'some' ? 'any-instance' : 'this-instance')
  const newChats = new NewChats(config.CHATS_PER_MINUTE, now)
  const councilPace = new Pace(config.COUNCIL_MESSAGES_PER_MINUTE, now)
  const shared = { config, store: conversations, others, tokens, sessions, turns, log, now }
  const routeParts: RouteParts = { ...shared, readAfter: read, newChats, councilPace, isCouncil, isLanguage, withhold, placeholder }
  const unfollow = followOthers(shared)
  adapter.continueLocallyWith(async (conversation, continuation, logic) => {
    const session = sessions.get(conversation)
    if (!session) throw new Error('nobody holds this conversation open')
    await turns.continue(session, continuation, logic)
  })
  return {
    mount: (server) => mountRoutes(server, routeParts),
    forms: createFormChats(routeParts, queue),
    upgrade: (request, socket, head) => takeUpgrade({ ...shared, streams }, request, socket, head),
    proactive: async (conversation, logic) => {
      const session = sessions.get(conversation)
      if (session) await turns.continue(session, continuationOf(session, now()), logic)
      return session !== undefined
    },
    tell: (chat, deliveryId, message) =>
      queue.run(chat.conversation, () => tell(conversations, sessions.get(chat.conversation), chat, deliveryId, message, now())),
    erase: (conversation) => erase({ store, queue, sessions, turns, now }, conversation),
    tick: () => {
      streams.ping(now())
      sessions.sweep()
      turns.sweep()
    },
    get openSockets() {
      return streams.size
    },
    get runningTurns() {
      return queue.size
    },
    drain: async () => {
      unfollow()
      streams.closeAll()
      await queue.idle()
      streams.terminateAll()
    },
  }
}

async function tell(
  store: ConversationStore,
  session: Session | undefined,
  { conversation, key }: TellTo,
  deliveryId: string,
  message: Partial<Activity>,
  now: number,
): Promise<boolean> {
  const chat: Chat = { id: conversation, user: '', key }
  const jsonAt = (place: Place): string => stampReply(chat, place, message)
  const id = createHash('sha256').update(`tell|${deliveryId}`).digest().subarray(0, 20)
  const place = await store.tell(conversation, id, (at) => sealEntry(chat, at, jsonAt(at)), now)
  if (place?.isNew) session?.push(place.seq, [jsonAt(place)])
  return place !== null
}

interface EraseParts {
  readonly store: Store
  readonly queue: KeyedQueue
  readonly sessions: Sessions
  readonly turns: Turns
  readonly now: () => number
}

async function erase({ store, queue, sessions, turns, now }: EraseParts, conversation: string): Promise<void> {
  const erasing = () => {
    turns.forget(conversation)
    return store.conversations.commit({ conversation, answers: null, erased: true, replies: [], states: [] }, now())
  }
  await queue.run(conversation, () => store.others.alone(`chat|${conversation}`, erasing))
  await store.scrub()
  sessions.forget(conversation)
}
