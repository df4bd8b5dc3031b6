import fc from 'fast-check'
import { addDays, type CalendarDate } from '../../../src/rules/calendar-date'
import { deadlines, missingDate } from '../../../src/rules/deadlines/deadlines'
import { isEventRow } from '../../../src/rules/deadlines/event-rows'
import type { DeadlineQuestion, WarningCode } from '../../../src/rules/deadlines/types'
import { certificateNeed, DECISIONS, hasAppealClock, type Decision } from '../../../src/rules/decisions'
import { BeyondHolidayList } from '../../../src/rules/working-days'
import { day, holidays, law } from '../../holidays'
import examples from './worked-examples.json'

const APPEALS: Decision[] = [
  'refuse-assess',
  'refuse-reassess',
  'refuse-issue',
  'plan-content',
  'plan-placement-only',
  'refuse-amend',
  'cease',
]
const noon = (today: string): { today: CalendarDate; time: null } => ({ today: day(today), time: null })
const ask = (question: DeadlineQuestion, today = '2026-01-05', time: string | null = null) =>
  deadlines(question, { today: day(today), time }, holidays, law)
const dates = ({ clock, safeDate, lastDate, outerDate }: ReturnType<typeof ask>['clocks'][number]) => ({
  clock,
  safeDate,
  lastDate,
  outerDate,
})

describe('the worked examples', () => {
  it.each(examples.map((example) => [String(example.id), example] as const))('example %s', (_, example) => {
    const input = example.input as Record<string, unknown>
    const question = Object.fromEntries(Object.entries(input).filter(([key]) => key !== 'today')) as unknown as DeadlineQuestion
    const answer = deadlines(question, noon((input['today'] as string | undefined) ?? '2026-01-05'), holidays, law)
    const clock = answer.clocks.find((one) => one.clock === example.clock)
    expect(clock?.lastDate).toBe(example.lastDate)
    if ('safeDate' in example)
      expect(dates(clock!)).toEqual({
        clock: example.clock,
        safeDate: example.safeDate,
        lastDate: example.lastDate,
        outerDate: example.outerDate,
      })
    else expect(clock?.outerDate).toBeNull()
  })
})

describe('never too late, never backwards', () => {
  const letter = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2026-01-01'), days))
  const appealKind = fc.constantFrom(...APPEALS)

  it('a later letter never gives an earlier date', () => {
    fc.assert(
      fc.property(appealKind, letter, fc.integer({ min: 1, max: 60 }), (decision, letterDate, days) => {
        const first = ask({ decision, letterDate }).clocks[0]!
        const second = ask({ decision, letterDate: addDays(letterDate, days) }).clocks[0]!
        expect(second.lastDate >= first.lastDate && second.safeDate! >= first.safeDate!).toBe(true)
      }),
    )
  })

  it('the safe date is never after the last, the outer never before it, and a certificate never shortens the time', () => {
    fc.assert(
      fc.property(appealKind, letter, fc.integer({ min: -40, max: 120 }), (decision, letterDate, days) => {
        const without = ask({ decision, letterDate }).clocks[0]!
        const [appeal] = ask({ decision, letterDate, certificateDate: addDays(letterDate, days) }).clocks
        expect(appeal!.safeDate! <= appeal!.lastDate).toBe(true)
        expect(appeal!.outerDate === null || appeal!.outerDate > appeal!.lastDate).toBe(true)
        expect(appeal!.lastDate >= without.lastDate).toBe(true)
      }),
    )
  })
})

