// What an adviser is given: send-handoff/1. Published as docs/schemas/send-handoff-1.schema.json; closed, so a change of shape is a new version.
import type { CalendarDate } from '../calendar-date'
import type { CertificateNeed, Decision } from '../decisions'
import type { ToldClock } from '../deadlines/types'
import type { Flag } from './handoff-types'

export const SUMMARY_SCHEMA = 'send-handoff/1'

export const CALLER_ROLES = ['parent_or_carer', 'young_person', 'supporter_with_permission', 'professional_with_permission'] as const
export const PERMISSIONS = ['in_writing', 'by_voice', 'present_now'] as const
export const AGE_BANDS = ['below_compulsory_age_end', 'young_person_16_to_25', 'unsure'] as const
export const SECTIONS = ['B', 'F', 'I', 'health', 'care', 'unsure'] as const
export const LETTER_SEEN = ['letter_in_hand', 'from_memory', 'unknown'] as const
export const YES_NO_UNSURE = ['yes', 'no', 'unsure'] as const
export const WANTS = ['certificate_only', 'talk_about_mediation', 'mediation', 'disagreement_resolution', 'advice_first', 'unsure'] as const
export const CONTACT_ROUTES = ['i_will_call', 'call_me', 'message_me', 'call_my_supporter'] as const
export const BEST_TIMES = ['morning', 'afternoon', 'after_4'] as const
export const NEEDS = ['bsl', 'text_relay', 'interpreter', 'large_print', 'easy_read', 'slower_pace', 'supporter_present'] as const
export const PROVENANCES = ['user_said', 'derived', 'unknown'] as const
/** Why a certificate is needed or not; Children and Families Act 2014 ss.51 and 55, Equality Act 2010 Sch 17. */
export const CERTIFICATE_REASONS = ['appeal_decision', 'section_i_only', 'discrimination_claim', 'no_appeal', 'depends'] as const
export const FLAGS = [
  'deadline-within-5-working-days',
  'possibly-late',
  'capacity-question',
  'conflict-between-carers',
  'safeguarding-signposted',
  'looked-after',
] as const satisfies readonly Flag[]

/** The fields that say where they come from, and that a family may take out. */
export const SUMMARY_FIELDS = [
  'callerRole',
  'permissionGiven',
  'ageBand',
  'localAuthority',
  'decisionType',
  'sectionsDisputed',
  'letterDate',
  'sentDateIfDifferent',
  'adviserContact',
  'certificate',
  'clocks',
  'wants',
  'contactRoute',
  'safeContact',
  'preferredName',
  'needsForTheCall',
  'letterChecklist',
  'inOwnWords',
  'toldSoFar',
  'flags',
] as const

export type SummaryField = (typeof SUMMARY_FIELDS)[number]
export type CallerRole = (typeof CALLER_ROLES)[number]
export type Permission = (typeof PERMISSIONS)[number]
export type AgeBand = (typeof AGE_BANDS)[number]
export type Section = (typeof SECTIONS)[number]
export type LetterSeen = (typeof LETTER_SEEN)[number]
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number]
export type Want = (typeof WANTS)[number]
export type ContactRoute = (typeof CONTACT_ROUTES)[number]
export type BestTime = (typeof BEST_TIMES)[number]
export type Need = (typeof NEEDS)[number]
export type Provenance = (typeof PROVENANCES)[number]
export type CertificateReason = (typeof CERTIFICATE_REASONS)[number]

export interface AdviserContact {
  readonly made: YesNoUnsure
  readonly date: CalendarDate | null
  /** An organisation of the pack. */
  readonly provider: string | null
}

export interface CertificateFacts {
  /** Null where the decision was not given or was taken out. */
  readonly needed: CertificateNeed | null
  readonly reason: CertificateReason | null
  readonly held: YesNoUnsure | null
  readonly issueDate: CalendarDate | null
}

export interface SafeContact {
  readonly mayLeaveMessage: YesNoUnsure
  readonly maySayWho: YesNoUnsure
  readonly bestTimes: readonly BestTime[]
}

/** What helps in the call; never the reason for it. */
export interface CallNeeds {
  readonly needs: readonly Need[]
  readonly language: string | null
  readonly other: string | null
}

/** An answer that the family was given: a topic or message of the pack, and the pack's version. */
export interface ToldSoFar {
  readonly id: string
  readonly version: string
}

/** What was agreed to, and nothing else about it. */
export interface Consent {
  /** The version of the pack whose words were shown. */
  readonly wordingVersion: string
  /** A moment in UTC, ISO 8601. */
  readonly givenAt: string
  /** The organisation. */
  readonly recipient: string
  readonly fieldsShared: readonly SummaryField[]
  readonly language: 'en'
}

export interface Summary {
  readonly schema: typeof SUMMARY_SCHEMA
  /** Nine digits, the last a check digit; null until it is shared. */
  readonly reference: string | null
  /** The day, in Europe/London, on which the clocks were counted. */
  readonly calculatedOn: CalendarDate
  readonly callerRole: CallerRole | null
  /** How a supporter or professional was given permission. */
  readonly permissionGiven: Permission | null
  readonly ageBand: AgeBand | null
  /** A council of the pack, or `unsure`. */
  readonly localAuthority: string
  readonly decisionType: Decision | null
  readonly sectionsDisputed: readonly Section[]
  readonly letterDate: { readonly date: CalendarDate; readonly seen: LetterSeen } | null
  readonly sentDateIfDifferent: CalendarDate | null
  readonly adviserContact: AdviserContact | null
  readonly certificate: CertificateFacts | null
  readonly clocks: readonly ToldClock[]
  readonly wants: readonly Want[]
  readonly contactRoute: ContactRoute
  /** A phone number or an e-mail address; kept apart, forgotten first, and null everywhere but in what a receiver fetches. */
  readonly contactValue: string | null
  readonly safeContact: SafeContact | null
  readonly preferredName: string | null
  readonly needsForTheCall: CallNeeds | null
  /** What the letter holds of what it must, by the item's id: SEND Regs 2014 reg 32. */
  readonly letterChecklist: Readonly<Record<string, YesNoUnsure>> | null
  readonly inOwnWords: string | null
  readonly toldSoFar: readonly ToldSoFar[]
  readonly flags: readonly Flag[]
  readonly provenance: Readonly<Record<SummaryField, Provenance>>
  /** Null until it is shared. */
  readonly consent: Consent | null
}

/** At most so many travel: the most urgent clocks, the latest answers. */
export const MOST_CLOCKS = 3
export const MOST_WANTS = 3
export const MOST_TOLD = 40
