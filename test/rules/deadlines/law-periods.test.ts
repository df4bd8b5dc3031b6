// A made-up Bill that gives three months from 1 September 2027: the day of the decision says which law counts.
import { deadlines } from '../../../src/rules/deadlines/deadlines'
import { periodsFor } from '../../../src/rules/deadlines/law-periods'
import { day, holidays, law } from '../../holidays'

const [now] = law
const BILL = [
  { ...now, from: day('2014-09-01'), until: day('2027-08-31'), appealMonths: 2, certificateMonths: 1, adviserMonths: 2 },
  { from: day('2027-09-01'), until: null, appealMonths: 3, certificateMonths: 2, adviserMonths: 1 },
]
const when = { today: day('2027-09-10'), time: null }

it.each([
  ['2010-01-01', 2],
  ['2014-09-01', 2],
  ['2027-08-31', 2],
  ['2027-09-01', 3],
  ['2040-01-01', 3],
])('a decision of %s has %s months', (decided, months) => {
  expect(periodsFor(day(decided), BILL).appealMonths).toBe(months)
})

it('has no periods where none are given', () => {
  expect(() => periodsFor(day('2027-09-01'), [])).toThrow('No periods of law were given')
})

it.each([
  ['2027-08-31', '2027-10-31', '2027-10-31'],
  ['2027-09-01', '2027-12-01', '2027-10-01'],
])('counts a letter of %s to %s, and to the adviser to %s', (letterDate, appeal, adviser) => {
  const { clocks } = deadlines({ decision: 'refuse-assess', letterDate: day(letterDate) }, when, holidays, BILL)
  expect(clocks.map(({ clock, lastDate }) => [clock, lastDate])).toEqual([
    ['appeal', appeal],
    ['mediation-adviser', adviser],
  ])
})

it('counts a certificate by the law of the decision', () => {
  const question = { decision: 'refuse-assess', certificateDate: day('2027-11-20') } as const
  const last = (letterDate: string) => deadlines({ ...question, letterDate: day(letterDate) }, when, holidays, BILL).clocks[0]?.lastDate
  expect(last('2027-08-31')).toBe('2027-12-20')
  expect(last('2027-09-01')).toBe('2028-01-20')
})

it('takes an adviser for late by the law of the decision', () => {
  const question = { decision: 'refuse-assess', adviserContactDate: day('2027-10-15') } as const
  const warned = (letterDate: string) =>
    deadlines({ ...question, letterDate: day(letterDate) }, when, holidays, BILL).warnings.includes('U6')
  expect([warned('2027-08-31'), warned('2027-09-01')]).toEqual([false, true])
})

it('counts the rows for events by the day of the event', () => {
  const events = [
    { row: 'd1', on: day('2027-09-01') },
    { row: 'd2', on: day('2027-09-01') },
    { row: 'd3', on: day('2027-08-31') },
  ] as const
  const { clocks } = deadlines({ decision: 'none-yet', events }, when, holidays, BILL)
  expect(clocks.map(({ lastDate }) => lastDate)).toEqual(['2027-12-01', '2027-11-01', '2027-10-31'])
})
