// From what the conversation knows to what would be shared: nothing is added that the family did not say or a rule did not count.
import type { ToldClock } from '../deadlines/types'
import type { CalendarDate } from '../calendar-date'
import { certificateNeed, type Decision } from '../decisions'
import type { BankHolidays } from '../working-days'
import type { Flag } from './handoff-types'
import { deadlineFlags } from './summary-flags'
import {
  MOST_CLOCKS,
  MOST_TOLD,
  MOST_WANTS,
  SUMMARY_SCHEMA,
  type AdviserContact,
  type CallerRole,
  type CertificateFacts,
  type CertificateReason,
  type CallNeeds,
  type ContactRoute,
  type LetterSeen,
  type Permission,
  type Provenance,
  type SafeContact,
  type Section,
  type Summary,
  type SummaryField,
  type ToldSoFar,
  type Want,
  type YesNoUnsure,
} from './summary'

/** What the conversation remembers, under the names it remembers it by. */
export interface SummaryFacts {
  readonly voice?: 'parent' | 'young-person' | undefined
  readonly junePassed?: YesNoUnsure | undefined
  readonly council?: string | undefined
  readonly decision?: Decision | undefined
  readonly letterDate?: CalendarDate | undefined
  readonly letterDateIsRough?: boolean | undefined
  readonly certificate?: YesNoUnsure | undefined
  readonly certificateDate?: CalendarDate | undefined
}

/** What is asked only when something is to be shared. Own words are checked first: `checkOwnWords`. */
export interface SummaryChoices {
  readonly contactRoute: ContactRoute
  readonly callerRole?: CallerRole | undefined
  readonly permissionGiven?: Permission | undefined
  readonly sectionsDisputed?: readonly Section[] | undefined
  readonly letterSeen?: LetterSeen | undefined
  readonly sentDate?: CalendarDate | undefined
  readonly adviserContact?: AdviserContact | undefined
  readonly wants?: readonly Want[] | undefined
  readonly safeContact?: SafeContact | undefined
  readonly preferredName?: string | undefined
  readonly needsForTheCall?: CallNeeds | undefined
  readonly letterChecklist?: Readonly<Record<string, YesNoUnsure>> | undefined
  readonly inOwnWords?: string | undefined
  /** Flags that the talk gave rise to; those of the dates are added. */
  readonly signals?: readonly Flag[] | undefined
}

export interface SummaryInput {
  readonly today: CalendarDate
  readonly holidays: BankHolidays
  readonly facts: SummaryFacts
  /** As counted today, each with its working. */
  readonly clocks: readonly ToldClock[]
  readonly toldSoFar: readonly ToldSoFar[]
  readonly choices: SummaryChoices
}

/** The summary as it would be shared, without reference, contact value and consent. @throws BeyondHolidayList */
export function buildSummary({ today, holidays, facts, clocks: counted, toldSoFar, choices }: SummaryInput): Summary {
  const clocks = [...counted].sort(byUrgency).slice(0, MOST_CLOCKS)
  const signals = choices.signals ?? []
  const content: Omit<Summary, 'provenance'> = {
    schema: SUMMARY_SCHEMA,
    reference: null,
    calculatedOn: today,
    callerRole: choices.callerRole ?? roleOf(facts),
    permissionGiven: permissionOf(choices),
    ageBand: ageBandOf(facts),
    localAuthority: facts.council ?? 'unsure',
    decisionType: facts.decision ?? null,
    sectionsDisputed: isAboutSections(facts.decision) ? settled(choices.sectionsDisputed) : [],
    letterDate: letterOf(facts, choices),
    sentDateIfDifferent: choices.sentDate === facts.letterDate ? null : (choices.sentDate ?? null),
    adviserContact: contactOf(facts, choices),
    certificate: certificateOf(facts),
    clocks,
    wants: settled(choices.wants).slice(0, MOST_WANTS),
    contactRoute: choices.contactRoute,
    contactValue: null,
    safeContact: choices.safeContact ?? null,
    preferredName: choices.preferredName ?? null,
    needsForTheCall: choices.needsForTheCall ?? null,
    letterChecklist: choices.letterChecklist ?? null,
    inOwnWords: choices.inOwnWords ?? null,
    toldSoFar: toldSoFar.slice(-MOST_TOLD),
    flags: [...new Set([...deadlineFlags(clocks, today, holidays), ...signals])],
    consent: null,
  }
  return { ...content, provenance: provenanceOf(content, facts, choices) }
}

function roleOf({ voice }: SummaryFacts): CallerRole | null {
  if (voice === undefined) return null
  return voice === 'young-person' ? 'young_person' : 'parent_or_carer'
}

