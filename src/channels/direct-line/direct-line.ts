// Direct Line 3.0 of our own: joins tokens, sessions, turns, streams and routes, and is what the server mounts.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Server } from 'restify'
import type { Config } from '../../config'
import type { Log } from '../../log'
import type { Store } from '../../store/port'
import type { AdviceAdapter, Logic } from '../adapter'
import { KeyedQueue } from '../keyed-queue'
import { NewChats } from '../new-chats'
import { readAfter } from './history'
import { mountRoutes } from './mount'
import type { RouteParts } from './routes'
import { continuationOf } from './log-entry'
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
  /** Whether these words must not be kept, not even sealed. */
  readonly withhold: (text: string) => boolean
  /** Shown on reload in place of words that were not kept. */
  readonly placeholder: string
  /** Epoch milliseconds; the machine's clock when not given. */
  readonly now?: () => number
}

export interface DirectLine {
  mount(server: Server): void
  /** True when the upgrade was for us, taken or refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Runs `logic` in the conversation, in its order. False when nobody holds the conversation open: its key is not here. */
  proactive(conversation: string, logic: Logic): Promise<boolean>
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
  const { config, store, adapter, bot, log } = parts
  const now = parts.now ?? Date.now
  const queue = new KeyedQueue()
  const sessions = new Sessions(store.conversations, now)
  const turns = new Turns({ store: store.conversations, adapter, bot, queue, log, now, onErased: () => store.scrub() })
  const read = (session: Session, seq: number) => readAfter(store.conversations, log, session, seq)
  const streams = new Streams(read)
  const tokens = createTokens(parts.secret, now)
  const routeParts: RouteParts = {
    config,
    store: store.conversations,
    tokens,
    sessions,
    turns,
    log,
    now,
    readAfter: read,
    newChats: new NewChats(config.CHATS_PER_MINUTE, now),
    isCouncil: parts.isCouncil,
    withhold: parts.withhold,
    placeholder: parts.placeholder,
  }
  adapter.continueLocallyWith(async (conversation, continuation, logic) => {
    const session = sessions.get(conversation)
    if (!session) throw new Error('nobody holds this conversation open')
    await turns.continue(session, continuation, logic)
  })
  return {
    mount: (server) => mountRoutes(server, routeParts),
    upgrade: (request, socket, head) => takeUpgrade({ config, tokens, sessions, streams, turns, log }, request, socket, head),
    proactive: async (conversation, logic) => {
      const session = sessions.get(conversation)
      if (session) await turns.continue(session, continuationOf(session, now()), logic)
      return session !== undefined
    },
    erase: (conversation) => erase(store, queue, sessions, conversation, now),
    tick: () => {
      streams.ping(now())
      sessions.sweep()
    },
    get openSockets() {
      return streams.size
    },
    get runningTurns() {
      return queue.size
    },
    drain: async () => {
      streams.closeAll()
      await queue.idle()
      streams.terminateAll()
    },
  }
}

async function erase(store: Store, queue: KeyedQueue, sessions: Sessions, conversation: string, now: () => number): Promise<void> {
  await queue.run(conversation, () =>
    store.conversations.commit({ conversation, answers: null, erased: true, replies: [], states: [] }, now()),
  )
  await store.scrub()
  sessions.forget(conversation)
}
