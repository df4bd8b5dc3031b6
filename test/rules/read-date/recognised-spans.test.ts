// The phrases that the recogniser may read, and those it may not.
import { readDate } from '../../../src/rules/read-date/read-date'
import { recognisedSpan } from '../../../src/rules/read-date/recognised-spans'
import { day } from './readings'

const TODAY = day('2026-11-22')

test.each([
  ['Q3 2026', '2026-07-01'],
  ['the third quarter of 2026', '2026-07-01'],
  ['it came in the third quarter of 2026', '2026-07-01'],
  ['the last 10 days', '2026-11-12'],
  ['in the past two weeks', '2026-11-08'],
  ['previous 3 weeks', '2026-11-01'],
  ['last few weeks', '2026-11-01'],
  ['the past couple of months', '2026-09-22'],
  ['last one day', '2026-11-21'],
  ['past one week', '2026-11-15'],
  ['the past 1 month', '2026-10-22'],
  ['the last 1 year', '2025-11-22'],
  ['the last two years', '2024-11-22'],
  ['the second quarter of 2026', '2026-04-01'],
])('%s is a rough span from %s', (text, first) => {
  expect(readDate(text, TODAY, recognisedSpan)).toEqual({ certainty: 'approximate', date: first, alternatives: [], mentioned: [] })
})

test.each(['12/25/2025', '14/03/20226', '140326', 'Friday week', 'Monday 10 March', '31/11', '3/11'])(
  'what our own rules read is not asked again: %s',
  (text) => {
    const asked = jest.fn(() => ({ first: day('2020-01-01'), last: day('2020-01-02') }))
    expect(readDate(text, TODAY, asked)).toEqual(readDate(text, TODAY))
    expect(asked).not.toHaveBeenCalled()
  },
)

test.each([
  'dunno',
  'section 9',
  'the next 10 days',
  'Q1 2027',
  'monday',
  '',
  'in 2 quarters',
  'q3',
  'sometime',
  'for two weeks',
  '24/7',
  'between two stools',
  '10 days',
  'from 3 November to 9 November',
  'between 3 and 9 March 2026',
  'this week',
  'past 24 hours',
  'Nov 2026',
])('the recogniser adds nothing to %j', (text) => {
  expect(recognisedSpan(text, TODAY)).toBeNull()
})

test('it sees no more than 150 characters', () => {
  const asked = jest.fn(() => null)
  readDate('x'.repeat(150), TODAY, asked)
  expect(asked).toHaveBeenCalledWith('x'.repeat(150), TODAY)
  readDate('x'.repeat(151), TODAY, asked)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('it does not see a short text that is long once it is made plain', () => {
  const asked = jest.fn(() => null)
  readDate('1 ﷺ'.repeat(49), TODAY, asked)
  expect(asked).not.toHaveBeenCalled()
})

test('what it says is checked', () => {
  const beyond = { first: '2026-13-01' as ReturnType<typeof day>, last: TODAY }
  expect(readDate('dunno', TODAY, () => beyond).certainty).toBe('none')
  expect(readDate('dunno', TODAY, () => null).certainty).toBe('none')
})

test('it reckons from the day it is told', () => {
  const first = (text: string, today: string): string | undefined => recognisedSpan(text, day(today))?.first
  expect(first('the last 10 days', '2025-03-10')).toBe('2025-02-28')
  expect(first('Q4 2026', '2026-10-01')).toBe('2026-10-01')
  expect(first('Q4 2026', '2026-09-30')).toBeUndefined()
})