/** Children and Families Act 2014 s.83: a young person is over compulsory school age and under 25. */
function ageBandOf({ junePassed }: SummaryFacts): Summary['ageBand'] {
  if (junePassed === undefined) return null
  return ({ yes: 'young_person_16_to_25', no: 'below_compulsory_age_end', unsure: 'unsure' } as const)[junePassed]
}

function letterOf({ letterDate, letterDateIsRough }: SummaryFacts, { letterSeen }: SummaryChoices): Summary['letterDate'] {
  if (letterDate === undefined) return null
  return { date: letterDate, seen: letterSeen ?? (letterDateIsRough ? 'from_memory' : 'unknown') }
}

/** Only an adviser issues a certificate, so who holds one has been in contact: SEND Regs 2014 regs 33 and 34. */
function contactOf({ certificate }: SummaryFacts, { adviserContact: said }: SummaryChoices): AdviserContact | null {
  if (said) return said.made === 'yes' ? said : { made: said.made, date: null, provider: null }
  return certificate === 'yes' ? { made: 'yes', date: null, provider: null } : null
}

function permissionOf({ callerRole, permissionGiven }: SummaryChoices): Permission | null {
  const isForOthers = callerRole === 'supporter_with_permission' || callerRole === 'professional_with_permission'
  return isForOthers ? (permissionGiven ?? null) : null
}

function isAboutSections(decision: Decision | undefined): boolean {
  return decision === 'plan-content' || decision === 'plan-placement-only'
}

/** Not being sure says nothing more beside something that is sure. */
function settled<Choice extends string>(chosen: readonly (Choice | 'unsure')[] = []): readonly (Choice | 'unsure')[] {
  const sure = chosen.filter((choice) => choice !== 'unsure')
  return sure.length > 0 ? sure : chosen.slice(0, 1)
}

function certificateOf({ decision, certificate, certificateDate }: SummaryFacts): CertificateFacts | null {
  if (decision === undefined && certificate === undefined) return null
  return {
    needed: decision === undefined ? null : certificateNeed(decision),
    reason: decision === undefined ? null : reasonOf(decision),
    held: certificate ?? null,
    issueDate: certificate === 'yes' ? (certificateDate ?? null) : null,
  }
}

function reasonOf(decision: Decision): CertificateReason {
  if (decision === 'plan-placement-only') return 'section_i_only'
  if (decision === 'discrimination') return 'discrimination_claim'
  return ({ needed: 'appeal_decision', 'not-needed': 'no_appeal', check: 'depends' } as const)[certificateNeed(decision)]
}

/** Where each field comes from; what holds nothing is unknown. */
function provenanceOf(content: Omit<Summary, 'provenance'>, facts: SummaryFacts, choices: SummaryChoices): Summary['provenance'] {
  const said = (value: unknown): Provenance => (isEmpty(value) ? 'unknown' : 'user_said')
  const derived = (value: unknown): Provenance => (isEmpty(value) ? 'unknown' : 'derived')
  return {
    callerRole: said(content.callerRole),
    permissionGiven: said(content.permissionGiven),
    ageBand: said(content.ageBand),
    localAuthority: said(facts.council),
    decisionType: said(content.decisionType),
    sectionsDisputed: said(content.sectionsDisputed),
    letterDate: said(content.letterDate),
    sentDateIfDifferent: said(content.sentDateIfDifferent),
    adviserContact: choices.adviserContact ? 'user_said' : derived(content.adviserContact),
    certificate: facts.certificate === undefined ? derived(content.certificate) : 'user_said',
    clocks: derived(content.clocks),
    wants: said(content.wants),
    contactRoute: 'user_said',
    safeContact: said(content.safeContact),
    preferredName: said(content.preferredName),
    needsForTheCall: said(content.needsForTheCall),
    letterChecklist: said(content.letterChecklist),
    inOwnWords: said(content.inOwnWords),
    toldSoFar: derived(content.toldSoFar),
    flags: derived(content.flags),
  } satisfies Record<SummaryField, Provenance>
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

/** The family's own days first, then those of others; of one day the adviser's first, which comes before the other in life. */
function byUrgency(a: ToldClock, b: ToldClock): number {
  if ((a.safeDate === null) !== (b.safeDate === null)) return a.safeDate === null ? 1 : -1
  const [first, second] = [a.safeDate ?? a.lastDate, b.safeDate ?? b.lastDate]
  if (first === second) return Number(b.clock === 'mediation-adviser') - Number(a.clock === 'mediation-adviser')
  return first < second ? -1 : 1
}