describe('how a clock stands', () => {
  // letter 2 March 2026: Saturday 2 May 2026, safe Friday 1 May, outer Tuesday 5 May (Monday is a bank holiday)
  const question: DeadlineQuestion = { decision: 'refuse-assess', letterDate: day('2026-03-02') }
  const stands = (today: string, time: string | null = null) => {
    const [appeal] = ask(question, today, time).clocks
    return [appeal!.status, appeal!.daysLeft]
  }
  it.each([
    ['2026-04-16', null, 'open', 15],
    ['2026-04-17', null, 'soon', 14],
    ['2026-04-23', null, 'soon', 8],
    ['2026-04-24', null, 'urgent', 7],
    ['2026-04-30', '23:59', 'urgent', 1],
    ['2026-05-01', null, 'today', 0],
    ['2026-05-01', '16:59', 'today', 0],
    ['2026-05-01', '17:00', 'late-window', 0],
    ['2026-05-02', null, 'late-window', -1],
    ['2026-05-05', '18:00', 'late-window', -4],
    ['2026-05-06', null, 'passed', -5],
  ])('on %s at %s it is %s with %i days left', (today, time, status, daysLeft) => expect(stands(today, time)).toEqual([status, daysLeft]))

  it('has a late window up to the last date where nothing moves the end', () => {
    const adviser = (today: string) => ask(question, today).clocks[1]
    expect(adviser('2026-05-02')).toMatchObject({ clock: 'mediation-adviser', status: 'late-window', outerDate: null })
    expect(adviser('2026-05-03')).toMatchObject({ status: 'passed' })
  })

  it('counts another body’s duty to its last date', () => {
    expect(ask({ decision: 'la-late', events: [{ row: 'l1', on: day('2026-01-05') }] }, '2026-02-09').clocks[0]).toMatchObject({
      safeDate: null,
      status: 'urgent',
      daysLeft: 7,
    })
  })

  it('says by how many days it is over', () => {
    expect(ask({ decision: 'refuse-assess', letterDate: day('2026-08-01') }, '2026-11-22').clocks[0]).toMatchObject({
      status: 'passed',
      daysLeft: -52,
    })
  })
})

describe('which date counts', () => {
  it('takes the earlier of letter and sent date, whichever way round', () => {
    for (const [letter, sent] of [
      ['2026-09-03', '2026-09-08'],
      ['2026-09-08', '2026-09-03'],
    ] as const) {
      const [appeal] = ask({ decision: 'plan-content', letterDate: day(letter), sentDate: day(sent) }).clocks
      expect(appeal).toMatchObject({ lastDate: '2026-11-03' })
      expect(appeal!.working.slice(0, 2)).toEqual([
        { kind: 'earlier-of', letter, sent },
        { kind: 'start', which: letter < sent ? 'letter' : 'sent', date: '2026-09-03' },
      ])
    }
  })

  it('shows the sum', () => {
    expect(ask({ decision: 'plan-content', letterDate: day('2026-06-30') }).clocks.map(({ working }) => working)).toEqual([
      [
        { kind: 'start', which: 'letter', date: '2026-06-30' },
        { kind: 'add-months', from: '2026-06-30', months: 2, to: '2026-08-30', clamped: false },
        { kind: 'safe', from: '2026-08-30', to: '2026-08-28' },
        { kind: 'roll-august', from: '2026-08-30', to: '2026-09-01' },
      ],
      [
        { kind: 'start', which: 'letter', date: '2026-06-30' },
        { kind: 'add-months', from: '2026-06-30', months: 2, to: '2026-08-30', clamped: false },
        { kind: 'safe', from: '2026-08-30', to: '2026-08-28' },
        { kind: 'no-roll' },
      ],
    ])
    expect(
      ask({ decision: 'refuse-issue', letterDate: day('2025-12-31'), sentDate: day('2025-12-31'), certificateDate: day('2026-01-31') })
        .clocks[0]!.working,
    ).toEqual([
      { kind: 'start', which: 'letter', date: '2025-12-31' },
      { kind: 'add-months', from: '2025-12-31', months: 2, to: '2026-02-28', clamped: true },
      { kind: 'start', which: 'certificate', date: '2026-01-31' },
      { kind: 'add-months', from: '2026-01-31', months: 1, to: '2026-02-28', clamped: true },
      { kind: 'later-of', twoMonths: '2026-02-28', certificateMonth: '2026-02-28', chosen: '2026-02-28' },
      { kind: 'safe', from: '2026-02-28', to: '2026-02-27' },
      { kind: 'roll-working-day', from: '2026-02-28', to: '2026-03-02' },
    ])
    expect(ask({ decision: 'refuse-assess', letterDate: day('2026-10-25') }).clocks[0]!.working.at(-1)).toEqual({
      kind: 'roll-christmas',
      from: '2026-12-25',
      to: '2027-01-04',
    })
  })

  it('has no adviser for Section I only', () => {
    expect(ask({ decision: 'plan-placement-only', letterDate: day('2026-03-10') }).clocks.map(({ clock }) => clock)).toEqual(['appeal'])
  })

  it('leaves the adviser out once a certificate counts, and keeps the adviser when it does not', () => {
    const letterDate = day('2026-03-10')
    expect(ask({ decision: 'plan-content', letterDate, certificateDate: day('2026-05-08') }).clocks.map(({ clock }) => clock)).toEqual([
      'appeal',
    ])
    expect(ask({ decision: 'plan-content', letterDate, certificateDate: day('2026-03-09') }).clocks.map(({ clock }) => clock)).toEqual([
      'appeal',
      'mediation-adviser',
    ])
  })
})

