// The content pack in memory: everything that is said, by id.
import type { LawPeriods } from '../rules/deadlines/law-periods'
import type { ClockName, WarningCode } from '../rules/deadlines/types'
import type { CouncilNames } from '../rules/find-council/council-names'
import type { Nation } from '../rules/find-topic/elsewhere'
import type { SmallTalk } from '../rules/find-topic/small-talk'
import type { WordTables } from '../rules/find-topic/word-tables'
import type { Problem } from '../rules/triage/rows'
import type { BankHolidays } from '../rules/working-days'
import type { Safeguarding } from './safeguarding-schema'
import type { Council, Organisation } from './schema/contact'
import type { ClockWords, StepTemplate, Unit } from './schema/deadline'
import type { DecisionWords } from './schema/decision'
import type { Desk } from './schema/desk'
import type { AfterAgreement, LetterChecklist, TwoRoutes } from './schema/guides'
import type { Door } from './schema/matching'
import type { Message } from './schema/message'
import type { PackFile } from './schema/pack-file'
import type { Withdrawal } from './overlay/shapes'
import type { Voiced } from './schema/primitives'
import type { GlossaryEntry, Myth } from './schema/reference-lists'
import type { Source } from './schema/source'
import type { Topic } from './schema/topic'
import type { Translation } from './schema/translation'

/** The words for clocks, for the lines of a sum and for warnings. */
export interface DeadlineWords {
  /** How long the law gives, by day of decision. */
  readonly periods: readonly LawPeriods[]
  readonly clocks: ReadonlyMap<ClockName, ClockWords>
  readonly steps: Readonly<Record<StepTemplate, string>>
  readonly units: Readonly<Record<Unit, { readonly one: string; readonly many: string }>>
  readonly warnings: ReadonlyMap<WarningCode, Voiced>
}

/** The words for each row of routes, by the rule's name for it, and for who may act. */
export interface DecisionTable {
  readonly decisions: ReadonlyMap<string, DecisionWords>
  readonly who: ReadonlyMap<string, { readonly text: Voiced; readonly sources: readonly string[] }>
}

export interface Pack extends PackFile, DecisionTable {
  readonly sources: ReadonlyMap<string, Source>
  readonly messages: ReadonlyMap<string, Message>
  readonly deadlines: DeadlineWords
  readonly topics: ReadonlyMap<string, Topic>
  /** Topics that are not said, to nobody and in no conversation, until they are restored. */
  readonly withdrawn: ReadonlyMap<string, Withdrawal>
  readonly councils: ReadonlyMap<string, Council>
  /** The names by which people mean a council. */
  readonly councilNames: CouncilNames
  readonly organisations: ReadonlyMap<string, Organisation>
  /** Who can be reached through this service, by organisation. */
  readonly desks: ReadonlyMap<string, Desk>
  readonly glossary: ReadonlyMap<string, GlossaryEntry>
  readonly myths: ReadonlyMap<string, Myth>
  readonly letterChecklist: LetterChecklist
  /** What must happen after a mediation agreement, by what was agreed. */
  readonly afterAgreement: AfterAgreement
  readonly twoRoutes: TwoRoutes
  readonly bankHolidays: BankHolidays
  /** Fragments of what families write, by row. */
  readonly problemPhrases: ReadonlyMap<Problem, readonly string[]>
  readonly safeguarding: Safeguarding
  /** How words are read before questions are compared. */
  readonly wordTables: WordTables
  /** Where out-of-scope questions are sent, by door. */
  readonly doors: ReadonlyMap<string, Door>
  /** Whole messages that are no question. */
  readonly smallTalk: ReadonlyMap<string, SmallTalk>
  /** Words by which a message names another nation. */
  readonly nations: readonly Nation[]
  /** What people have translated, by language. */
  readonly translations: ReadonlyMap<string, Translation>
}
