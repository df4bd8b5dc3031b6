// A conversation that somebody holds open, and all that is in memory for it: its key, its sockets and what waits to be answered.
import type { Entry, Place } from '../../store/port'
import type { Chat } from './log-entry'
import type { ChatClaims } from './tokens'

/** Takes new entries: `json` of each, in order, from `first` on. */
export interface Listener {
  offer(first: number, json: readonly string[]): void
  /** Something that is not part of the log: typing. */
  passing(json: string): void
  /** There may be entries that were not offered here. Reads them where the log goes on after what was sent. */
  look(last: number): void
  close(code: number): void
}

export interface Waiting {
  /** Where it goes, or, while it is on its way, where it may go. */
  readonly place: Place
  /** As it is in the store: tells it from what somebody else wrote there. */
  readonly sealed: Uint8Array
  /** The activity with its words, also where the kept copy has none. */
  readonly json: string
  /** False while it is on its way into the store. */
  isKept: boolean
}

export class Session implements Chat {
  readonly listeners = new Set<Listener>()
  readonly waiting: Waiting[] = []
  /** Whether what an earlier process left unanswered has been looked for. */
  recovered = false
  /** Whether the store has said that it was greeted. */
  greeted = false
  lastUsed: number
  private minute = 0
  private posts = 0

  constructor(
    readonly claims: Pick<ChatClaims, 'conversation' | 'user' | 'council' | 'language' | 'origin' | 'key'>,
    public expires: number,
    now: number,
  ) {
    this.lastUsed = now
  }

  get id(): string {
    return this.claims.conversation
  }

  get user(): string {
    return this.claims.user
  }

  get key(): Uint8Array {
    return this.claims.key
  }

  push(first: number, json: readonly string[]): void {
    for (const listener of this.listeners) listener.offer(first, json)
  }

  /** What waits here with its words, of an entry that was found in the store. */
  waitingAs({ seq, sealed }: Entry): Waiting | undefined {
    return this.waiting.find((one) => one.place.seq === seq && Buffer.compare(one.sealed, sealed) === 0)
  }

  /** It does not wait here any more. */
  drop(one: Waiting | null): void {
    const index = one ? this.waiting.indexOf(one) : -1
    if (index >= 0) this.waiting.splice(index, 1)
  }

  /** The log goes on at least to `last`, by whatever instance. */
  look(last: number): void {
    for (const listener of this.listeners) listener.look(last)
  }

  pushPassing(json: string): void {
    for (const listener of this.listeners) listener.passing(json)
  }

  /** Counts a post; true while there were at most `limit` in this minute. */
  mayPost(now: number, limit: number): boolean {
    const minute = Math.floor(now / 60_000)
    if (minute !== this.minute) [this.minute, this.posts] = [minute, 0]
    this.posts += 1
    return this.posts <= limit
  }
}
