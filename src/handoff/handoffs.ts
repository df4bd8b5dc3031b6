// What dialogs and the desk ask of the handoff service. Times are epoch milliseconds.
import type { CalendarDate } from '../rules/calendar-date'
import type { Escalated } from '../rules/handoff/escalation'
import type { EndReason, Handoff, HandoffState, Outcome, Refusal, Route } from '../rules/handoff/handoff-types'
import type { Summary } from '../rules/handoff/summary'
import type { TodaysHours } from '../store/handoff-port'
import type { Hours, TeamsChatTerms } from './places'

export interface Staff {
  readonly id: string
  /** First name and role, from our own record of staff. */
  readonly name: string
  readonly organisation: string
}

export interface HoursNow extends Hours {
  readonly isSetToday: boolean
}

/** One organisation that a family of this council can be put in touch with. */
export interface Offer {
  readonly organisation: string
  readonly name: string
  /** A handoff to a mediation provider is not contact with the adviser (SEND Regs 2014 reg 33). */
  readonly isToMediation: boolean
  /** Whether the council itself is who would read it. */
  readonly isCouncil: boolean
  /** Routes that can be taken now; 'live' only while a person is there. */
  readonly routes: readonly Route[]
  /** Where its staff may talk with families from Microsoft Teams; the permission has to say so. */
  readonly teamsChat?: TeamsChatTerms
  readonly isOpen: boolean
  readonly closesAt: number | null
  readonly opensAt: number | null
  readonly phone: string | null
  readonly email: string | null
}

export interface BeginRequest {
  readonly council: string
  readonly organisation: string
  readonly route: Route
  /** Direct Line conversation; null where nothing can be relayed. */
  readonly conversation: string | null
  /** The edition of the pack that the family is told. */
  readonly packVersion: string
}

export interface ShareRequest {
  readonly id: string
  /** Reference and permission are filled in where they are null; the contact is given apart. */
  readonly summary: Summary
  /** The exact text that the family saw and said yes to. */
  readonly shown: string
  /** One phone number or e-mail address, only where the route needs it. */
  readonly contact: string | null
  /** Opens the family's chat after a restart, so that they can be told and the relay goes on. */
  readonly conversationKey: Uint8Array | null
}

export type Shared =
  | { readonly kind: 'shared'; readonly reference: string; readonly state: HandoffState }
  /** 'closed': nobody is there any more for the live route; 'too-many': from this chat today; 'unknown': no such handoff. Nothing was kept. */
  | { readonly kind: 'refused'; readonly why: Refusal | 'closed' | 'too-many' | 'unknown' }

export interface Word {
  /** Unique for each message of this handoff, at most 100 characters; a repeat is not shown twice. */
  readonly source: string
  readonly text: string
}

/** Begins the source of an adviser's lines that were typed in the chat program, where they stand already. */
export const TYPED_THERE = 'adviser:teams-'

export interface RelayLine {
  readonly seq: number
  readonly sender: 'family' | 'adviser'
  /** Where it was typed comes first in it: `adviser:desk-…`, `adviser:teams-…`. */
  readonly source: string
  readonly text: string
  readonly at: number
  /** Family lines are 'delivered' as soon as they are kept; an adviser's line that the chat did not take within a minute is 'not-delivered'. */
  readonly delivery: 'waiting' | 'delivered' | 'not-delivered'
}

/** What an adviser sees on opening a handoff. What has been deleted is null. */
export interface Case {
  readonly handoff: Handoff
  readonly summary: Summary | null
  /** Exactly what the family was shown. */
  readonly shown: string | null
  readonly reference: string | null
  readonly contact: string | null
  readonly relay: readonly RelayLine[]
}

export type Found =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'wrong-check-digit' }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-many' }

/** What a change asked by staff came to. 'unknown' also for another organisation's handoff. `by`: who has it. */
export type Done =
  | { readonly kind: 'done'; readonly handoff: Handoff }
  | { readonly kind: 'refused'; readonly why: Refusal | 'unknown'; readonly by?: string }

