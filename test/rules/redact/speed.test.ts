// Hostile and long texts cost no more than a moment. The bound is far above what a quiet machine needs, since tests share theirs.
import { redact } from '../../../src/rules/redact/redact'

it.each([
  '1 ',
  'a1',
  'Jack ',
  '0-',
  'my son ',
  '12/03/2015 ',
  'x@',
  '(',
  'flat 3 ',
  "'",
  '1 a b ',
  'Old ',
  '14 Old ',
  '14 school ',
  'born. ',
])('20,000 characters of "%s" take no longer than a moment', (piece) => {
  const typed = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000)
  const began = performance.now()
  redact(typed)
  expect(performance.now() - began).toBeLessThan(1500)
})
