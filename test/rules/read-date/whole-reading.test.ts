// Every field of a reading, for a day, a choice, a span and nothing; and how much of a text is read.
import { readDate } from '../../../src/rules/read-date/read-date'
import { day } from './readings'

const TODAY = day('2026-11-22')
const NONE = { date: null, certainty: 'none', alternatives: [], mentioned: [] }

test.each([
  ['3/11', 'exact', '2026-11-03', []],
  ['October', 'approximate', '2026-10-01', []],
  ['12/25/2025', 'ambiguous', null, ['2025-12-25']],
])('%s', (text, certainty, date, alternatives) => {
  const reading = { certainty, date, alternatives }
  expect(readDate(text, TODAY)).toEqual({ ...reading, mentioned: [{ ...reading, role: 'none' }] })
})

test.each(['', 'dunno', '31/11', '24/7', 'Friday of'])('%j holds none', (text) => {
  expect(readDate(text, TODAY)).toEqual(NONE)
})

test('a day of birth is mentioned, and never the date that is meant', () => {
  const birth = { role: 'birth', certainty: 'exact', date: '2015-03-03', alternatives: [] }
  expect(readDate('he was born on 3 March 2015', TODAY)).toEqual({ ...NONE, mentioned: [birth] })
})

test.each(['he was born on 3 March 2015', 'he was born on 31/11/2015'])('a recogniser is not asked about a day of birth: %s', (text) => {
  const asked = jest.fn(() => ({ first: day('2020-01-01'), last: day('2020-01-02') }))
  expect(readDate(text, TODAY, asked).certainty).toBe('none')
  expect(asked).not.toHaveBeenCalled()
})

test('the first 3,000 characters are read', () => {
  const after = (letters: number): string | null => readDate(`${'x'.repeat(letters)} 3/11`, TODAY).date
  expect([after(2_995), after(3_000)]).toEqual(['2026-11-03', null])
})

test('of very many dates a hundred are read, and twelve named', () => {
  const days = Array.from({ length: 120 }, (_, index) => `they rang ${(index % 20) + 1}/11`).join(' ')
  const months = Array.from({ length: 13 }, (_, index) => `it went on in ${(index % 12) + 1}/${2010 + index}`).join(' ')
  expect(readDate(days, TODAY).mentioned).toHaveLength(100)
  expect([readDate(days, TODAY), readDate(months, TODAY)].map(({ alternatives }) => alternatives.length)).toEqual([12, 12])
})
