// The port through which a turn reads and saves what a conversation remembers. A channel that can seal hands in its own.

export interface SavedState {
  /** JSON text, opaque to the store. */
  readonly value: string
  /** Counts the saves; what compare-and-set compares. */
  readonly version: number
  /** True where this process saved it a moment ago: it is as it was written. */
  readonly isOwn?: true
}

export interface StateStore {
  read(key: string): Promise<SavedState | null>
  /** Saves when the stored version is still `expected` (null: nothing stored yet). False when somebody else was quicker. */
  write(key: string, value: string, expected: number | null): Promise<boolean>
  remove(key: string): Promise<void>
}

/** What a channel tells the bot about the turn, under this key of `TurnContext.turnState`. */
export const TURN = Symbol('turn')

export interface Turn {
  /** Where this turn's memory lives: sealed and committed together with the replies on Direct Line. */
  readonly states: StateStore
  /** The council whose page the chat was opened on, from the channel's own token, never from the client's message; null when unknown. */
  readonly council: string | null
  /** The language that the chat was opened in, from the same place; null for English. */
  readonly language: string | null
  /** Whether what is saved is sealed under a key that only the chat's token carries. Where not, only choices and dates are kept. */
  readonly sealed: boolean
  /** The conversation and its key, where somebody else can be let in: a person who takes over needs both. Null on channels that carry no key. */
  readonly chat: { readonly conversation: string; readonly key: Uint8Array } | null
  /** Deletes everything kept of this conversation when the turn is committed; what is written after it stays. `expected` is null from then on. */
  readonly erase: () => void
}
