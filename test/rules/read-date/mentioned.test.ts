// A text with several dates: what each is the date of, and which of them is meant.
import { readDate } from '../../../src/rules/read-date/read-date'
import { day } from './readings'

const TODAY = day('2026-11-22')

const told = (text: string): string =>
  readDate(text, TODAY)
    .mentioned.map(({ role, date, alternatives }) => `${role} ${date ?? alternatives.join('|')}`)
    .join(', ')

test.each([
  ["I got it Monday but it's dated 12 Nov", 'received 2026-11-16, letter 2026-11-12'],
  ['letter 9 Oct, arrived 12 Oct', 'letter 2026-10-09, received 2026-10-12'],
  ['9 Oct on the letter, 12 Oct it arrived', 'letter 2026-10-09, received 2026-10-12'],
  ['posted 9th, dated 8th', 'sent 2026-11-09, letter 2026-11-08'],
  ['letter dated 9 Oct and certificate dated 20 Nov', 'letter 2026-10-09, certificate 2026-11-20'],
  ['letter says 2nd, postmark says 4th', 'letter 2026-11-02, sent 2026-11-04'],
  ['the meeting was 14 September, decision 9 October, phoned them 12 October', 'other 2026-09-14, letter 2026-10-09, other 2026-10-12'],
  ['born 3 March 2015, letter 9 Oct 2026', 'birth 2015-03-03, letter 2026-10-09'],
  ['they decided on 9 October and I opened the letter on 14 October', 'none 2026-10-09, received 2026-10-14'],
  ['3/11', 'none 2026-11-03'],
  ['the date on the letter says, 9 Oct, it arrived, 12 Oct', 'letter 2026-10-09, received 2026-10-12'],
  ['letter: 9 Oct; certificate - 20 Nov', 'letter 2026-10-09, certificate 2026-11-20'],
  ['certificate says 20 Nov', 'certificate 2026-11-20'],
  ['certificate was issued 20 Nov', 'certificate 2026-11-20'],
  ['cert date 20 Nov', 'certificate 2026-11-20'],
  ['cert states 20 Nov', 'certificate 2026-11-20'],
  ['cert reads 20 Nov', 'certificate 2026-11-20'],
  ['cert printed 20 Nov', 'certificate 2026-11-20'],
  ['envelope stamped 20 Nov', 'sent 2026-11-20'],
  ['what I can say of the cert is 20 Nov', 'letter 2026-11-20'],
  ['the certificate I got 20 Nov', 'received 2026-11-20'],
  ['I had it 20 Nov', 'received 2026-11-20'],
  ['through the door 20 Nov', 'received 2026-11-20'],
  ['at the door 20 Nov', 'received 2026-11-20'],
  ['20 Nov is when it came', 'received 2026-11-20'],
  ['20 Nov, it came', 'none 2026-11-20'],
  ['20 Nov (it came)', 'none 2026-11-20'],
  ['20 Nov - it came', 'none 2026-11-20'],
  ['20 Nov: it came', 'none 2026-11-20'],
  ['20 Nov. It came', 'none 2026-11-20'],
  ['20 Nov; it came', 'none 2026-11-20'],
  ['20 Nov! It came', 'none 2026-11-20'],
  ['20 Nov? It came', 'none 2026-11-20'],
  ['20 Nov but it came', 'none 2026-11-20'],
  ['20 Nov and it came', 'none 2026-11-20'],
  ['20 Nov then it came', 'none 2026-11-20'],
  ['20 Nov though it came', 'none 2026-11-20'],
  ['20 Nov although it came', 'none 2026-11-20'],
  ['20 Nov because it came', 'none 2026-11-20'],
  ['20 Nov so it came', 'none 2026-11-20'],
  ['it came (20 Nov)', 'received 2026-11-20'],
  ['it came - 20 Nov', 'received 2026-11-20'],
  ['it came: 20 Nov', 'received 2026-11-20'],
  ['it came but on 20 Nov a letter', 'letter 2026-11-20'],
  ['it came, dated 20 Nov', 'letter 2026-11-20'],
  ['it came. The letter, 20 Nov', 'letter 2026-11-20'],
  ['came one two three four five six seven eight nine ten eleven 20 Nov', 'received 2026-11-20'],
  ['came one two three four five six seven eight nine ten eleven twelve 20 Nov', 'none 2026-11-20'],
  ['20 Nov one two three four five six seven eight nine ten eleven came', 'received 2026-11-20'],
  ['20 Nov one two three four five six seven eight nine ten eleven twelve came', 'none 2026-11-20'],
  ['came 9 Oct 12 Oct', 'received 2026-10-09, none 2026-10-12'],
  ['9 Oct came 12 Oct', 'received 2026-10-09, none 2026-10-12'],
  ['no date here', ''],
])('%s: %s', (text, expected) => {
  expect(told(text)).toBe(expected)
})

test.each([
  // The letter before everything, then the undated role with the sent one, then sent, then received.
  ['sent 9 Oct, got it 12 Oct', '2026-10-09'],
  ['got it 12 Oct', '2026-10-12'],
  ['phoned 14 Oct, got it 12 Oct', '2026-10-12'],
  ['phoned them 14 Oct', '2026-10-14'],
  ['certificate issued 20 Nov', '2026-11-20'],
  ['9 Oct. It came on 12 Oct', '2026-10-09'],
  ['letter dated 9 Oct 2026, that is 9/10/26', '2026-10-09'],
  ['about six weeks ago, 9 October', '2026-10-09'],
  ['in October, on the 9th', '2026-10-09'],
  ['last month, the 9th', '2026-10-09'],
])('of %s, %s is meant', (text, expected) => {
  expect(readDate(text, TODAY)).toMatchObject({ certainty: 'exact', date: expected })
})

test.each([
  'letter dated 3 Nov or 5 Nov',
  '3 Nov, 5 Nov',
  'sent 9 Oct. 12 Oct',
  'got it 9 Oct, arrived 12 Oct',
  'letters dated 9 Oct and 12 Oct',
])('of %s none is picked', (text) => {
  expect(readDate(text, TODAY).certainty).toBe('ambiguous')
})

test.each(['letter dated 31 Nov, arrived 3 Nov', 'dated 31 Nov or 5 Nov', 'he was born on 3 March 2015', "it wasn't 9 Nov"])(
  '%s gives no date',
  (text) => {
    expect(readDate(text, TODAY)).toMatchObject({ certainty: 'none', date: null, alternatives: [] })
  },
)

test('very many dates are asked about, a few of them named', () => {
  const text = Array.from({ length: 28 }, (_, index) => `${index + 1}/10/26`).join(' ')
  const { certainty, alternatives } = readDate(text, TODAY)
  expect([certainty, alternatives.length]).toEqual(['ambiguous', 12])
})
