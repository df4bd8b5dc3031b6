import { parseCalendarDate, type CalendarDate } from '../../../src/rules/calendar-date'
import { readDate } from '../../../src/rules/read-date/read-date'

/** A Sunday. */
const today = parseCalendarDate('2026-11-22') as CalendarDate

const read = (text: string): string => {
  const { date, certainty, alternatives } = readDate(text, today)
  return `${date ?? alternatives.join(' or ')} ${certainty}`.trim()
}

// Reckoned by hand: 22 November 2026 is a Sunday, so the 21st a Saturday, the 16th and the 9th Mondays.
test.each([
  ['it came on saturday, dated the wednesday before', '2026-11-18 exact'],
  ['Got it Monday but it is dated the Thursday before', '2026-11-12 exact'],
  ['came on monday, dated the monday before', '2026-11-09 exact'],
  ['arrived on 14 nov, dated two days earlier', '2026-11-12 exact'],
  ['received 1 nov, letter written 3 days before', '2026-10-29 exact'],
  ['received 1 nov, letter written 3 days prior', '2026-10-29 exact'],
  ['it arrived friday but the date on it is the day before', '2026-11-19 exact'],
  ['the date on it is the monday before but it came today', '2026-11-16 exact'],
  ['dated the friday before it came, which was 10 november', '2026-11-06 exact'],
  ['dated the previous friday, it came on tuesday', '2026-11-13 exact'],
  ['it came on tuesday, written the preceding day', '2026-11-16 exact'],
  ['meeting was 10 nov, letter dated 2 days before', '2026-11-08 exact'],
  ['arrived on 14 nov, dated the week before', '2026-11-02 approximate'],
  ['arrived on 14 nov, dated the month before', '2026-10-14 approximate'],
  ['it came on 9 nov, dated the term before', '2026-09-01 approximate'],
  ['we got it 16 nov and its dated a week before', '2026-11-09 approximate'],
  ['arrived 14 nov. it was dated a couple of days before', '2026-11-12 approximate'],
])('%s: %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('both days are told, each as what it is', () => {
  const { mentioned } = readDate('it came on 9 nov, dated the wednesday before', today)
  expect(mentioned.map(({ role, date }) => [role, date])).toEqual([
    ['received', '2026-11-09'],
    ['letter', '2026-11-04'],
  ])
})

test.each([
  ['what was done the day before says nothing of the letter', 'letter dated 12 nov, i rang the day before', '2026-11-12 exact'],
  ['a day before what is no date says nothing either', 'dated 12 nov, 2 days before the meeting', '2026-11-12 exact'],
  ['a letter that has its own date keeps it', 'sent the day before and dated 12 nov', '2026-11-12 exact'],
  ['a named day is no reference', 'got the letter the day before yesterday', '2026-11-20 exact'],
  ['what it stands before may be told', 'arrived the day before 12 november', '2026-11-11 exact'],
  ['what it stands before may be told beside the day it came', 'came today, dated the day before yesterday', '2026-11-20 exact'],
  ['numbers that are no date count for nothing', 'ref 2026/0456, came on saturday, dated the wednesday before', '2026-11-18 exact'],
  ['the day it came counts before other days', 'i rang on 20 nov, it came on 16 nov, dated the wednesday before', '2026-11-11 exact'],
  [
    'two such days are asked about',
    'a copy came on 9 nov and one was sent 16 nov, dated the wednesday before',
    '2026-11-04 or 2026-11-11 ambiguous',
  ],
  ['a certificate is none to count from', 'certificate is 12 nov, letter dated the wednesday before', '2026-11-12 exact'],
  ['nothing to count from', 'dated the wednesday before', 'none'],
  [
    'two days to count from are asked about',
    'it came on 9 nov or 10 nov, dated the wednesday before',
    '2026-11-09 or 2026-11-10 ambiguous',
  ],
  ['the day of a birth is none to count from', 'he was born on 9 nov 2020, letter dated the day before', 'none'],
])('%s: %s', (_what, text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['the twelfth', '2026-11-12 exact'],
  ['dated the twenty-third', '2026-10-23 exact'],
  ['the second', 'none'],
  ['the third', 'none'],
  ['the fourth', '2026-11-04 exact'],
  ['the fifth time', 'none'],
  ['my first letter was 2 oct and the second 9 nov', '2026-10-02 or 2026-11-09 ambiguous'],
])('a day in words, and a second letter: %s: %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

// The 6th and the 13th of November 2026 are Fridays, the 9th a Monday, the 4th and the 11th Wednesdays.
test.each([
  ['fri 6.11', '2026-11-06 exact'],
  ['fri, 6', '2026-11-06 exact'],
  ['fri, 6.11', '2026-11-06 exact'],
  ['saturday 31', '2026-10-31 exact'],
  ['saturday 32', '2026-11-21 exact'],
  ['came wed 5.11', '2026-11-18 exact'],
  ['came wed 4', '2026-11-04 exact'],
  ['monday the 9', '2026-11-09 exact'],
  ['friday 13', '2026-11-13 exact'],
  ['wed 11.11', '2026-11-11 exact'],
  ['friday 6.30', '2026-11-20 exact'],
  ['friday 6pm', '2026-11-20 exact'],
  ['saturday 2 people came', '2026-11-21 exact'],
  ['friday 1', '2026-11-01 or 2026-10-30 ambiguous'],
  ['panel was on the 5th they wrote on the 9th', '2026-11-09 exact'],
])('a number behind a weekday is its day where it fits, asked about where it does not, and may be an hour: %s: %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})
