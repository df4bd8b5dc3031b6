// References: every single wrong digit and every swap of neighbours is noticed, and what people type is read.
import { hasCheckDigit, inThrees, readReference, withCheckDigit } from '../../../src/rules/handoff/reference'

/** Two thousand different numbers of eight digits, spread over all there are. */
const CODES = Array.from({ length: 2000 }, (_, index) => withCheckDigit(String((index * 49_999 + 7) % 100_000_000).padStart(8, '0')))

test('the check digit of known numbers', () => {
  expect(withCheckDigit('41229833')).toBe('412298334')
  expect(withCheckDigit('00000000')).toBe('000000000')
  expect(withCheckDigit('00000572')).toBe('000005724')
})

test('it is said in threes', () => {
  expect(inThrees('412298334')).toBe('412 298 334')
})

test('all single-digit errors of 2,000 references are noticed', () => {
  const missed = CODES.flatMap((code) =>
    [...code].flatMap((right, place) =>
      [...'0123456789'].filter((digit) => digit !== right && hasCheckDigit(code.slice(0, place) + digit + code.slice(place + 1))),
    ),
  )
  expect(CODES.every(hasCheckDigit)).toBe(true)
  expect(new Set(CODES).size).toBe(2000)
  expect(missed).toEqual([])
})

test('all swaps of neighbours in 2,000 references are noticed', () => {
  const missed = CODES.flatMap((code) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((place) => {
      const [a, b] = [code[place] ?? '', code[place + 1] ?? '']
      return a !== b && hasCheckDigit(code.slice(0, place) + b + a + code.slice(place + 2))
    }),
  )
  expect(missed).toEqual([])
})

test.each([
  '412298334',
  '412 298 334',
  '412-298-334',
  '412 – 298 – 334',
  '  412  298 334. ',
  '412, 298, 334',
  '4 1 2 2 9 8 3 3 4',
  'find 412 298 334',
  'hello, my code is 412 298 334 or so',
  'code:412298334',
  '(412298334)',
  '４１２２９８３３４',
  '412\u00a0298\u00a0334',
  'Ref 2: 412 298 334',
  'first 412 298 343 then no, 412 298 334',
])('%j is read', (typed) => {
  expect(readReference(typed)).toEqual({ kind: 'digits', digits: '412298334' })
})

test('the letter O is taken for nought', () => {
  const digits = withCheckDigit('40200050')
  expect(readReference(`402 OOo 5O${digits[8] ?? ''}`)).toEqual({ kind: 'digits', digits })
})

test.each(['412 298 335', '142298334', 'code 412 298 343 please'])('%j has the wrong check digit', (typed) => {
  expect(readReference(typed)).toEqual({ kind: 'wrong-check-digit' })
})

test.each([
  '',
  'hello',
  'ooooooooo',
  '41229833',
  '4122983340',
  '01632 960 001',
  'X412298334',
  '412298334Z',
  '412 298 334 412 298 334',
  '2 March 2026',
])('%j holds none', (typed) => {
  expect(readReference(typed)).toEqual({ kind: 'none' })
})

test('a long text is read at once', () => {
  const texts = ['1 '.repeat(10_000), '1'.repeat(20_000), `1${' '.repeat(20_000)}x`, `${'1 '.repeat(9_990)}x`, 'o-'.repeat(10_000)]
  const start = performance.now()
  for (const text of texts) expect(readReference(text)).toEqual({ kind: 'none' })
  expect(performance.now() - start).toBeLessThan(500)
})
