// The store's port for handoffs: every change with its event, its deliveries and its timers, in one transaction. Times are epoch milliseconds.
import type { Handoff, Refused, TimerChange, TimerKind } from '../rules/handoff/handoff-types'
import type { Whose } from '../rules/retention'
import type { RecordLabel, SealedRecord } from './seal-record'

export type Purpose = RecordLabel['purpose']

/** For 'relay' the key of the lines, and `sealed` is empty. */
export interface Secret extends SealedRecord {
  readonly purpose: Purpose
}

/** Who did it, and what; never what was said. */
export interface EventRow {
  readonly kind: string
  readonly actorKind: 'family' | 'staff' | 'service' | 'hub'
  readonly actorHash: string | null
}

/** Something to be told to one receiver, after everything that this receiver was told of the same handoff before. */
export interface NewDelivery {
  readonly id: string
  /** `webhook:ORGANISATION`, `mail:ORGANISATION`, `hub:ORGANISATION`, `teams:ORGANISATION` or `family`. */
  readonly dest: string
  readonly kind: string
  /** No personal data. */
  readonly vars: Readonly<Record<string, unknown>>
}

export interface NewLine {
  readonly sender: 'family' | 'adviser'
  /** Unique for each line of a handoff. */
  readonly source: string
  readonly seal: (seq: number) => Uint8Array
  /** Where the line has to be brought to; null where the desk reads it here. */
  readonly deliver: ((seq: number) => NewDelivery) | null
}

export interface ChangePlan {
  /** One version after the other, at least one. */
  readonly changes: readonly { readonly handoff: Handoff; readonly event: EventRow }[]
  readonly deliveries: readonly NewDelivery[]
  readonly timers: readonly TimerChange[]
  readonly secrets?: readonly Secret[]
  readonly reference?: { readonly hash: Uint8Array; readonly expiresAt: number }
  readonly line?: NewLine
  /** What becomes unreadable. */
  readonly shred?: readonly Purpose[]
  /** Deliveries to the family that wait are not sent any more. */
  readonly silence?: 'family'
}

/** Called once or more, inside the transaction, with the handoff as it is then. Pure. */
export type Decide = (handoff: Handoff, facts: { readonly staffHasLive: boolean }) => ChangePlan | Refused

export interface ChangeRequest {
  readonly id: string
  readonly now: number
  readonly decide: Decide
  /** Asks whether this member of staff already talks with another family. */
  readonly staff?: string
  /** The timer that this comes from: nothing happens when it was moved or taken away meanwhile. */
  readonly timer?: DueTimer
}

export type ChangeResult =
  | { readonly kind: 'changed'; readonly handoff: Handoff }
  | ({ readonly kind: 'refused'; readonly handoff: Handoff } & Refused)
  | { readonly kind: 'unknown' }
  /** The timer is not due any more. */
  | { readonly kind: 'stale' }
  /** A line of this source is there already: nothing was written. */
  | { readonly kind: 'repeated'; readonly handoff: Handoff }
  /** Another handoff has this reference: nothing was written. */
  | { readonly kind: 'reference-taken' }

export interface DueTimer {
  readonly handoff: string
  readonly timer: TimerKind
  readonly dueAt: number
}

export interface KeptLine {
  readonly seq: number
  readonly sender: 'family' | 'adviser'
  readonly source: string
  readonly sealed: Uint8Array
  readonly at: number
  readonly delivery: 'waiting' | 'delivered' | 'not-delivered'
}

export interface AuditRow {
  readonly staff: string
  readonly handoff: string | null
  readonly what: string
  readonly at: number
}

/** What staff set for the rest of one day: open until a moment and closed after it, or closed where that is null. It ends by itself. */
export interface TodaysHours {
  readonly openUntil: number | null
  readonly endsAt: number
}

/** What is older than these moments goes. */
export interface HandoffLimits {
  readonly now: number
  /** Shared, never opened by anybody. */
  readonly unopenedBefore: number
  /** Over. */
  readonly endedBefore: number
  /** Lines of a chat that is over. */
  readonly linesBefore: number
  readonly contactBefore: number
  readonly eventsBefore: number
  /** Everybody's where it is left out. */
  readonly whose?: Whose
}

export interface HandoffStore {
  /** A new one, with its first event and its timers, in one transaction. */
  insert(handoff: Handoff, event: EventRow, timers: readonly TimerChange[]): Promise<void>
  /** The handoff as it is now; null when there is none. */
  find(id: string): Promise<Handoff | null>
  /** Compare-and-set on state and version; decided again when somebody else was first. */
  change(request: ChangeRequest): Promise<ChangeResult>
  /** Queued, accepted or live at this organisation. */
  openAt(organisation: string): Promise<readonly Handoff[]>
  /** How many the family of this conversation has said yes to since then, also those that are over. */
  sharedSince(conversation: string, since: number): Promise<number>
  /** The sealed record; null when there is none, or it was made unreadable. */
  secret(id: string, purpose: Purpose): Promise<Secret | null>
  /** The sealed lines of its chat, in order. */
  lines(id: string): Promise<readonly KeptLine[]>
  /** One of them; null when there is none, or none any more. */
  line(id: string, seq: number): Promise<KeptLine | null>
  /** The handoff of this organisation under any of these hashes. */
  byReference(organisation: string, hashes: readonly Uint8Array[], now: number): Promise<string | null>
  /** Writes down who did what. */
  audit(row: AuditRow): Promise<void>
  /** Counts what this member of staff did since; for limits. */
  auditCount(staff: string, what: string, since: number): Promise<number>
  /** Everything that happened to it, in order. */
  events(id: string): Promise<readonly (EventRow & { readonly version: number; readonly at: number })[]>
  /** At most `limit`, the longest due first. They stay until a change takes them away. */
  dueTimers(now: number, limit: number): Promise<readonly DueTimer[]>
  /** Once for each handoff and field. */
  askedAgain(handoff: Handoff, fields: readonly string[]): Promise<void>
  /** How often each field had to be asked again, by field. */
  askedAgainCounts(organisation: string): Promise<Readonly<Record<string, number>>>
  /** Also what is over. */
  todaysHours(organisation: string): Promise<TodaysHours | null>
  /** In place of what was set before; null takes it away. Written with its audit row, or not at all. */
  setTodaysHours(organisation: string, hours: TodaysHours | null, audit: AuditRow): Promise<void>
  /** Removes what is older than its limit; gives how many rows went. */
  sweep(limits: HandoffLimits): Promise<number>
}
