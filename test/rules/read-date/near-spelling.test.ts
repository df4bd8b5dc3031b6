// How many slips lie between two words, counted by hand: a letter missing, added, changed, or two swapped.
import { isNear } from '../../../src/rules/read-date/near-spelling'

test.each([
  ['june', 'june', 0],
  ['juen', 'june', 1],
  ['jne', 'june', 1],
  ['junne', 'june', 1],
  ['jane', 'june', 1],
  ['wensday', 'wednesday', 2],
  ['wendesday', 'wednesday', 1],
  ['augsxt', 'august', 2],
  ['ujne', 'june', 1],
  ['xbyz', 'bq', 3],
  ['xb', 'bqrs', 4],
  ['ajunee', 'june', 2],
])('from %s to %s it takes %i', (typed, meant, slips) => {
  expect([slips - 1, slips, slips + 1].map((most) => isNear(typed, meant, most))).toEqual([false, true, true])
})

test('a word that begins otherwise is another word', () => {
  expect(isNear('tune', 'june', 1)).toBe(false)
  expect(isNear('unje', 'june', 3)).toBe(false)
})
