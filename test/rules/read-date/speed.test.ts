// Hostile and long texts cost milliseconds. The bound is far above what a quiet machine needs, since tests share theirs.
import { readDate } from '../../../src/rules/read-date/read-date'
import { day } from './readings'

const TODAY = day('2026-11-22')
const LONG = 20_000
const PIECES = [
  '1/',
  '1 ',
  '1',
  'november ',
  'novmbr ',
  '3 nov ',
  '3rd ',
  '3 of ',
  'day before ',
  'before ',
  'end of ',
  'between 3 and ',
  'the ',
  'mon ',
  'a week and a half ',
  'last the next this ',
  '3 nov or ',
  ' ',
  '.',
  ', ',
  '3 , , , ',
  "nov ' ",
  '9/11/26 ',
  '٣',
  'ﷺ',
  '😀',
  'of , ',
]

/** Milliseconds of processor time, the shortest first. */
const times = (text: string, count: number): number[] =>
  Array.from({ length: count }, () => {
    const before = process.cpuUsage()
    readDate(text, TODAY)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }).sort((a, b) => a - b)

test.each(PIECES)('20,000 characters of %j', (piece) => {
  const text = piece.repeat(LONG).slice(0, LONG)
  times(text, 5)
  expect(times(text, 5)[0]).toBeLessThan(60)
})

test('one warm reading of what families write', () => {
  const texts = ['3/11', "I got it Monday but it's dated 12 Nov", 'before half term', 'six weeks ago Friday', 'dunno']
  for (const text of texts) times(text, 200)
  const all = texts.flatMap((text) => times(text, 200)).sort((a, b) => a - b)
  expect(all[all.length / 2]).toBeLessThan(2)
})

test('only the first 1,000 words and marks are read', () => {
  expect(readDate(`${'x '.repeat(995)}3/11/2026`, TODAY).date).toBe('2026-11-03')
  expect(readDate(`${'x '.repeat(996)}3/11/2026`, TODAY).certainty).toBe('none')
})

test('only the first 3,000 characters are read', () => {
  expect(readDate(`${'wordwords '.repeat(299)}3/11/2026`, TODAY).date).toBe('2026-11-03')
  expect(readDate(`${'wordwords '.repeat(300)}3/11/2026`, TODAY).certainty).toBe('none')
})
