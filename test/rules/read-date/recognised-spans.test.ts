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

test('what it says is checked', () => {
  const beyond = { first: '2026-13-01' as ReturnType<typeof day>, last: TODAY }
  expect(readDate('dunno', TODAY, () => beyond).certainty).toBe('none')
  expect(readDate('dunno', TODAY, () => null).certainty).toBe('none')
})
