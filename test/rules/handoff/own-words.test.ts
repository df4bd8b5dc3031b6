// What a family writes itself: on one line, masked before it is shown, measured as it is shown.
import { checkOwnWords, readPreferredName } from '../../../src/rules/handoff/own-words'

const room = { words: 20, characters: 280 }

test.each([
  ['They said she is doing fine. She is not.', 'They said she is doing fine. She is not.'],
  ['  two\n\nlines\tand  space ', 'two lines and space'],
  ['fine\r\nDecision: ending the plan', 'fine Decision: ending the plan'],
  ['turned\u202e round\u2066 and\u0000 round', 'turned round and round'],
])('%j is clean as %j', (typed, text) => {
  expect(checkOwnWords(typed, room)).toEqual({ kind: 'clean', text })
})

test.each(['', '   ', '\n\u202e\n'])('%j is nothing', (typed) => {
  expect(checkOwnWords(typed, room)).toEqual({ kind: 'none' })
})

test.each([
  ['My number is 07700 900123 please', '900123', 'phone'],
  ['Write to parent@example.org', 'parent@', 'email'],
  ['Her NHS number is 943 476 5919', '5919', 'nhs-number'],
  ['We live in SS2 6ER', '6ER', 'postcode'],
  ['He was born on 3 May 2015', '2015', 'birth-date'],
])('%j is masked', (typed, gone, kind) => {
  const checked = checkOwnWords(typed, room)
  expect(checked).toMatchObject({ kind: 'masked', found: [kind] })
  expect(JSON.stringify(checked)).not.toContain(gone)
})

test('masking a number that is broken over two lines', () => {
  expect(JSON.stringify(checkOwnWords('ring 07700\n900123', room))).not.toContain('900123')
})

test('what is too long is measured as it would be shown, and tells by how much', () => {
  const words = Array.from({ length: 21 }, () => 'ok').join(' ')
  expect(checkOwnWords(words, room)).toEqual({ kind: 'too-long', room, has: { words: 21, characters: 62 } })
  expect(checkOwnWords('x'.repeat(281), room)).toMatchObject({ kind: 'too-long', has: { words: 1, characters: 281 } })
  expect(checkOwnWords('x'.repeat(280), room).kind).toBe('clean')
  expect(checkOwnWords(words.slice(3), room).kind).toBe('clean')
})

test.each([
  ['Sam', 'Sam'],
  [' Mary  Ann ', 'Mary Ann'],
  ["O'Neil", "O'Neil"],
  ['Zoë', 'Zoë'],
  ['Sam John Smith', null],
  ['07700', null],
  ['a@b', null],
  ['', null],
  ['x'.repeat(31), null],
])('%j as a name is %j', (typed, name) => {
  expect(readPreferredName(typed)).toBe(name)
})
