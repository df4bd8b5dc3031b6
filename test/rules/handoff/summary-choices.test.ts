// What is asked when something is to be shared, and the order and number of the clocks and wants that travel.
import { buildSummary, type SummaryChoices, type SummaryFacts } from '../../../src/rules/handoff/build-summary'
import type { ToldSoFar, Summary } from '../../../src/rules/handoff/summary'
import { actByOf, deadlineFlags } from '../../../src/rules/handoff/summary-flags'
import type { ClockName, ToldClock } from '../../../src/rules/deadlines/types'
import { day, holidays } from '../../holidays'

const TODAY = day('2026-11-20')
const clock = (name: ClockName, safeDate: string | null, lastDate = safeDate ?? '2026-12-31'): ToldClock => ({
  clock: name,
  safeDate: safeDate === null ? null : day(safeDate),
  lastDate: day(lastDate),
  outerDate: null,
  status: 'open',
  daysLeft: 40,
  working: 'the sum in words',
  sources: [],
})

function build(
  facts: SummaryFacts,
  choices: Partial<SummaryChoices>,
  clocks: readonly ToldClock[] = [],
  told: readonly ToldSoFar[] = [],
): Summary {
  return buildSummary({ today: TODAY, holidays, facts, clocks, toldSoFar: told, choices: { contactRoute: 'i_will_call', ...choices } })
}

test('what was chosen is shared as it was chosen', () => {
  const choices = {
    safeContact: { mayLeaveMessage: 'no', maySayWho: 'unsure', bestTimes: [] },
    preferredName: 'Quibble',
    needsForTheCall: { needs: [], language: null, other: 'slow words' },
    letterChecklist: { 'right-to-appeal': 'no' },
    inOwnWords: 'we wait for a place',
  } as const
  const summary = build({}, choices)
  expect(summary).toMatchObject(choices)
  expect(summary.provenance).toMatchObject({ safeContact: 'user_said', preferredName: 'user_said', inOwnWords: 'user_said' })
})

test.each([
  ['supporter_with_permission', 'by_voice', 'by_voice'],
  ['professional_with_permission', 'by_voice', 'by_voice'],
  ['supporter_with_permission', undefined, null],
  ['parent_or_carer', 'by_voice', null],
  [undefined, 'by_voice', null],
] as const)('%s with permission %s shares %s', (callerRole, permissionGiven, shared) => {
  expect(build({}, { callerRole, permissionGiven }).permissionGiven).toBe(shared)
})

test.each([
  ['plan-content', ['B', 'F']],
  ['plan-placement-only', ['B', 'F']],
  ['refuse-assess', []],
  [undefined, []],
] as const)('sections in dispute, where the decision is %s: %j', (decision, shared) => {
  expect(build({ decision }, { sectionsDisputed: ['B', 'F'] }).sectionsDisputed).toEqual(shared)
})

test.each([
  [['unsure', 'B', 'unsure'], ['B']],
  [['unsure', 'unsure'], ['unsure']],
  [['unsure'], ['unsure']],
  [[], []],
  [undefined, []],
] as const)('of the sections %j go %j', (sectionsDisputed, shared) => {
  expect(build({ decision: 'plan-content' }, { sectionsDisputed }).sectionsDisputed).toEqual(shared)
})

test('no more than three wants and the last forty answers travel', () => {
  const wants = ['mediation', 'certificate_only', 'unsure', 'disagreement_resolution', 'advice_first'] as const
  const told = Array.from({ length: 41 }, (_, at) => ({ id: `answer-${at}`, version: '1' }))
  const summary = build({}, { wants }, [], told)
  expect(summary.wants).toEqual(['mediation', 'certificate_only', 'disagreement_resolution'])
  expect([summary.toldSoFar.length, summary.toldSoFar[0]?.id, summary.toldSoFar[39]?.id]).toEqual([40, 'answer-1', 'answer-40'])
})

