// Every kind of decision or problem, one row each: what it is called, which route it has and who may take it.
import type { CertificateNeed, Decision } from '../decisions'

export type Route =
  'appeal' | 'appeal-no-certificate' | 'discrimination-claim' | 'resolution' | 'complaint' | 'panel' | 'court' | 'none-yet' | 'elsewhere'

/** Who may take the route; the words for it are in the pack. CFA 2014 s.51 for appeals, Equality Act 2010 Sch 17 for claims. */
export type WhoMayAct = 'appellant' | 'claimant' | 'family' | 'bodies-only' | 'nobody-yet' | 'elsewhere'

export interface TriageRow {
  /** The row of the table of routes, 1 to 34; null for the two answers that fit no row yet. */
  readonly row: number | null
  readonly problem: string
  readonly decision: Decision | null
  readonly route: Route
  readonly certificate: CertificateNeed
  readonly who: WhoMayAct
}

const appeal = { route: 'appeal', certificate: 'needed', who: 'appellant' } as const
const placementOnly = {
  decision: 'plan-placement-only',
  route: 'appeal-no-certificate',
  certificate: 'not-needed',
  who: 'appellant',
} as const
const resolution = { route: 'resolution', certificate: 'not-needed', who: 'family' } as const
const complaint = { route: 'complaint', certificate: 'not-needed', who: 'family' } as const
const panel = { route: 'panel', certificate: 'not-needed', who: 'family' } as const

export const TRIAGE_ROWS = [
  { row: 1, problem: 'refuse-assess', decision: 'refuse-assess', ...appeal }, // CFA 2014 s.51(2)(a)
  { row: 2, problem: 'refuse-issue', decision: 'refuse-issue', ...appeal }, // s.51(2)(b)
  { row: 3, problem: 'plan-content', decision: 'plan-content', ...appeal }, // s.51(2)(c)(i), (ii)
  { row: 4, problem: 'placement-named', ...placementOnly }, // s.51(2)(c)(iii)
  { row: 5, problem: 'placement-type', ...placementOnly },
  { row: 6, problem: 'placement-none', ...placementOnly }, // s.51(2)(c)(iv)
  { row: 7, problem: 'placement-and-content', decision: 'plan-content', ...appeal },
  { row: 8, problem: 'refuse-amend', decision: 'refuse-amend', ...appeal }, // s.51(2)(e)
  { row: 9, problem: 'refuse-reassess', decision: 'refuse-reassess', ...appeal }, // s.51(2)(d)
  { row: 10, problem: 'cease', decision: 'cease', ...appeal }, // s.51(2)(f)
  { row: 11, problem: 'health-or-care', decision: 'health-or-care', route: 'appeal', certificate: 'check', who: 'appellant' }, // SI 2017/1306
  { row: 12, problem: 'other-sections', decision: 'none-yet', route: 'none-yet', certificate: 'not-needed', who: 'nobody-yet' },
  { row: 13, problem: 'draft-plan', decision: 'draft-plan', route: 'none-yet', certificate: 'not-needed', who: 'nobody-yet' }, // SEND Regs 2014 reg 13(1)
  { row: 14, problem: 'sen-support', decision: 'sen-support', ...resolution }, // CFA 2014 s.57
  { row: 15, problem: 'sen-duties', decision: 'sen-support', ...resolution },
  { row: 16, problem: 'setting-provision', decision: 'sen-support', ...resolution },
  { row: 17, problem: 'health-care-in-process', decision: 'health-or-care', ...resolution },
  { row: 18, problem: 'council-and-health-body', decision: null, route: 'resolution', certificate: 'not-needed', who: 'bodies-only' },
  {
    row: 19,
    problem: 'discrimination-school',
    decision: 'discrimination',
    route: 'discrimination-claim',
    certificate: 'not-needed',
    who: 'claimant',
  }, // Equality Act 2010 Sch 17
  { row: 20, problem: 'discrimination-elsewhere', decision: 'discrimination', route: 'court', certificate: 'not-needed', who: 'family' },
  { row: 21, problem: 'discrimination-admission', decision: 'admission', ...panel },
  { row: 22, problem: 'exclusion', decision: 'exclusion', ...panel },
  { row: 23, problem: 'out-of-school', decision: 'exclusion', ...complaint },
  { row: 24, problem: 'la-late', decision: 'la-late', ...complaint },
  { row: 25, problem: 'provision-not-delivered', decision: 'provision-not-delivered', ...complaint }, // CFA 2014 s.42(2)
  { row: 26, problem: 'review-late', decision: 'la-late', ...complaint },
  { row: 27, problem: 'agreement-broken', decision: 'provision-not-delivered', ...complaint }, // SEND Regs 2014 reg 42
  { row: 28, problem: 'order-not-followed', decision: 'tribunal-decision', ...complaint },
  { row: 29, problem: 'transport', decision: 'transport', ...complaint },
  { row: 30, problem: 'personal-budget', decision: 'personal-budget', ...complaint },
  { row: 31, problem: 'admission', decision: 'admission', ...panel },
  { row: 32, problem: 'health-complaint', decision: 'health-or-care', ...complaint },
  { row: 33, problem: 'tribunal-decision', decision: 'tribunal-decision', route: 'court', certificate: 'not-needed', who: 'appellant' },
  { row: 34, problem: 'outside-england', decision: null, route: 'elsewhere', certificate: 'not-needed', who: 'elsewhere' },
  { row: null, problem: 'none-yet', decision: 'none-yet', route: 'none-yet', certificate: 'not-needed', who: 'nobody-yet' },
  { row: null, problem: 'unsure', decision: 'unsure', route: 'none-yet', certificate: 'check', who: 'nobody-yet' },
] as const satisfies readonly TriageRow[]

export type Problem = (typeof TRIAGE_ROWS)[number]['problem']

/** Whether a text names a problem that has a row. */
export function isProblem(text: string): text is Problem {
  return TRIAGE_ROWS.some(({ problem }) => problem === text)
}

/** The row of a problem; the last one, which always fits, for one that has none. */
export function rowOf(problem: Problem): TriageRow {
  return TRIAGE_ROWS.find((row) => row.problem === problem) ?? TRIAGE_ROWS[TRIAGE_ROWS.length - 1]!
}
