// The conversations in memory. A key lives here only while its conversation is in use, and nowhere else in clear but in the token.
import { timingSafeEqual } from 'node:crypto'
import type { Conversation, ConversationStore } from '../../store/port'
import { keyCheck } from '../../store/seal'
import { Refusal } from '../refusal'
import { Session } from './session'
import type { ChatClaims } from './tokens'

const KEPT_FOR = 24 * 60 * 60 * 1000
/** A conversation without a socket is forgotten after this long; its token brings it back. */
const IDLE_FOR = 15 * 60 * 1000

export interface Opened {
  readonly session: Session
  readonly conversation: Conversation
  readonly isNew: boolean
}

export class Sessions {
  private readonly live = new Map<string, Session>()

  constructor(
    private readonly store: ConversationStore,
    private readonly now: () => number,
  ) {}

  /** The conversation a token names. Begins it when nobody has and the token is of today. Refuses a key that is not its own (403), and what is gone (404). */
  async open(claims: ChatClaims): Promise<Opened> {
    const known = await this.store.find(claims.conversation)
    const conversation = known ?? (await this.begin(claims))
    const check = keyCheck(claims.key, claims.conversation)
    if (!conversation.keyCheck || !timingSafeEqual(check, conversation.keyCheck)) throw new Refusal(403, 'token', 'Forbidden')
    const session = this.hold(claims)
    if (!known) session.recovered = session.greeted = false
    return { session, conversation, isNew: !known }
  }

  /** The conversation of this key where it is in memory: the store need not be asked before a post. It may be gone from there. */
  inUse(claims: ChatClaims): Session | null {
    const live = this.live.get(claims.conversation)
    return live && timingSafeEqual(live.key, claims.key) ? this.hold(claims) : null
  }

  /** The conversation in memory, when its key is. */
  get(id: string): Session | undefined {
    return this.live.get(id)
  }

  all(): IterableIterator<Session> {
    return this.live.values()
  }

  forget(id: string): void {
    const session = this.live.get(id)
    if (session && session.listeners.size === 0 && session.waiting.length === 0) this.live.delete(id)
  }

  /** Lets go of keys nobody used lately, and of those whose token ran out. */
  sweep(): void {
    const now = this.now()
    for (const session of this.live.values()) {
      if (session.expires < now) for (const listener of session.listeners) listener.close(1008)
      if (session.expires < now || session.lastUsed < now - IDLE_FOR) this.forget(session.id)
    }
  }

  private async begin(claims: ChatClaims): Promise<Conversation> {
    if (claims.born < this.now() - KEPT_FOR) throw new Refusal(404, 'unknown', 'This conversation is no longer kept.')
    const { conversation: id, council, key } = claims
    return this.store.begin({ id, council, keyCheck: keyCheck(key, id) }, this.now())
  }

  private hold(claims: ChatClaims): Session {
    const session = this.live.get(claims.conversation) ?? new Session(claims, claims.expires, this.now())
    session.expires = Math.max(session.expires, claims.expires)
    session.lastUsed = this.now()
    this.live.set(session.id, session)
    return session
  }
}
