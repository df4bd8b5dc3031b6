// Letters run together are cut into known words.
import { cutApart, knowWords } from '../../../src/rules/crisis/cut-apart'

const known = knowWords(new Set(['i', 'want', 'wan', 'to', 'die', 'tod', 'kill', 'my', 'self', 'myself']))

test.each([
  ['iwanttodie', ['i', 'want', 'to', 'die']],
  ['killmyself', ['kill', 'myself']],
  ['xkillx', ['x', 'kill', 'x']],
  ['zq', ['z', 'q']],
  ['killzdie', ['kill', 'z', 'die']],
  ['', []],
])('%s', (run, words) => {
  expect(cutApart(run, known)).toEqual(words)
})

test('every beginning of a known word is known', () => {
  expect([...knowWords(new Set(['die'])).beginnings]).toEqual(['d', 'di', 'die'])
  expect(knowWords(new Set(['die'])).words.has('die')).toBe(true)
})

test('fewer words are better than more', () => {
  expect(cutApart('abc', knowWords(new Set(['a', 'b', 'c', 'ab', 'abc'])))).toEqual(['abc'])
  expect(cutApart('abcd', knowWords(new Set(['a', 'bcd', 'ab', 'c', 'd'])))).toEqual(['a', 'bcd'])
})

test('a letter passed over costs as much as three words', () => {
  const words = knowWords(new Set(['ab', 'b', 'c', 'd', 'e', 'cdef']))
  expect(cutApart('abcde', words)).toEqual(['ab', 'c', 'd', 'e'])
  expect(cutApart('abcdef', knowWords(new Set(['abcde', 'a', 'b', 'c', 'd', 'ef'])))).toEqual(['abcde', 'f'])
})
