// What is shared of what was said: each field as it was said, with where it comes from, and nothing that nobody said.
import { deadlines } from '../../../src/rules/deadlines/deadlines'
import type { DeadlineQuestion, ToldClock } from '../../../src/rules/deadlines/types'
import { buildSummary, type SummaryChoices, type SummaryFacts } from '../../../src/rules/handoff/build-summary'
import type { Summary } from '../../../src/rules/handoff/summary'
import { actByClocksOf, actByOf, deadlineFlags } from '../../../src/rules/handoff/summary-flags'
import { workingDaysLeft } from '../../../src/rules/working-days'
import { day, holidays, law } from '../../holidays'

function clocksFor(question: DeadlineQuestion, today: string, time: string | null = null): readonly ToldClock[] {
  const { clocks } = deadlines(question, { today: day(today), time }, holidays, law)
  return clocks.map((clock) => ({ ...clock, working: 'the sum in words', sources: ['SEND Regs 2014 reg 33'] }))
}

function build(facts: SummaryFacts, choices: Partial<SummaryChoices> = {}, clocks: readonly ToldClock[] = []): Summary {
  return buildSummary({
    today: day('2026-11-20'),
    holidays,
    facts,
    clocks,
    toldSoFar: [{ id: 'appeal-deadline', version: '2026.11.1' }],
    choices: { contactRoute: 'i_will_call', ...choices },
  })
}

const letter: DeadlineQuestion = { decision: 'refuse-assess', letterDate: day('2026-10-09') }

test('a parent with a letter of 9 October, on 20 November', () => {
  const facts = { voice: 'parent', council: 'demo', decision: 'refuse-assess', letterDate: day('2026-10-09'), certificate: 'no' } as const
  const summary = build(facts, { wants: ['certificate_only'] }, clocksFor(letter, '2026-11-20'))
  expect(summary).toMatchObject({
    schema: 'send-handoff/1',
    reference: null,
    calculatedOn: '2026-11-20',
    callerRole: 'parent_or_carer',
    ageBand: null,
    localAuthority: 'demo',
    decisionType: 'refuse-assess',
    letterDate: { date: '2026-10-09', seen: 'unknown' },
    adviserContact: null,
    certificate: { needed: 'needed', reason: 'appeal_decision', held: 'no', issueDate: null },
    wants: ['certificate_only'],
    contactRoute: 'i_will_call',
    contactValue: null,
    flags: [],
    consent: null,
  })
  expect(summary.clocks.map(({ clock, safeDate, working }) => [clock, safeDate, working])).toEqual([
    ['mediation-adviser', '2026-12-09', 'the sum in words'],
    ['appeal', '2026-12-09', 'the sum in words'],
  ])
  expect(summary.provenance).toMatchObject({
    callerRole: 'user_said',
    ageBand: 'unknown',
    certificate: 'user_said',
    clocks: 'derived',
    wants: 'user_said',
    toldSoFar: 'derived',
    flags: 'unknown',
  })
})

test('where nothing was said, everything is unknown but how to be reached', () => {
  const summary = buildSummary({
    today: day('2026-11-20'),
    holidays,
    facts: {},
    clocks: [],
    toldSoFar: [],
    choices: { contactRoute: 'i_will_call' },
  })
  const known = Object.entries(summary.provenance).filter(([, from]) => from !== 'unknown')
  expect(known).toEqual([['contactRoute', 'user_said']])
  expect(summary).toMatchObject({ localAuthority: 'unsure', certificate: null, decisionType: null, callerRole: null })
})

test.each<[SummaryFacts, Partial<Summary>]>([
  [
    { voice: 'young-person', junePassed: 'yes' },
    { callerRole: 'young_person', ageBand: 'young_person_16_to_25' },
  ],
  [{ junePassed: 'no' }, { callerRole: null, ageBand: 'below_compulsory_age_end' }],
  [{ junePassed: 'unsure' }, { ageBand: 'unsure' }],
  [{ letterDate: day('2026-10-09'), letterDateIsRough: true }, { letterDate: { date: day('2026-10-09'), seen: 'from_memory' } }],
  [{ decision: 'plan-placement-only' }, { certificate: { needed: 'not-needed', reason: 'section_i_only', held: null, issueDate: null } }],
  [{ decision: 'discrimination' }, { certificate: { needed: 'not-needed', reason: 'discrimination_claim', held: null, issueDate: null } }],
  [{ decision: 'transport' }, { certificate: { needed: 'not-needed', reason: 'no_appeal', held: null, issueDate: null } }],
  [{ decision: 'health-or-care' }, { certificate: { needed: 'check', reason: 'depends', held: null, issueDate: null } }],
  [{ certificate: 'unsure' }, { certificate: { needed: null, reason: null, held: 'unsure', issueDate: null } }],
  [
    { certificate: 'yes', certificateDate: day('2026-11-02') },
    {
      certificate: { needed: null, reason: null, held: 'yes', issueDate: day('2026-11-02') },
      adviserContact: { made: 'yes', date: null, provider: null },
    },
  ],
  [
    { certificate: 'no', certificateDate: day('2026-11-02') },
    { certificate: { needed: null, reason: null, held: 'no', issueDate: null }, adviserContact: null },
  ],
])('%j gives %j', (facts, part) => {
  expect(build(facts)).toMatchObject(part)
})