test.each([
  ['yes', { made: 'yes', date: '2026-11-02', provider: 'calm-water' }],
  ['no', { made: 'no', date: null, provider: null }],
  ['unsure', { made: 'unsure', date: null, provider: null }],
] as const)('contact %s, with its date and provider only where there was one', (made, shared) => {
  expect(build({}, { adviserContact: { made, date: day('2026-11-02'), provider: 'calm-water' } }).adviserContact).toEqual(shared)
})

describe('the most urgent clocks come first', () => {
  const appeal = clock('appeal', '2026-12-09')
  const adviser = clock('mediation-adviser', '2026-12-09')
  const later = clock('discrimination-claim', '2027-02-26')
  const others = clock('m4', null, '2026-11-25')
  const othersLater = clock('m5', null, '2026-12-25')

  test.each<[string, readonly ToldClock[], readonly ClockName[]]>([
    ['earlier before later', [later, appeal], ['appeal', 'discrimination-claim']],
    ['in either order', [appeal, later], ['appeal', 'discrimination-claim']],
    ['of one day the adviser', [appeal, adviser], ['mediation-adviser', 'appeal']],
    ['in either order too', [adviser, appeal], ['mediation-adviser', 'appeal']],
    ['of one day, of others, as they came', [clock('m4', '2026-12-09'), appeal], ['m4', 'appeal']],
    ['the family’s own before those of others', [others, later], ['discrimination-claim', 'm4']],
    ['also where they come first', [later, others], ['discrimination-claim', 'm4']],
    ['those of others by their last day', [othersLater, others], ['m4', 'm5']],
    ['those of others by their last day, in order', [others, othersLater], ['m4', 'm5']],
    [
      'the safe day counts, not the last',
      [clock('appeal', '2026-12-09', '2027-03-01'), clock('m5', '2026-12-10', '2026-12-10')],
      ['appeal', 'm5'],
    ],
    ['in reverse', [clock('m5', '2026-12-10', '2026-12-10'), clock('appeal', '2026-12-09', '2027-03-01')], ['appeal', 'm5']],
    ['only three', [othersLater, others, later, adviser, appeal], ['mediation-adviser', 'appeal', 'discrimination-claim']],
  ])('%s', (_name, clocks, order) => expect(build({}, {}, clocks).clocks.map((one) => one.clock)).toEqual(order))
})

describe('flags of the dates', () => {
  const near = { ...clock('appeal', '2026-11-25'), daysLeft: 5 }
  const everyDayOff = {
    from: TODAY,
    until: day('2027-01-31'),
    days: new Set(Array.from({ length: 31 }, (_, at) => day(`2026-12-${`${at + 1}`.padStart(2, '0')}`))),
  }

  test.each<[string, ToldClock, readonly string[]]>([
    ['near', near, ['deadline-within-5-working-days']],
    ['nobody of the family need act', { ...near, safeDate: null }, []],
    ['over', { ...near, status: 'passed' }, ['possibly-late']],
    ['over, and nobody of the family had to act', { ...near, safeDate: null, status: 'passed' }, []],
    ['far beyond the list of bank holidays', { ...near, safeDate: day('2031-01-06'), daysLeft: 1500 }, []],
  ])('%s', (_name, one, flags) => expect(deadlineFlags([one], TODAY, holidays)).toEqual(flags))

  test('more than three weeks off is far, however many of the days are holidays', () => {
    const off = { ...clock('appeal', '2026-12-21'), daysLeft: 21 }
    expect(deadlineFlags([off], day('2026-11-30'), everyDayOff)).toEqual(['deadline-within-5-working-days'])
    expect(deadlineFlags([{ ...off, safeDate: day('2026-12-22'), daysLeft: 22 }], day('2026-11-30'), everyDayOff)).toEqual([])
  })

  test('in its late window a clock asks for today; one that is another body’s asks for nothing', () => {
    expect(actByOf([{ ...near, status: 'late-window' }], day('2026-11-27'))).toBe('2026-11-27')
    expect(actByOf([{ ...near, safeDate: null, status: 'late-window' }], day('2026-11-27'))).toBeNull()
  })
})