describe('warnings', () => {
  const warned = (question: DeadlineQuestion, today = '2026-01-05', time: string | null = null): readonly WarningCode[] =>
    ask(question, today, time).warnings
  const letter = (letterDate: string, more: Partial<DeadlineQuestion> = {}): DeadlineQuestion => ({
    decision: 'plan-content',
    letterDate: day(letterDate),
    ...more,
  })

  it.each<[string, DeadlineQuestion, string, WarningCode[]]>([
    ['none for a plain case', letter('2026-01-05'), '2026-01-05', []],
    ['a weekend end', letter('2026-01-07'), '2026-01-08', ['U2', 'U5']], // Saturday 7 March
    ['an August end', letter('2026-06-05'), '2026-06-08', ['U3', 'U5']], // Wednesday 5 August
    ['a Christmas end', letter('2026-10-30'), '2026-11-02', ['U3', 'U5']], // Wednesday 30 December
    ['a Saturday in July that is not the last day', letter('2026-05-18'), '2026-05-19', ['U2', 'U5']],
    ['a Saturday 31 October', letter('2026-08-31'), '2026-09-01', ['U2', 'U5']],
    ['a Sunday in December before Christmas', letter('2026-10-20'), '2026-10-21', ['U2', 'U5']],
    ['a Saturday 24 October', letter('2026-08-24'), '2026-08-25', ['U2', 'U5']],
    ['Section I only has no adviser to warn of', { decision: 'plan-placement-only', letterDate: day('2026-06-05') }, '2026-06-08', ['U3']],
    ['adviser contact without a letter', { decision: 'la-late', adviserContactDate: day('2026-03-06') }, '2026-03-09', []],
    ['Saturday 31 July', letter('2027-05-31'), '2027-06-01', ['U2', 'U4', 'U5']],
    ['Sunday 24 December', letter('2028-10-24'), '2028-10-25', ['U2', 'U4', 'U5']],
    ['31 July on a Friday is plain', letter('2026-05-31'), '2026-06-01', []],
    ['adviser after the two months, no certificate', letter('2026-01-05', { adviserContactDate: day('2026-03-06') }), '2026-03-09', ['U6']],
    ['adviser on the last day', letter('2026-01-05', { adviserContactDate: day('2026-03-05') }), '2026-03-05', ['U1', 'U17']],
    [
      'adviser and certificate after the two months',
      letter('2026-01-05', { adviserContactDate: day('2026-03-06'), certificateDate: day('2026-03-09') }),
      '2026-03-10',
      ['U6'],
    ],
    ['certificate after the two months', letter('2026-01-05', { certificateDate: day('2026-03-09') }), '2026-03-10', ['U7']],
    [
      'certificate after them, adviser in time',
      letter('2026-01-05', { adviserContactDate: day('2026-03-05'), certificateDate: day('2026-03-09') }),
      '2026-03-10',
      ['U7'],
    ],
    ['certificate on the last day of the two months', letter('2026-01-05', { certificateDate: day('2026-03-05') }), '2026-03-10', ['U2']], // Sunday 5 April
    [
      'Section I only with a certificate',
      { decision: 'plan-placement-only', letterDate: day('2026-01-05'), certificateDate: day('2026-02-02') },
      '2026-02-03',
      ['U8'],
    ],
    ['certificate before the letter', letter('2026-01-06', { certificateDate: day('2026-01-05') }), '2026-01-07', ['U9']],
    ['certificate on the day of the letter', letter('2026-01-06', { certificateDate: day('2026-01-06') }), '2026-01-07', []],
    ['conduct ending at a weekend', { decision: 'discrimination', conductDate: day('2026-08-31') }, '2026-09-01', ['U12', 'U13']],
    ['conduct ending on a working day', { decision: 'discrimination', conductDate: day('2026-01-10') }, '2026-01-12', ['U13']],
    ['a letter from tomorrow', letter('2026-01-06'), '2026-01-05', ['U15']],
    ['a sent date from tomorrow', letter('2026-01-05', { sentDate: day('2026-01-06') }), '2026-01-05', ['U15']],
    ['a certificate from tomorrow', letter('2026-01-05', { certificateDate: day('2026-01-07') }), '2026-01-06', ['U15']],
    ['a letter twelve months old', letter('2026-01-05'), '2027-01-05', []],
    ['a letter more than twelve months old', letter('2026-01-05'), '2027-01-06', ['U15']],
    ['old conduct', { decision: 'discrimination', conductDate: day('2026-01-10') }, '2027-01-11', ['U13', 'U15']],
    ['the last day', letter('2026-01-05'), '2026-03-05', ['U1', 'U17']],
    ['a draft plan', { decision: 'draft-plan' }, '2026-01-05', ['U11']],
    ['an exclusion', { decision: 'exclusion' }, '2026-01-05', ['U19']],
  ])('%s', (_, question, today, codes) => expect(warned(question, today)).toEqual(codes))

  it('warns of 5pm in the late window', () => {
    expect(warned(letter('2026-01-05'), '2026-03-05', '17:00')).toEqual(['U1'])
    expect(warned({ decision: 'discrimination', conductDate: day('2026-01-10') }, '2026-07-09', '17:30')).toEqual(['U1', 'U13'])
  })

  const event = (row: string, on: string, decision: Decision = 'none-yet'): DeadlineQuestion => {
    if (!isEventRow(row)) throw new Error(row)
    return { decision, events: [{ row, on: day(on) }] }
  }
  it.each<[string, string, WarningCode[]]>([
    ['d1', '2026-06-05', ['U3']],
    ['d2', '2026-07-05', ['U3']],
    ['d3', '2026-06-05', ['U5']],
    ['d3', '2026-06-07', ['U5']],
    ['d3', '2026-03-07', ['U5']], // Thursday 7 May is plain: see below
    ['d6', '2026-08-31', ['U12']],
    ['d6a', '2026-08-31', ['U12']],
    ['d6b', '2026-08-31', ['U12']],
    ['d13', '2026-08-31', ['U12']],
    ['d9', '2026-06-05', ['U19']],
    ['d10', '2026-06-05', ['U19']],
    ['d12', '2026-06-05', ['U19']],
    ['d14', '2026-06-05', ['U19']],
    ['l16', '2027-09-01', ['U20']],
    ['l17', '2027-09-01', ['U20']],
    ['m4', '2026-12-03', []],
  ])('event %s on %s', (row, on, codes) => expect(warned(event(row, on))).toEqual(row === 'd3' && on === '2026-03-07' ? [] : codes))
})