/** A delivery that was given up after three days of tries. */
export interface DeadLetter {
  readonly id: string
  readonly handoff: string
  /** 'webhook', 'mail', 'hub', 'teams' or 'family'. */
  readonly receiver: string
  readonly kind: string
  readonly attempts: number
  /** A short code, never the other side's words. */
  readonly lastError: string
  readonly at: number
}

/** The family's side. */
export interface FamilySide {
  offers(council: string | null): Promise<readonly Offer[]>
  /** A new handoff in state 'offered'; gives its id. Nothing personal is kept. Throws for an organisation that this council's families are not offered. */
  begin(request: BeginRequest): Promise<string>
  /** The yes. The same text again gives the same reference. */
  share(request: ShareRequest): Promise<Shared>
  statusOf(id: string): Promise<Handoff | null>
  hearFamily(id: string, word: Word): Promise<'relayed' | 'not-live'>
  /** "No thanks" before anything was shared. */
  decline(id: string): Promise<boolean>
  /** The family ends it, takes it back, or wants it deleted: then it is unreadable in our store when this resolves, and receivers are told. */
  withdraw(id: string, why: Extract<EndReason, 'withdrawn' | 'erased' | 'family-left'>): Promise<boolean>
}

/** The staff's side: each asks only about the organisation of that member of staff; another's is the same as not there. */
export interface StaffSide {
  /** What waits and what is in hand, ordered by legal date, then by who has waited longest. */
  queueOf(staff: Staff): Promise<readonly Handoff[]>
  /** Of those in the queue that nobody took in time, how far they went: by id. */
  escalatedOf(staff: Staff): Promise<ReadonlyMap<string, Exclude<Escalated, 'no'>>>
  /** Writes an audit row each time. */
  open(staff: Staff, id: string): Promise<Case | null>
  /** At most ten look-ups a minute for each adviser; each is audited. */
  find(staff: Staff, typed: string): Promise<Found>
  /** `version` as the adviser saw it: exactly one of two at once wins, the other hears 'taken' and `by`. */
  accept(staff: Staff, id: string, version: number): Promise<Done>
  tell(staff: Staff, id: string, word: Word): Promise<Done>
  putBack(staff: Staff, id: string): Promise<Done>
  end(staff: Staff, id: string, reason: Extract<EndReason, 'adviser-ended' | 'done' | 'no-answer'>): Promise<Done>
  outcome(staff: Staff, id: string, outcome: Outcome): Promise<Done>
  contactMade(staff: Staff, id: string, on: CalendarDate): Promise<Done>
  /** What had to be asked again although the summary has it; fields of send-handoff/1. Counted, not tied to words. */
  askedAgain(staff: Staff, id: string, fields: readonly string[]): Promise<boolean>
  /** How often each field had to be asked again, this organisation. */
  askedAgainCounts(staff: Staff): Promise<Readonly<Record<string, number>>>
  deadLetters(staff: Staff): Promise<readonly DeadLetter[]>
  retry(staff: Staff, outboxId: string): Promise<boolean>
  /** As families are told them now: of the content, or as staff set them for today. Closed for an organisation that is not known. */
  hoursOf(organisation: string): Promise<HoursNow>
  /** For the rest of today, whoever asks in this organisation; null for the usual hours again. Audited. It opens nothing to families while nobody is there. */
  setHours(staff: Staff, today: TodaysHours | null): Promise<void>
  /** News in this process; read again from the service on it. Gives the way to stop listening. */
  listen(organisation: string, onChange: (handoffId: string) => void): () => void
  /** A desk page is open; gives the way to say that it was closed. */
  present(organisation: string): () => void
  isStaffed(organisation: string): boolean
}

/** All that is held of one case, for the person it is about. */
export interface Held extends Case {
  readonly events: readonly { readonly kind: string; readonly actorKind: string; readonly at: number }[]
  /** Epoch milliseconds. */
  readonly at: number
}

export interface Rights {
  /** Written down. Null for none of theirs. @throws SealBroken */
  copyOf(staff: Staff, id: string): Promise<Held | null>
  /** Unreadable in our store when this resolves, and receivers are told. True also when it was deleted before; false for none of theirs. */
  erase(staff: Staff, id: string): Promise<boolean>
}

export type Handoffs = FamilySide & StaffSide & Rights