test('a certificate with no word of the adviser makes the contact derived; what is said about it comes first', () => {
  expect(build({ certificate: 'yes' }).provenance.adviserContact).toBe('derived')
  const said = build({ certificate: 'yes' }, { adviserContact: { made: 'unsure', date: null, provider: null } })
  expect([said.adviserContact?.made, said.provenance.adviserContact]).toEqual(['unsure', 'user_said'])
})

test('a sent date that is the date of the letter is not said twice', () => {
  const facts = { letterDate: day('2026-10-09') }
  expect(build(facts, { sentDate: day('2026-10-09') }).sentDateIfDifferent).toBeNull()
  expect(build(facts, { sentDate: day('2026-10-12') }).sentDateIfDifferent).toBe('2026-10-12')
})

test('only the three most urgent clocks travel, the family’s own first', () => {
  const events = [{ row: 'm4', on: day('2026-11-02') } as const, { row: 'm5', on: day('2026-11-02') } as const]
  const clocks = clocksFor({ ...letter, conductDate: day('2026-09-01'), events }, '2026-11-20')
  expect(build({}, {}, clocks).clocks.map(({ clock }) => clock)).toEqual(['mediation-adviser', 'appeal', 'discrimination-claim'])
})

test.each([
  // 9 December 2026 is a Wednesday.
  ['2026-12-01', null, [], '2026-12-09'],
  ['2026-12-02', null, ['deadline-within-5-working-days'], '2026-12-09'],
  ['2026-12-09', '16:59', ['deadline-within-5-working-days'], '2026-12-09'],
  ['2026-12-09', '17:00', ['possibly-late'], '2026-12-09'],
])('on %s at %s the flags are %j and somebody must act by %s', (today, time, flags, actBy) => {
  const clocks = clocksFor(letter, today, time).filter(({ clock }) => clock === 'appeal')
  expect(deadlineFlags(clocks, day(today), holidays)).toEqual(flags)
  expect(actByOf(clocks, day(today))).toBe(actBy)
})

test('once everything has passed there is no day to act by, and the flag stays', () => {
  const clocks = clocksFor(letter, '2027-03-01')
  expect(clocks.every(({ status }) => status === 'passed')).toBe(true)
  expect(actByOf(clocks, day('2027-03-01'))).toBeNull()
  expect(actByClocksOf(clocks, day('2027-03-01'))).toEqual([])
  expect(deadlineFlags(clocks, day('2027-03-01'), holidays)).toEqual(['possibly-late'])
})

test('the day to act by belongs to every clock that ends on it', () => {
  const clocks = clocksFor(letter, '2026-11-20')
  expect([...actByClocksOf(clocks, day('2026-11-20'))].sort()).toEqual(['appeal', 'mediation-adviser'])
  const moved = clocks.map((clock) => (clock.clock === 'appeal' ? { ...clock, safeDate: day('2027-01-29') } : clock))
  expect(actByClocksOf(moved, day('2026-11-20'))).toEqual(['mediation-adviser'])
})

test('another body’s duty gives no day to act by and no flag', () => {
  const clocks = clocksFor({ decision: 'unsure', events: [{ row: 'm4', on: day('2026-11-16') }] }, '2026-11-20')
  expect(clocks.map(({ safeDate }) => safeDate)).toEqual([null])
  expect(actByOf(clocks, day('2026-11-20'))).toBeNull()
  expect(deadlineFlags(clocks, day('2026-11-20'), holidays)).toEqual([])
})

test('what the talk noticed stands beside what the dates say, each once', () => {
  const summary = build({}, { signals: ['looked-after', 'possibly-late', 'looked-after'] })
  expect(summary.flags).toEqual(['looked-after', 'possibly-late'])
})

test.each([
  ['2026-11-20', '2026-11-27', 5],
  ['2026-11-22', '2026-11-27', 5],
  ['2026-11-27', '2026-11-27', 0],
  ['2026-11-28', '2026-11-27', 0],
  ['2026-12-24', '2026-12-29', 1],
  ['2026-04-02', '2026-04-07', 1],
])('from %s to %s there are %i working days left', (today, date, left) => {
  expect(workingDaysLeft(day(today), day(date), holidays)).toBe(left)
})
