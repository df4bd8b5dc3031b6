// The sum behind a date, as people read it. Dates by hand from the worked examples.
import { explainWorking } from '../../src/content/explain-working'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { deadlines } from '../../src/rules/deadlines/deadlines'
import type { DeadlineQuestion } from '../../src/rules/deadlines/types'
import { day, holidays, law } from '../holidays'

const pack = loadPack(contentDir)
const now = { today: day('2026-06-01'), time: null }

function explained(question: DeadlineQuestion): readonly string[] {
  return deadlines(question, now, holidays, law).clocks.map((clock) => explainWorking(pack, clock, 'parent'))
}

describe('explainWorking', () => {
  it('tells the two months, the safe day and what August may still allow', () => {
    expect(explained({ decision: 'plan-content', letterDate: day('2026-06-30') })).toEqual([
      'Your letter is dated Tuesday 30 June 2026. 2 calendar months after Tuesday 30 June 2026 is Sunday 30 August 2026. ' +
        'Sunday 30 August 2026 is not a working day, so plan for the working day before it: Friday 28 August 2026. ' +
        'Because Sunday 30 August 2026 is in August, the Tribunal rules may still allow the first working day after 31 August, Tuesday 1 September 2026. ' +
        'Do not plan on it.',
      'Your letter is dated Tuesday 30 June 2026. 2 calendar months after Tuesday 30 June 2026 is Sunday 30 August 2026. ' +
        'Sunday 30 August 2026 is not a working day, so plan for the working day before it: Friday 28 August 2026. ' +
        'Nothing makes this date later: no weekend, not August, not Christmas.',
    ])
  })

  it('tells the month from a certificate and the Christmas rule', () => {
    expect(explained({ decision: 'plan-content', letterDate: day('2026-10-01'), certificateDate: day('2026-11-29') })).toEqual([
      'Your letter is dated Thursday 1 October 2026. 2 calendar months after Thursday 1 October 2026 is Tuesday 1 December 2026. ' +
        'Your certificate was issued on Sunday 29 November 2026. 1 calendar month after Sunday 29 November 2026 is Tuesday 29 December 2026. ' +
        'The later of Tuesday 1 December 2026 and Tuesday 29 December 2026 counts: Tuesday 29 December 2026. ' +
        'Because Tuesday 29 December 2026 is between 25 December and 1 January, the Tribunal rules may still allow the first working day after 1 January, ' +
        'Monday 4 January 2027. Do not plan on it.',
    ])
  })

  it('tells that a certificate never makes the time shorter', () => {
    const [said = ''] = explained({ decision: 'plan-content', letterDate: day('2026-03-01'), certificateDate: day('2026-03-02') })
    expect(said).toContain(
      'The later of Friday 1 May 2026 and Thursday 2 April 2026 counts: Friday 1 May 2026. A certificate never makes the time shorter.',
    )
  })

  it('tells why a short month ends the time, and the ordinary next working day', () => {
    const [said = ''] = explained({ decision: 'refuse-issue', letterDate: day('2025-12-31') })
    expect(said).toContain(
      '2 calendar months after Wednesday 31 December 2025 is Saturday 28 February 2026, because that month is too short for the same day.',
    )
    expect(said).toContain(
      'Because Saturday 28 February 2026 is not a working day, the Tribunal rules may still allow the next one, Monday 2 March 2026.',
    )
  })

  it('tells which of two dates counts', () => {
    const [said = ''] = explained({ decision: 'refuse-assess', letterDate: day('2026-09-03'), sentDate: day('2026-09-08') })
    expect(said).toMatch(
      /^The letter is dated Thursday 3 September 2026 and was sent on Tuesday 8 September 2026\. The earlier of the two counts\. Your letter is dated Thursday 3 September 2026\./,
    )
    const [other = ''] = explained({ decision: 'refuse-assess', letterDate: day('2026-09-08'), sentDate: day('2026-09-03') })
    expect(other).toContain('The council sent the decision on Thursday 3 September 2026.')
  })

  it('tells that the first day counts in a discrimination claim', () => {
    expect(explained({ decision: 'discrimination', conductDate: day('2026-01-10') })[0]).toBe(
      'It happened on Saturday 10 January 2026. 6 calendar months that start with Saturday 10 January 2026 itself end on Thursday 9 July 2026.' +
        ' Nothing makes this date later: no weekend, not August, not Christmas.',
    )
  })

  it.each([
    [
      'd4',
      '2026-06-01',
      'Counted from the day the draft plan was served: Monday 1 June 2026. 15 days that start with Monday 1 June 2026 itself end on Monday 15 June 2026.',
    ],
    [
      'l1',
      '2026-01-05',
      'Counted from the day the council got the request: Monday 5 January 2026. 6 weeks after Monday 5 January 2026 is Monday 16 February 2026. Weekends, August and Christmas do not make this date later.',
    ],
    [
      'm1',
      '2026-04-02',
      'Counted from the day you told the adviser: Thursday 2 April 2026. 3 working days after Thursday 2 April 2026 is Thursday 9 April 2026.',
    ],
    ['m8', '2026-11-30', '5 working days before Monday 30 November 2026 is Monday 23 November 2026.'],
    ['l16', '2027-03-31', 'The rule says before Wednesday 31 March 2027, so the last day is Tuesday 30 March 2027.'],
    ['m4', '2026-12-03', '30 days after Thursday 3 December 2026 is Saturday 2 January 2027.'],
  ] as const)('tells the sum of %s', (row, on, expected) => {
    expect(explained({ decision: 'none-yet', events: [{ row, on: day(on) }] })[0]).toContain(expected)
  })
})
