// What a handoff is, what can happen to it, and what follows from that. No personal data in any of it. Times are epoch milliseconds.
import type { CalendarDate } from '../calendar-date'
import type { ClockName } from '../deadlines/types'
import type { Decision } from '../decisions'

export type HandoffState = 'offered' | 'consented' | 'queued' | 'accepted' | 'live' | 'ended' | 'expired' | 'failed'
export type Route = 'live' | 'phone' | 'callback' | 'email'
export type EndReason =
  'declined' | 'withdrawn' | 'erased' | 'family-left' | 'adviser-ended' | 'idle' | 'no-answer' | 'closed' | 'undeliverable' | 'done'
export type Flag =
  | 'deadline-within-5-working-days'
  | 'possibly-late'
  | 'capacity-question'
  | 'conflict-between-carers'
  | 'safeguarding-signposted'
  | 'looked-after'

export interface Handoff {
  /** 22 characters: base64url of 128 random bits. */
  readonly id: string
  readonly council: string
  readonly organisation: string
  /** Direct Line conversation; null where nothing can be relayed. */
  readonly conversation: string | null
  readonly route: Route
  readonly state: HandoffState
  /** Counts the changes, from 1. */
  readonly version: number
  /** How many times it was announced. */
  readonly attempt: number
  /** What the queue shows as the subject. */
  readonly decision: Decision | null
  readonly flags: readonly Flag[]
  /** The earliest safe date still open; orders the queue. */
  readonly actBy: CalendarDate | null
  /** The clocks whose day that is. */
  readonly actByClocks: readonly ClockName[]
  /** The organisation is a mediation provider: a handoff is not contact with the adviser (SEND Regs 2014 reg 33) until `contactMadeOn`. */
  readonly isToMediation: boolean
  readonly contactMadeOn: CalendarDate | null
  /** First name and role from our own record of staff. */
  readonly acceptedBy: { readonly id: string; readonly name: string } | null
  /** SHA-256, in hex, of the exact text that was shown, is stored and is delivered. */
  readonly summaryHash: string | null
  readonly packVersion: string
  readonly createdAt: number
  readonly consentedAt: number | null
  readonly queuedAt: number | null
  readonly leaseUntil: number | null
  readonly lastWordAt: number | null
  readonly endedAt: number | null
  readonly endReason: EndReason | null
}

/** A member of staff as the rules know one. */
export interface Accepter {
  readonly id: string
  readonly name: string
}

export type Outcome = 'spoke' | 'no-answer' | 'certificate-issued'
export type HubStatus = 'accepted' | 'completed' | 'failed'

/** Timers are rows with a due time, one of a kind for each handoff. */
export type TimerKind =
  'offer-lapses' | 'check-reached' | 're-ping' | 'ping-again' | 'to-lead' | 'offer-others' | 'expire' | 'lease' | 'nudge' | 'idle-end'

/** When what nobody takes is announced again, when it goes to the lead, and when to the lead once more after that; null where nobody can say. */
export interface Escalates {
  readonly againAt: number | null
  readonly leadAt: number | null
  readonly leadAgainAt: number | null
}

/** Into the queue: `closesAt` where opening hours end the wait before the half hour is over; not escalated where it is left out. */
export interface BackInQueue {
  readonly closesAt: number | null
  readonly escalates?: Escalates
}

export type HandoffEvent =
  | {
      readonly kind: 'consent'
      readonly summaryHash: string
      readonly decision: Decision | null
      readonly flags: readonly Flag[]
      readonly actBy: CalendarDate | null
      readonly actByClocks: readonly ClockName[]
    }
  | ({ readonly kind: 'queue' } & BackInQueue)
  | { readonly kind: 'accept'; readonly staff: Accepter; readonly version: number; readonly staffHasLive: boolean }
  | { readonly kind: 'first-word'; readonly staff: string }
  | { readonly kind: 'word'; readonly from: 'family' | 'adviser'; readonly staff: string | null }
  | ({ readonly kind: 'put-back'; readonly staff: string } & BackInQueue)
  | ({ readonly kind: 'lease-lapsed' } & BackInQueue)
  | { readonly kind: 'end'; readonly reason: EndReason; readonly staff: string | null }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'decline' }
  /**
   * A timer came due, the lease excepted. `isReached`: for 'check-reached', whether any receiver, or an open desk, has it.
   * `leadAgainAt`: for 'to-lead', when once more. `ringInstead`: for 'expire', how it waits for a call, where the family agreed to one beforehand.
   */
  | {
      readonly kind: 'timer'
      readonly timer: Exclude<TimerKind, 'lease'>
      readonly isReached: boolean
      readonly leadAgainAt?: number | null
      readonly ringInstead?: BackInQueue | null
    }
  | { readonly kind: 'all-dead' }
  | { readonly kind: 'contact-made'; readonly staff: string; readonly on: CalendarDate }
  | ({ readonly kind: 'outcome'; readonly staff: Accepter; readonly outcome: Outcome } & BackInQueue)
  | { readonly kind: 'hub-status'; readonly status: HubStatus; readonly staff: Accepter }

export type ReceiverEvent =
  | 'handoff.created'
  | 'handoff.accepted'
  | 'handoff.live'
  | 'handoff.ended'
  | 'handoff.expired'
  | 'handoff.failed'
  | 'handoff.withdrawn'
  | 'callback.requested'

/** What the family is told; the words are messages of the pack under these ids. */
export type FamilyMessage =
  | 'handoff.told-accepted'
  | 'handoff.told-joined'
  | 'handoff.told-back-in-queue'
  | 'handoff.told-still-waiting'
  | 'handoff.told-other-ways'
  | 'handoff.told-not-reached'
  | 'handoff.told-expired'
  | 'handoff.told-will-ring'
  | 'handoff.told-undeliverable'
  | 'handoff.told-nudge'
  | 'handoff.told-ended-by-adviser'
  | 'handoff.told-ended-idle'
  | 'handoff.told-ended'
  | 'handoff.told-no-answer'
  | 'handoff.told-done'

export type Announcement =
  | { readonly to: 'receivers'; readonly type: ReceiverEvent }
  | { readonly to: 'family'; readonly message: FamilyMessage; readonly vars?: Readonly<Record<string, string>> }
  | { readonly to: 'desk' }

/** `dueAt` null takes the timer away. */
export interface TimerChange {
  readonly timer: TimerKind
  readonly dueAt: number | null
}

export type Refusal = 'wrong-state' | 'taken' | 'not-yours' | 'other-version' | 'wrong-summary' | 'busy'

export interface Changed {
  readonly handoff: Handoff
  readonly announce: readonly Announcement[]
  readonly timers: readonly TimerChange[]
}

export interface Refused {
  readonly refused: Refusal
  /** Who has it, where somebody else does. */
  readonly by?: string
}