describe('the clocks of events', () => {
  const event = (row: string, on: string) => {
    if (!isEventRow(row)) throw new Error(row)
    return ask({ decision: 'none-yet', events: [{ row, on: day(on) }] }).clocks.map(({ clock, safeDate, lastDate, outerDate }) => [
      clock,
      safeDate,
      lastDate,
      outerDate,
    ])
  }
  it.each<[string, string, (string | null)[][]]>([
    ['d1', '2026-06-30', [['d1', '2026-08-28', '2026-08-30', '2026-09-01']]],
    ['d2', '2026-11-29', [['d2', '2026-12-29', '2026-12-29', '2027-01-04']]],
    ['d3', '2026-06-20', [['d3', '2026-08-20', '2026-08-20', null]]],
    ['d4', '2026-06-01', [['d4', '2026-06-15', '2026-06-15', null]]],
    ['d5', '2026-06-06', [['d5', '2026-06-19', '2026-06-20', null]]],
    ['d6', '2026-01-10', [['d6', '2026-07-09', '2026-07-09', null]]],
    ['d6a', '2026-03-01', [['d6a', '2026-08-28', '2026-08-31', null]]],
    ['d6b', '2026-02-15', [['d6b', '2026-08-14', '2026-08-14', null]]],
    ['d6c', '2026-02-15', []],
    ['d6d', '2026-02-15', []],
    ['d7', '2026-02-15', []],
    ['d8', '2026-02-15', []],
    ['d9', '2026-02-15', []],
    ['d10', '2026-02-15', []],
    ['d11', '2026-03-09', [['d11', '2027-03-09', '2027-03-09', null]]],
    ['d12', '2026-03-09', [['d12', null, '2026-06-09', null]]],
    ['d13', '2026-01-10', [['d13', '2026-07-09', '2026-07-09', null]]],
    ['d14', '2026-03-09', [['d14', null, '2026-04-06', null]]],
    ['m1', '2026-04-02', [['m1', null, '2026-04-09', null]]],
    ['m2', '2026-12-22', [['m2', null, '2026-12-29', null]]],
    ['m3', '2026-04-02', [['m3', null, '2026-04-09', null]]],
    ['m4', '2026-12-03', [['m4', null, '2027-01-02', null]]],
    ['m5', '2026-12-03', [['m5', null, '2027-01-02', null]]],
    ['m6', '2026-12-03', [['m6', null, '2027-01-02', null]]],
    ['m7', '2026-12-22', [['m7', null, '2026-12-29', null]]],
    ['m8', '2026-11-30', [['m8', null, '2026-11-23', null]]],
    ['m9', '2026-11-30', []],
    ['m10', '2026-09-14', [['m10', null, '2026-10-19', null]]],
    ['m11', '2026-09-14', [['m11', null, '2026-09-28', null]]],
    ['m12', '2026-09-14', [['m12', null, '2026-09-21', null]]],
    ['m13', '2026-09-14', []],
    ['l1', '2026-01-05', [['l1', null, '2026-02-16', null]]],
    ['l2', '2026-01-05', [['l2', null, '2026-02-16', null]]],
    ['l3', '2026-01-05', [['l3', null, '2026-04-27', null]]],
    ['l4', '2026-01-05', []],
    ['l5', '2026-01-05', [['l5', null, '2026-05-25', null]]],
    ['l6', '2026-01-05', []],
    ['l7', '2026-02-28', [['l7', null, '2027-02-28', null]]],
    ['l8', '2026-02-28', [['l8', null, '2027-02-28', null]]],
    ['l9', '2026-06-10', [['l9', null, '2026-07-08', null]]],
    ['l10', '2026-06-10', [['l10', null, '2026-07-08', null]]],
    ['l11', '2026-07-01', [['l11', null, '2026-08-26', null]]],
    ['l12', '2026-06-10', [['l12', null, '2026-09-02', null]]],
    ['l13', '2026-07-01', [['l13', null, '2026-08-26', null]]],
    ['l14', '2026-07-01', [['l14', null, '2026-07-16', null]]],
    ['l15', '2026-07-01', [['l15', null, '2026-10-07', null]]],
    ['l16', '2027-09-01', [['l16', null, '2027-03-30', null]]],
    ['l17', '2027-09-01', [['l17', null, '2027-02-14', null]]],
    ['l18', '2027-09-01', [['l18', null, '2027-04-01', null]]],
    ['l19', '2027-09-01', []],
    ['l20', '2026-09-01', [['l20', null, '2026-10-06', null]]],
    ['t1', '2026-09-01', [['t1', null, '2026-09-15', null]]],
    ['t2', '2026-09-01', [['t2', null, '2026-11-10', null]]],
    ['t3', '2026-09-01', [['t3', null, '2026-12-08', null]]],
    [
      't4',
      '2026-09-01',
      [
        ['t4', null, '2026-10-06', null],
        ['t4', null, '2026-11-17', null],
      ],
    ],
    ['t5', '2026-09-01', [['t5', null, '2026-10-06', null]]],
    ['t6', '2026-09-01', [['t6', null, '2026-09-15', null]]],
    ['t7', '2026-09-01', [['t7', null, '2026-09-01', null]]],
    ['t8', '2026-09-01', []],
    [
      't9',
      '2026-09-01',
      [
        ['t9', null, '2026-09-29', null],
        ['t9', null, '2026-09-15', null],
      ],
    ],
    ['t10', '2026-09-01', [['t10', null, '2026-10-06', null]]],
    // ten working days after Monday 20 July 2026: 21 to 24, 27 to 31 July are nine; August is left out; Tuesday 1 September is the tenth
    ['t11', '2026-07-20', [['t11', null, '2026-09-01', null]]],
    // thirty after Monday 2 November 2026: 19 in November, then 1 to 4, 7 to 11, 14 and 15 December make thirty
    ['t12', '2026-11-02', [['t12', null, '2026-12-14', null]]],
    // ten after Thursday 17 December 2026: 18, 21 to 24 December are five; 25 December to 1 January are left out; 4 to 8 January
    ['t13', '2026-12-17', [['t13', null, '2027-01-08', null]]],
  ])('%s on %s', (row, on, clocks) => expect(event(row, on)).toEqual(clocks))

  it('shows their sums', () => {
    const working = (row: string, on: string) => {
      if (!isEventRow(row)) throw new Error(row)
      return ask({ decision: 'none-yet', events: [{ row, on: day(on) }] }).clocks[0]?.working.slice(1)
    }
    expect(working('d4', '2026-06-01')).toEqual([
      { kind: 'starting-with', from: '2026-06-01', count: 15, unit: 'days', to: '2026-06-15' },
      { kind: 'no-roll' },
    ])
    expect(working('d6', '2026-01-10')).toEqual([
      { kind: 'starting-with', from: '2026-01-10', count: 6, unit: 'months', to: '2026-07-09' },
      { kind: 'no-roll' },
    ])
    expect(working('m4', '2026-12-03')).toEqual([
      { kind: 'add-days', from: '2026-12-03', count: 30, to: '2027-01-02' },
      { kind: 'no-roll' },
    ])
    expect(working('m1', '2026-04-02')).toEqual([
      { kind: 'add-working-days', from: '2026-04-02', count: 3, to: '2026-04-09' },
      { kind: 'no-roll' },
    ])
    expect(working('m8', '2026-11-30')).toEqual([
      { kind: 'subtract-working-days', from: '2026-11-30', count: 5, to: '2026-11-23' },
      { kind: 'no-roll' },
    ])
    expect(working('l1', '2026-01-05')).toEqual([
      { kind: 'add-weeks', from: '2026-01-05', count: 6, to: '2026-02-16' },
      { kind: 'no-roll' },
    ])
    expect(working('l17', '2027-09-01')).toEqual([{ kind: 'day-before', of: '2027-02-15', to: '2027-02-14' }, { kind: 'no-roll' }])
    expect(working('l18', '2027-09-01')).toEqual([
      { kind: 'subtract-months', from: '2027-09-01', count: 5, to: '2027-04-01' },
      { kind: 'no-roll' },
    ])
    expect(working('t7', '2026-09-01')).toEqual([{ kind: 'no-roll' }])
    expect(working('t11', '2026-07-20')).toEqual([
      { kind: 'add-tribunal-days', from: '2026-07-20', count: 10, to: '2026-09-01' },
      { kind: 'no-roll' },
    ])
    expect(ask({ decision: 'none-yet', events: [{ row: 'l1', on: day('2026-01-05') }] }).clocks[0]!.working[0]).toEqual({
      kind: 'start',
      which: 'event',
      date: '2026-01-05',
    })
    expect(ask({ decision: 'discrimination', conductDate: day('2026-01-10') }).clocks[0]!.working[0]).toEqual({
      kind: 'start',
      which: 'conduct',
      date: '2026-01-10',
    })
  })
})

