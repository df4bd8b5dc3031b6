// Every day of two years, with and without certificates, against a second reading of the law written apart from the rules.
import { addDays } from '../../../src/rules/calendar-date'
import { deadlines } from '../../../src/rules/deadlines/deadlines'
import type { Clock, DeadlineQuestion } from '../../../src/rules/deadlines/types'
import type { Decision } from '../../../src/rules/decisions'
import { day, holidays, law } from '../../holidays'
import { appealOpinion, discriminationOpinion } from './second-opinion'

const APPEALS: Decision[] = [
  'refuse-assess',
  'refuse-reassess',
  'refuse-issue',
  'plan-content',
  'plan-placement-only',
  'refuse-amend',
  'cease',
]
const everyDay = Array.from({ length: 730 }, (_, index) => addDays(day('2026-01-01'), index))
const ask = (question: DeadlineQuestion) => deadlines(question, { today: day('2026-01-05'), time: null }, holidays, law)
const dates = ({ clock, safeDate, lastDate, outerDate }: Clock) => ({ clock, safeDate, lastDate, outerDate })

describe('every day of 2026 and 2027 against a second reading of the law', () => {
  it.each(APPEALS)('%s, without and with certificates', (decision) => {
    for (const letterDate of everyDay) {
      expect(ask({ decision, letterDate }).clocks.map(dates)).toEqual(appealOpinion(decision, letterDate, null))
      for (const after of [-12, 0, 9, 33, 58, 61, 75]) {
        const certificateDate = addDays(letterDate, after)
        expect(ask({ decision, letterDate, certificateDate }).clocks.map(dates)).toEqual(
          appealOpinion(decision, letterDate, certificateDate),
        )
      }
    }
  })

  it('discrimination', () => {
    for (const conductDate of everyDay)
      expect(ask({ decision: 'discrimination', conductDate }).clocks.map(dates)).toEqual(discriminationOpinion(conductDate))
  })
})
