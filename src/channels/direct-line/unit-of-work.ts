// What one turn does, held back until it is committed at once: the bot's replies, what it remembers, and whether everything is to be deleted.
import type { Activity } from 'botframework-schema'
import type { SavedState, StateStore } from '../../bot/state-port'
import type { ConversationStore, FinishedTurn, KeptState, StateChange } from '../../store/port'
import { seal, SealBroken, unseal } from '../../store/seal'
import type { LastSaved } from '../last-saved'
import { stampReply, sealEntry, type Chat } from './log-entry'

/** Stands for a saved state that does not open: JSON that holds nothing, so that the bot begins again. */
const UNREADABLE = 'null'

/** What the store holds under a key. */
export interface Early {
  readonly key: string
  readonly state: KeptState | null
}

interface Staged {
  /** The version in the store when the turn began. */
  readonly stored: number | null
  /** As the bot sees it; null: not there. */
  current: SavedState | null
  changed: boolean
}

export class UnitOfWork implements StateStore {
  private readonly staged = new Map<string, Staged>()
  private readonly replies: Partial<Activity>[] = []
  /** Filled as the store gives the replies their places. */
  readonly written: string[] = []
  private erased = false
  private closed = false

  constructor(
    private readonly chat: Chat,
    private readonly store: ConversationStore,
    /** Null where others work on the same store. */
    private readonly last: LastSaved | null = null,
    /** What was read as the turn began. */
    private readonly early: Early | null = null,
  ) {}

  async read(key: string): Promise<SavedState | null> {
    return (await this.stage(key)).current
  }

  async write(key: string, value: string, expected: number | null): Promise<boolean> {
    const staged = await this.stage(key)
    if ((staged.current?.version ?? null) !== expected) return false
    staged.current = { value, version: (expected ?? 0) + 1 }
    staged.changed = true
    return true
  }

  async remove(key: string): Promise<void> {
    const staged = await this.stage(key)
    staged.current = null
    staged.changed = true
  }

  say(activity: Partial<Activity>): void {
    if (this.closed) throw new Error('the turn is over')
    this.replies.push(activity)
  }

  /** Everything typed and remembered before goes; what the bot says and saves from now on stays, and so does what it has said in this turn. */
  erase(): void {
    this.erased = true
    for (const staged of this.staged.values()) staged.current = null
  }

  get replyCount(): number {
    return this.replies.length
  }

  /** What to commit. `answers` as the store's port has it. */
  finish(answers: number | null): FinishedTurn {
    this.closed = true
    const replies = this.replies.map((activity, index) => (place: { seq: number; at: number }) => {
      const json = stampReply(this.chat, place, activity)
      this.written[index] = json
      return sealEntry(this.chat, place, json)
    })
    return { conversation: this.chat.id, answers, erased: this.erased, replies, states: this.changes() }
  }

  /** Before the commit, with false; and once it is through, with true. */
  settle(isCommitted: boolean): void {
    for (const [key, staged] of this.staged) {
      const { current, changed } = staged
      if (changed || this.erased) this.last?.forget(this.chat.id, key)
      if (!changed || !isCommitted || current === null) continue
      this.last?.set(this.chat.id, key, { value: current.value, version: this.next(staged).version })
    }
  }

  private changes(): StateChange[] {
    return [...this.staged]
      .filter(([, { changed }]) => changed)
      .map(([key, staged]) => {
        const { current } = staged
        const { expected, version } = this.next(staged)
        return { key, expected, value: current && seal(this.chat.key, this.label(key, version), current.value) }
      })
  }

  /** The version that a change replaces, and its own. */
  private next({ stored }: Staged): { readonly expected: number | null; readonly version: number } {
    const expected = this.erased ? null : stored
    return { expected, version: (expected ?? 0) + 1 }
  }

  private async stage(key: string): Promise<Staged> {
    if (this.closed) throw new Error('the turn is over')
    const known = this.staged.get(key)
    if (known) return known
    const recent = this.erased ? null : (this.last?.get(this.chat.id, key) ?? null)
    const kept = this.erased || recent ? null : await this.kept(key)
    const current = recent ?? (kept && { version: kept.version, value: this.open(key, kept.version, kept.value) })
    const staged = { stored: (recent ?? kept)?.version ?? null, current, changed: false }
    this.staged.set(key, staged)
    return staged
  }

  private async kept(key: string): Promise<KeptState | null> {
    return this.early?.key === key ? this.early.state : this.store.state(this.chat.id, key)
  }

  private open(key: string, version: number, sealed: Uint8Array): string {
    try {
      return unseal(this.chat.key, this.label(key, version), sealed)
    } catch (error) {
      if (error instanceof SealBroken) return UNREADABLE
      throw error
    }
  }

  private label(key: string, version: number) {
    return { conversation: this.chat.id, purpose: 'state' as const, row: `${key}.${version}` }
  }
}