describe('what can be asked', () => {
  it.each<[Decision, 'needed' | 'not-needed' | 'check', boolean]>([
    ['refuse-assess', 'needed', true],
    ['refuse-reassess', 'needed', true],
    ['refuse-issue', 'needed', true],
    ['plan-content', 'needed', true],
    ['refuse-amend', 'needed', true],
    ['cease', 'needed', true],
    ['plan-placement-only', 'not-needed', true],
    ['health-or-care', 'check', true],
    ['unsure', 'check', true],
    ['discrimination', 'not-needed', false],
    ['sen-support', 'not-needed', false],
    ['provision-not-delivered', 'not-needed', false],
    ['la-late', 'not-needed', false],
    ['draft-plan', 'not-needed', false],
    ['exclusion', 'not-needed', false],
    ['transport', 'not-needed', false],
    ['personal-budget', 'not-needed', false],
    ['admission', 'not-needed', false],
    ['tribunal-decision', 'not-needed', false],
    ['none-yet', 'not-needed', false],
  ])('%s: certificate %s, appeal clock %s', (decision, certificate, clock) => {
    const answer = ask({ decision, letterDate: day('2026-01-05') })
    expect([certificateNeed(decision), hasAppealClock(decision), answer.certificate, answer.clocks.length > 0]).toEqual([
      certificate,
      clock,
      certificate,
      clock,
    ])
    expect(missingDate({ decision })).toBe(decision === 'discrimination' ? 'conduct-date' : clock ? 'letter-date' : null)
    expect(missingDate({ decision, letterDate: day('2026-01-05'), conductDate: day('2026-01-05') })).toBeNull()
    expect(missingDate({ decision, events: [{ row: 'l1', on: day('2026-01-05') }] })).toBeNull()
    expect(missingDate({ decision, events: [] })).toBe(decision === 'discrimination' ? 'conduct-date' : clock ? 'letter-date' : null)
  })

  it('names every decision once', () => expect(new Set(DECISIONS).size).toBe(20))

  it('refuses days beyond the list of bank holidays, and names the day', () => {
    expect(() => ask({ decision: 'cease', letterDate: day('2028-11-15') })).toThrow(BeyondHolidayList)
    expect(() => ask({ decision: 'cease', letterDate: day('2028-10-31') })).toThrow('2029-01-02')
    expect(() => ask({ decision: 'cease', letterDate: day('2023-10-01') })).toThrow('covers 2024-01-01 to 2028-12-31')
    expect(new BeyondHolidayList(day('2029-01-01'), holidays).name).toBe('BeyondHolidayList')
    expect(ask({ decision: 'la-late', events: [{ row: 'm8', on: day('2024-01-09') }] }).clocks[0]).toMatchObject({ lastDate: '2024-01-02' })
    expect(ask({ decision: 'cease', letterDate: day('2023-11-02') }).clocks[0]).toMatchObject({ lastDate: '2024-01-02' })
    expect(() => ask({ decision: 'cease', letterDate: day('2023-11-01') })).toThrow('2023-12-31')
    expect(ask({ decision: 'cease', letterDate: day('2028-10-20') }).clocks[0]).toMatchObject({ lastDate: '2028-12-20' })
  })

  it('knows its rows', () => {
    expect(isEventRow('d4')).toBe(true)
    expect(isEventRow('toString')).toBe(false)
    expect(isEventRow('x1')).toBe(false)
  })
})
