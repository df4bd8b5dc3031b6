// What a family takes out is gone from the summary itself, with whatever would still tell it.
import type { ToldClock } from '../../../src/rules/deadlines/types'
import type { Summary } from '../../../src/rules/handoff/summary'
import type { LineId } from '../../../src/rules/handoff/summary-lines'
import { fieldsShared, takeOut } from '../../../src/rules/handoff/take-out'
import { readSummary } from '../../../src/handoff/summary-schema'
import { FULL } from '../../handoff/summary-examples'
import { day, holidays } from '../../holidays'

const full = readSummary(FULL) as Summary
const clock = (name: ToldClock['clock'], safeDate: string): ToldClock => ({
  clock: name,
  safeDate: day(safeDate),
  lastDate: day(safeDate),
  outerDate: null,
  status: 'urgent',
  daysLeft: 4,
  working: 'The letter is dated Friday 9 October 2026.',
  sources: [],
})
const dated: Summary = {
  ...full,
  clocks: [clock('appeal', '2026-12-09'), clock('mediation-adviser', '2026-11-25'), clock('discrimination-claim', '2026-11-26')],
  certificate: { needed: 'needed', reason: 'appeal_decision', held: 'yes', issueDate: day('2026-11-09') },
  flags: ['deadline-within-5-working-days', 'looked-after'],
}
const without = (...lines: LineId[]): Summary => takeOut(dated, lines, holidays)
const clocksOf = ({ clocks }: Summary): readonly string[] => clocks.map((one) => one.clock)

test('with the date of the letter go the clocks that run from it, which name it', () => {
  const left = without('letterDate')
  expect([left.letterDate, left.sentDateIfDifferent, clocksOf(left)]).toEqual([null, null, ['discrimination-claim']])
  expect(left.provenance).toMatchObject({ letterDate: 'unknown', sentDateIfDifferent: 'unknown', clocks: 'derived', wants: 'user_said' })
})

test('with the day it was sent go the same clocks, and the letter stays', () => {
  const left = without('sentDateIfDifferent')
  expect([left.letterDate?.date, left.sentDateIfDifferent, clocksOf(left)]).toEqual(['2026-10-09', null, ['discrimination-claim']])
})

test('with a dated certificate goes the appeal, whose sum names it; one without a date leaves it', () => {
  expect([without('certificate').certificate, clocksOf(without('certificate'))]).toEqual([
    null,
    ['mediation-adviser', 'discrimination-claim'],
  ])
  const undated = { ...dated, certificate: { needed: 'needed', reason: 'appeal_decision', held: 'no', issueDate: null } as const }
  expect(clocksOf(takeOut(undated, ['certificate'], holidays))).toHaveLength(3)
})

test('with the decision go its sections and what the certificate tells of it', () => {
  const left = without('decisionType')
  expect([left.decisionType, left.sectionsDisputed]).toEqual([null, []])
  expect(left.certificate).toEqual({ needed: null, reason: null, held: 'yes', issueDate: '2026-11-09' })
})

test('with who is asking goes how they were given permission', () => {
  expect([without('callerRole').callerRole, without('callerRole').permissionGiven]).toEqual([null, null])
})

test('a flag of the dates goes with the last clock that calls for it, and other flags stay', () => {
  expect(without('clocks:mediation-adviser').flags).toEqual(['deadline-within-5-working-days', 'looked-after'])
  expect(without('clocks:mediation-adviser', 'clocks:discrimination-claim').flags).toEqual(['looked-after'])
})

test('flags that were taken out do not come back', () => {
  expect(without('flags', 'clocks:appeal').flags).toEqual([])
})

test('what sending needs stays, and nothing taken out leaves everything as it was', () => {
  expect(without('localAuthority', 'contactRoute')).toEqual(dated)
  expect(without()).toEqual(dated)
})

test('only what is still there counts as shared', () => {
  const left = without('letterDate', 'preferredName', 'inOwnWords', 'toldSoFar', 'safeContact')
  expect(fieldsShared(left)).toEqual([
    'callerRole',
    'permissionGiven',
    'ageBand',
    'localAuthority',
    'decisionType',
    'sectionsDisputed',
    'adviserContact',
    'certificate',
    'clocks',
    'wants',
    'contactRoute',
    'needsForTheCall',
    'letterChecklist',
    'flags',
  ])
})

test.each([
  ['ageBand', null],
  ['adviserContact', null],
  ['safeContact', null],
  ['preferredName', null],
  ['needsForTheCall', null],
  ['letterChecklist', null],
  ['inOwnWords', null],
  ['wants', []],
  ['toldSoFar', []],
  ['flags', []],
] as const)('%s goes, and nothing else with it', (line, gone) => {
  const left = without(line)
  expect(left).toEqual({ ...dated, [line]: gone, provenance: { ...dated.provenance, [line]: 'unknown' } })
})

test('a certificate of which nothing is known can be taken out', () => {
  expect(takeOut({ ...dated, certificate: null }, ['certificate'], holidays).certificate).toBeNull()
})
