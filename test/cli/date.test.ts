// The `date` command: what goes in, what comes out, what is refused.
import { answerDate, createDateCommand } from '../../src/cli/date'
import { BadLine } from '../../src/cli/bad-line'
import { day } from '../rules/read-date/readings'

const TODAY = day('2026-11-22')

test.each([
  [
    { id: 1, text: '3rd Nov' },
    { certainty: 'exact', date: '2026-11-03', alternatives: [], said: 'Tuesday 3 November 2026' },
  ],
  [
    { id: 2, text: '3rd Nov', today: '2026-11-02' },
    { certainty: 'exact', date: '2025-11-03', alternatives: [], said: 'Monday 3 November 2025' },
  ],
  [
    { id: 3, text: 'end of October', today: null },
    { certainty: 'approximate', date: '2026-10-21', alternatives: [], said: 'Wednesday 21 October 2026' },
  ],
  [
    { id: 4, text: '11/22/2026' },
    { certainty: 'ambiguous', date: null, alternatives: ['2026-11-22'], said: '' },
  ],
  [
    { id: 5, text: 'section 9' },
    { certainty: 'none', date: null, alternatives: [], said: '' },
  ],
  [
    { id: 6, text: '' },
    { certainty: 'none', date: null, alternatives: [], said: '' },
  ],
  [
    { id: 7, text: 'Q3 2026' },
    { certainty: 'approximate', date: '2026-07-01', alternatives: [], said: 'Wednesday 1 July 2026' },
  ],
])('%j', (line, answer) => {
  expect(answerDate(line, TODAY)).toEqual(answer)
})

test.each([
  [{ id: 1 }, 'text: must be a text'],
  [{ id: 1, text: 3 }, 'text: must be a text'],
  [{ id: 1, text: '3/11', today: '22/11/2026' }, 'today: must be a day that exists, written YYYY-MM-DD'],
  [{ id: 1, text: '3/11', today: '2026-02-30' }, 'today: must be a day that exists, written YYYY-MM-DD'],
  [{ id: 1, text: '3/11', today: 20261122 }, 'today: must be a day that exists, written YYYY-MM-DD'],
  [null, 'input: must be an object'],
  ['3/11', 'input: must be an object'],
  [['3/11'], 'input: must be an object'],
])('%j is refused', (line, message) => {
  expect(() => answerDate(line, TODAY)).toThrow(new BadLine('bad-input', message))
})

test('from words and flags to a case, and the answer to a person', async () => {
  const command = createDateCommand()
  expect(command.fromFlags({ today: '2026-11-22' }, ['3rd', 'Nov'])).toEqual({ text: '3rd Nov', today: '2026-11-22' })
  expect(command.fromFlags({ text: '3/11' }, [])).toEqual({ text: '3/11', today: undefined })
  expect(command.fromFlags({}, [])).toEqual({ text: undefined, today: undefined })
  const say = async (text: string): Promise<string> => command.inWords(await command.answer({ id: 1, text, today: '2026-11-22' }))
  expect(await say('3rd Nov')).toBe('Tuesday 3 November 2026 (exact)')
  expect(await say('3 or 5 November')).toBe('Tuesday 3 November 2026 or Thursday 5 November 2026 (ambiguous)')
  expect(await say('dunno')).toBe('none')
  expect(await command.answer({ id: 1, text: '2026-11-09' })).toMatchObject({ date: '2026-11-09' })
})
