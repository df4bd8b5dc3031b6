// The store's port: what channels and the bot need kept. Async, so that another database can stand behind it. Times are epoch milliseconds.
import type { CalendarDate } from '../rules/calendar-date'
import type { Whose } from '../rules/retention'
import type { HandoffStore } from './handoff-port'
import type { OutboxStore } from './outbox-port'
import type { KeyStore } from './keys-port'
import type { Others } from './others-port'
import type { TeamsStore } from './teams-port'

export interface Conversation {
  readonly id: string
  readonly council: string | null
  /** Tells whether a key is the one this conversation began with; null where the channel carries no key. */
  readonly keyCheck: Uint8Array | null
  /** Whether the greeting has been given and committed. */
  readonly greeted: boolean
  readonly lastSeq: number
}

export interface NewConversation {
  readonly id: string
  readonly council: string | null
  readonly keyCheck: Uint8Array | null
}

/** Where an entry stands in its conversation's log: `seq` from 1 without doubles, `at` strictly increasing. */
export interface Place {
  readonly seq: number
  readonly at: number
}

/** Seals an entry once its place is known. Called again where that place turned out to be taken, or the write is tried once more: the last call counts. */
export type SealAt = (place: Place) => Uint8Array

export interface Entry extends Place {
  readonly sealed: Uint8Array
}

export interface Appended extends Place {
  /** False for a retry: the place is that of the first. */
  readonly isNew: boolean
}

export interface KeptState {
  readonly value: Uint8Array
  /** Counts the saves, from 1. */
  readonly version: number
}

export interface StateChange {
  readonly key: string
  /** Null removes. */
  readonly value: Uint8Array | null
  /** The version it replaces; null: nothing stored yet. */
  readonly expected: number | null
}

/** Everything a turn did, committed in one transaction or not at all. */
export interface FinishedTurn {
  readonly conversation: string
  /** The entry that this turn answered; 0 for the greeting; null for a turn that nobody's message began. */
  readonly answers: number | null
  /** True when the person asked for everything to be deleted: earlier entries and all state go first. */
  readonly erased: boolean
  readonly replies: readonly SealAt[]
  readonly states: readonly StateChange[]
}

export type Commit =
  | { readonly outcome: 'committed'; readonly places: readonly Place[] }
  /** Somebody else answered the entry, or the conversation is gone: nothing was written. */
  | { readonly outcome: 'answered-already' }
  /** Somebody else saved the state meanwhile: nothing was written, the turn may run again. */
  | { readonly outcome: 'state-conflict' }

export interface Unanswered {
  readonly entries: readonly Entry[]
  readonly state: KeptState | null
}

export interface ConversationStore {
  /** Makes the conversation when it is not there yet, and gives it as it is now. */
  begin(conversation: NewConversation, now: number): Promise<Conversation>
  /** The conversation as it is now; null when there is none, or none any more. */
  find(id: string): Promise<Conversation | null>
  /** Adds what a person sent, to be answered. `clientId` (hashed) makes a retry find its first entry. Null when there is no such conversation. */
  append(id: string, clientId: Uint8Array | null, seal: SealAt, now: number): Promise<Appended | null>
  /** Adds what is said to a person without their having spoken: no answer waits for it. `deliveryId` (hashed) makes a repeat find the first. Null as above. */
  tell(id: string, deliveryId: Uint8Array, seal: SealAt, now: number): Promise<Appended | null>
  /** Entries not answered yet, oldest first, and what the bot keeps under this key, as at one moment. */
  unanswered(id: string, key: string): Promise<Unanswered>
  /** Counts one more try to answer an entry that an earlier process left; gives how many there were, this one included. */
  countTry(id: string, seq: number): Promise<number>
  /** Entries after `seq`, oldest first, at most `limit`. */
  entriesAfter(id: string, seq: number, limit: number): Promise<readonly Entry[]>
  /** Writes what the turn did, in one transaction. */
  commit(turn: FinishedTurn, now: number): Promise<Commit>
  /** What the bot keeps of this conversation under a key, sealed; null for nothing. */
  state(id: string, key: string): Promise<KeptState | null>
  /** How those of these conversations stand that are there, in any order. */
  standing(ids: readonly string[]): Promise<readonly Standing[]>
}

export interface Standing {
  readonly id: string
  readonly lastSeq: number
  /** Somebody waits here for the greeting or an answer. */
  readonly isWaiting: boolean
}

/** State of channels that carry no key: clear text, by scope (one conversation on one channel) and key. */
export interface StateKeeper {
  /** What is kept, and which version it is; null for nothing. */
  read(scope: string, key: string): Promise<KeptState | null>
  /** Compare-and-set: false, and nothing written, when the stored version is not `expected`. */
  write(scope: string, change: StateChange, now: number): Promise<boolean>
}

/** Remembers which activities were taken in, so that a repeated one does not run twice. */
export interface Inbox {
  /** True when this activity should run now: nobody took it before. */
  claim(id: Uint8Array, now: number): Promise<boolean>
  /** The claimed activity was answered: a repeat never runs. */
  finish(id: Uint8Array, now: number): Promise<void>
  /** Gives up a claim whose turn failed, so that a repeat may run. */
  release(id: Uint8Array): Promise<void>
}

/** How a question was left: nothing was found, or none of what was offered was meant. */
export type UnansweredKind = 'not-sure' | 'none-of-these'

/** Where and when a question was left without an answer; never by whom. `council`: null when unknown. */
export interface UnansweredPlace {
  readonly council: string | null
  readonly day: CalendarDate
}

export interface UnansweredCount extends UnansweredPlace {
  readonly kind: UnansweredKind
  readonly count: number
}

/** A masked question, kept because its asker said yes. Nothing tells which conversation it came from. */
export interface KeptQuestion extends UnansweredPlace {
  readonly text: string
}

/** What could not be answered: counted without words, and the words of those who said that they may be kept. */
export interface UnansweredStore {
  /** One more, without words. */
  count(place: UnansweredPlace, kind: UnansweredKind): Promise<void>
  /** By day, council and kind, the first and last day included. */
  counts(from: CalendarDate, until: CalendarDate): Promise<readonly UnansweredCount[]>
  /** Keeps the masked words; its asker said yes. */
  keep(question: KeptQuestion): Promise<void>
  /** By day and text. */
  kept(): Promise<readonly KeptQuestion[]>
}

/** `whose`: everybody's where it is left out. `countsUntil`: the last day of the counts that go too. */
export interface SweepMore {
  readonly whose?: Whose
  readonly countsUntil?: CalendarDate
}

export interface Swept {
  readonly conversations: number
  readonly entries: number
  readonly states: number
  readonly activities: number
  readonly questions: number
}

export interface Store {
  readonly conversations: ConversationStore
  readonly states: StateKeeper
  readonly inbox: Inbox
  readonly unanswered: UnansweredStore
  readonly handoffs: HandoffStore
  readonly outbox: OutboxStore
  readonly teams: TeamsStore
  readonly keys: KeyStore
  readonly others: Others
  /** Removes what is older than `before`, and the questions kept on `questionsUntil` or earlier, beyond recovery from the files. */
  sweep(before: number, questionsUntil: CalendarDate, more?: SweepMore): Promise<Swept>
  /** Makes sure that what was deleted so far is gone from the files too, as far as the database can: docs/running.md says how far. */
  scrub(): Promise<void>
  /** Whether a write would go through. */
  isWritable(): Promise<boolean>
  /** Lets go of the database; nothing is asked of the store afterwards. */
  close(): Promise<void>
}
