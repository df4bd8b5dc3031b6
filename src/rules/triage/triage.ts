// From the facts of a dispute to its row: an ordered table, the first that fits wins, the last always fits.
import type { Decision } from '../decisions'
import { rowOf, type Problem, type TriageRow } from './rows'

/** The sections of an EHC plan, and the two words families use for its health and social care parts. */
export const SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2', 'I', 'J', 'K', 'health', 'care'] as const
export type Section = (typeof SECTIONS)[number]

export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const
export const AGAINST = [
  'school',
  'la-nursery',
  'pupil-referral-unit',
  'college',
  'private-nursery',
  'nursery',
  'council',
  'health-body',
] as const
export const PLACEMENTS = ['named', 'type', 'none'] as const

/** What is known of a dispute. Everything is optional: what is missing is decided by the row that needs least. */
export interface TriageFacts {
  readonly decision?: Decision | undefined
  /** The row itself, where the person chose it by name. */
  readonly problem?: Problem | undefined
  readonly sections?: readonly Section[] | undefined
  /** What is wrong with Section I: the school named, the type named, or nothing named. */
  readonly placement?: (typeof PLACEMENTS)[number] | undefined
  /** Whom the complaint is about. */
  readonly against?: (typeof AGAINST)[number] | undefined
  readonly nation?: (typeof NATIONS)[number] | undefined
}

interface Fit {
  readonly problem: Problem | ((facts: TriageFacts) => Problem)
  readonly fits: (facts: TriageFacts) => boolean
}

const EDUCATION: readonly Section[] = ['B', 'F']
const HEALTH_OR_CARE: readonly Section[] = ['C', 'D', 'G', 'H', 'H1', 'H2', 'health', 'care']

const names = (facts: TriageFacts, sections: readonly Section[]): boolean =>
  facts.sections?.some((section) => sections.includes(section)) === true
const about = ({ decision }: TriageFacts, ...decisions: (Decision | undefined)[]): boolean => decisions.includes(decision)
const aboutPlan = (facts: TriageFacts): boolean =>
  facts.decision === undefined || about(facts, 'plan-content', 'plan-placement-only', 'health-or-care')

/** Fits whatever is left: the decision's own row, or the one of not being sure. */
const LAST: Fit = { problem: ({ decision }) => problemOf(decision ?? 'unsure'), fits: () => true }

const TABLE: readonly Fit[] = [
  { problem: 'outside-england', fits: ({ nation }) => nation !== undefined && nation !== 'england' },
  { problem: chosen, fits: ({ problem }) => problem !== undefined },
  {
    problem: 'placement-and-content',
    fits: (facts) => aboutPlan(facts) && names(facts, EDUCATION) && (names(facts, ['I']) || about(facts, 'plan-placement-only')),
  },
  { problem: 'plan-content', fits: (facts) => aboutPlan(facts) && names(facts, EDUCATION) },
  { problem: 'health-or-care', fits: (facts) => aboutPlan(facts) && names(facts, HEALTH_OR_CARE) },
  { problem: placementLimb, fits: (facts) => aboutPlan(facts) && names(facts, ['I']) },
  { problem: 'other-sections', fits: (facts) => aboutPlan(facts) && names(facts, SECTIONS) },
  { problem: placementLimb, fits: (facts) => about(facts, 'plan-placement-only') },
  { problem: 'discrimination-elsewhere', fits: (facts) => about(facts, 'discrimination') && isForTheCourt(facts.against) },
  LAST,
]

/**
 * The row of the table of routes for these facts, with its route, whether an appeal needs a certificate, and who may act. Always finds one.
 * CFA 2014 ss.51, 55 and 57; Equality Act 2010 Sch 17; SI 2017/1306.
 */
export function triage(facts: TriageFacts): TriageRow {
  const { problem } = TABLE.find(({ fits }) => fits(facts)) ?? LAST
  return rowOf(typeof problem === 'string' ? problem : problem(facts))
}

/** The row a decision has when nothing more is known. */
export function problemOf(decision: Decision): Problem {
  switch (decision) {
    case 'plan-placement-only':
      return 'placement-named'
    case 'discrimination':
      return 'discrimination-school'
    default:
      return decision
  }
}

function chosen({ problem }: TriageFacts): Problem {
  return problem ?? 'unsure'
}

function placementLimb({ placement }: TriageFacts): Problem {
  switch (placement) {
    case 'type':
      return 'placement-type'
    case 'none':
      return 'placement-none'
    default:
      return 'placement-named'
  }
}

/** Claims against colleges, private nurseries and councils go to the County Court. Equality Act 2010 s.114. */
function isForTheCourt(against: TriageFacts['against']): boolean {
  return against === 'college' || against === 'private-nursery' || against === 'council'
}
