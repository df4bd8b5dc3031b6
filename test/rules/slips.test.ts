// How many slips lie between two words, counted by hand, and by a whole table for words that nobody thought of.
import fc from 'fast-check'
import { slipsBetween } from '../../src/rules/slips'

test.each([
  ['leeds', 'leeds', 2, 0],
  ['leds', 'leeds', 2, 1],
  ['leedss', 'leeds', 2, 1],
  ['lidos', 'leeds', 2, null],
  ['lidos', 'leeds', 3, 3],
  ['sheffeild', 'sheffield', 2, 1],
  ['hull', 'leeds', 2, null],
  ['leeds', 'leeds', -1, null],
  ['leeds', 'leeds', 0, 0],
  ['leads', 'leeds', 0, null],
  ['', '', 0, 0],
  ['', 'ab', 2, 2],
  ['ab', '', 1, null],
  ['ba', 'ab', 1, 1],
  // A stretch is changed once: swapping and then putting a letter between is two changes of one stretch.
  ['ca', 'abc', 3, 3],
] as const)('%s for %s, at most %s: %s', (typed, meant, most, slips) => {
  expect(slipsBetween(typed, meant, most)).toBe(slips)
})

/** The same by its definition, without a bound. */
function slow(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
  const last = a.at(-1) === b.at(-1) ? 0 : 1
  const ways = [slow(x, b) + 1, slow(a, y) + 1, slow(x, y) + last]
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) ways.push(slow(a.slice(0, -2), b.slice(0, -2)) + 1)
  return Math.min(...ways)
}

test('is what its definition says, however far the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 7 }), (typed, meant, most) => {
      const slips = slow(typed, meant)
      expect(slipsBetween(typed, meant, most)).toBe(slips <= most ? slips : null)
    }),
    { numRuns: 300 },
  )
})
