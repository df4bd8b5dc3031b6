// Where exactly a number, a place in the law, a sum or a length of time begins and ends. Made-up numbers, phones from those kept for fiction.
import { findEmails, findOtherNumbers, findPlainNumbers, findRegisterNumbers } from '../../../src/rules/redact/find-numbers'
import type { Span } from '../../../src/rules/redact/span'

const inWords = (find: (text: string) => readonly Span[], text: string): readonly string[] =>
  find(text).map(({ start, end }) => text.slice(start, end))
const ofKind = (text: string): readonly string[] =>
  findRegisterNumbers(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

describe('places in the law', () => {
  const LAW = ['section', 'sect', 'sec', 's', 'ss', 'regulation', 'reg', 'rule', 'paragraph', 'para', 'part', 'schedule', 'article', 'chapter', 'act', 'send', 'sendr'] // prettier-ignore
  test.each([...LAW, ...LAW.filter((word) => !/^(?:s|ss|sect?|sendr?)$/.test(word)).map((word) => `${word}s`)])('%s', (word) => {
    expect(inWords(findPlainNumbers, `the ${word} 12 of it`)).toEqual([`${word} 12`])
    expect(inWords(findPlainNumbers, `the x${word} 12 of it`)).toEqual([])
  })

  test.each(['s 1234', 's.51', 's. 51', 'S51', 's 9.7', 's 9.773', 's 51a', 's 51(1)', 's 51(10)(b)', 'ss 36,37', 'ss 36, 137', 'ss 36 and 37', 'ss 36 or 37', 'ss 36 to 44', 'ss 36-44', 'ss 36-44b and 5', 'ss 1, 2, 3, 4, 5, 6, 7, 8 and 9'])(
    '%s',
    (place) => {
      expect(inWords(findPlainNumbers, place)).toEqual([place])
      expect(inWords(findPlainNumbers, `see ${place}, we say`)).toEqual([place])
      expect(inWords(findPlainNumbers, `see ${place} of it`)).toEqual([place])
    },
  ) // prettier-ignore

  test.each(['s 51/', 's 12345', 's 51_'])('%s is none', (typed) => expect(inWords(findPlainNumbers, typed)).toEqual([]))
})

describe('sums of money', () => {
  test.each(['£1200', '£ 1200', '£12,000.50', '£5', '£1 000 000', '1200 pounds', '1200pounds', '1 pound', '500 quid', '50 pence', '50p', '5 p', '12,000.50 k', '30k', '100%', '100 %', '50 per cent', '50 percent'])(
    '%s',
    (sum) => {
      expect(inWords(findPlainNumbers, sum)).toEqual([sum])
      expect(inWords(findPlainNumbers, `it is ${sum}, we say`)[0]?.replace(/[, ]+$/, '')).toBe(sum)
    },
  ) // prettier-ignore

  test.each(['50 pens', '50 kids', 'a £ and', '-50 quid', '50 perch'])('%s is none', (typed) => {
    expect(inWords(findPlainNumbers, typed)).toEqual([])
  })

  test('what is said after a sum is no part of it', () => {
    expect(inWords(findPlainNumbers, '£5 a day')).toEqual(['£5 '])
    expect(inWords(findPlainNumbers, '£5a')).toEqual(['£5'])
  })
})

describe('lengths of time and counts', () => {
  const UNITS = ['second', 'minute', 'min', 'hour', 'hr', 'day', 'night', 'week', 'wk', 'month', 'mth', 'year', 'yr', 'term', 'page', 'pupil'] // prettier-ignore
  test.each([...UNITS, ...UNITS.map((unit) => `${unit}s`), 'families', 'people', 'words', 'times'])('%s', (unit) => {
    expect(inWords(findPlainNumbers, `so 1234 ${unit} then`)).toEqual([`1234 ${unit}`])
    expect(inWords(findPlainNumbers, `so 1234 ${unit}x`)).toEqual([])
  })

  test.each(['1,000 days', '15 working days', '15 school days', '15 calendar days', '2 more weeks', '2 full weeks', '12-1400 words', '12 - 1400 words', '12 to 1400 words', '12to14 words', '12 or 14 days'])(
    '%s',
    (amount) => {
      expect(inWords(findPlainNumbers, amount)).toEqual([amount])
      expect(inWords(findPlainNumbers, `so ${amount} then`)).toEqual([amount])
    },
  ) // prettier-ignore

  test.each(['-15 days', '15 odd days', '15days'])('%s is none', (typed) => expect(inWords(findPlainNumbers, typed)).toEqual([]))
})

describe('years', () => {
  test.each(['2026', '1999', '2026/27', '2026-27', '2026/2027'])('%s', (year) => {
    expect(inWords(findPlainNumbers, year)).toEqual([year])
    expect(inWords(findPlainNumbers, `in ${year} it was`)).toEqual([year])
  })

  test.each(['2126', '1826', 'x2026', '2026x', '2026/2', '2026-', '20261'])('%s is none', (typed) => {
    expect(inWords(findPlainNumbers, typed)).toEqual([])
  })
})

describe('addresses on the net', () => {
  test.each(['jo@b', 'jo@example.org', 'jo+send%20.x-y@mail.example.co.uk', 'jo@ example.org', 'jo @example.org', 'jo @ mail.example.org', 'jo at example.org', 'jo [at] example . com', 'jo (at) example dot co dot uk', 'jo at example.co.uk', 'jo at example.co dotuk', 'jo at example [dot] net', '@quibble'])(
    '%s',
    (typed) => {
      expect(inWords(findEmails, typed)[0]).toBe(typed)
      expect(inWords(findEmails, `so (${typed}, or`)[0]).toBe(typed)
    },
  ) // prettier-ignore

  test.each(['at example', 'we wait at home', '@q', 'jo at example dot shop'])('%s is none', (typed) => {
    expect(inWords(findEmails, typed)).toEqual([])
  })
})

describe('numbers of registers', () => {
  test.each([
    ...['A123456789012', 'a-1234-5678-9012', 'A-12345678901-2', 'A 123456 78901 X'].map((typed) => ['upn', typed] as const),
    ...['QQ123456', 'QQ123456C', 'QQ 12 34 56 C', 'QQ-12.34-56.d', 'in123456'].map((typed) => ['ni-number', typed] as const),
    ...['GIR0AA', 'gir 0aa', 'M1 1AA', 'M14 1AA', 'EC1A 1BB', 'SS1  2AB', 'ss12ab'].map((typed) => ['postcode', typed] as const),
    ...['01632 960123', '( 01632) 960123', '(01632) 960123', '(+44) 1632 960123', '+44 1632 960123', '+ 44 1632 960 123'].map((typed) => ['phone', typed] as const),
    ...['oh one, six, three, two, nine six oh', 'one-two-three-four-five-six-seven', 'double one two triple three four five six'].map((typed) => ['phone', typed] as const),
  ])('%s: %s', (kind, typed) => {
    expect(ofKind(typed)).toEqual([`${kind}: ${typed}`])
    expect(ofKind(`so ${typed}, or`)).toEqual([`${kind}: ${typed}`])
  }) // prettier-ignore

  test.each(['in', 'on', 'by', 'to', 'of', 'at', 'no', 'or', 'is', 'it', 'he', 'we', 'my', 'as', 'so', 'if', 'up', 'am', 'pm', 'go', 'do', 'me', 'us', 'be', 'hi', 'ok', 'vs'])(
    '%s is a word, not the beginning of one',
    (word) => expect(ofKind(`${word} 12 34 56`)).toEqual([]),
  ) // prettier-ignore

  test.each(['M1!1AA', 'QQ1234567', 'XQQ123456', 'A12345678901', 'one two three four five six', 'MM1 1AAA', 'M1 1AI', '5 01632 960123'])(
    '%s is none',
    (typed) => expect(ofKind(typed)).toEqual([]),
  ) // prettier-ignore

  test('a letter that goes on is no part of it', () => expect(ofKind('QQ123456Cat')).toEqual(['ni-number: QQ123456']))

  test.each(['M14', 'M1', 'SS1', 'EC1A', 'SS1 2CI', 'SS12CI', 'M1 2CI'])('after the word postcode: %s', (code) => {
    for (const cue of ['postcode', 'post code', 'postcode is', 'postcode:', 'postcode: ', 'postcode area', 'postcode district of', 'postcode starts with', 'postcode begins with']) {
      expect(ofKind(`${cue} ${code}`)).toEqual([`postcode: ${code}`])
      expect(ofKind(`my ${cue} ${code}, yes`)).toEqual([`postcode: ${code}`])
      expect(ofKind(`my ${cue} ${code}xyz`)).toEqual(code.includes(' ') ? [`postcode: ${code.split(' ')[0]}`] : [])
    }
  }) // prettier-ignore
})

describe('other numbers', () => {
  test.each([
    ['ref 452', ['452']],
    ['refs: #452', ['452']],
    ['reference number is 452', ['452']],
    ['ref abc1', ['abc1']],
    ['ref ab/c-1', ['ab/c-1']],
    ['ref abcdefg1', []],
    ['ref. id 45', []],
    ['code 4521 yes', ['4521']],
    ['4521', ['4521']],
    ['£4521', []],
    ['9.4521', []],
    ['a/4521', ['a/4521']],
    ['-4521', []],
    ['4521%', []],
    ['4521-', []],
    ['4521/', []],
    ['see SEND-20394 now', ['20394', 'SEND-20394']],
    ['1/2345b', ['1/2345b']],
    ['see 12-34-5b now', ['12-34-5b']],
    ['12/34-56', []],
    ['see ab-cd-1234 now', ['ab-cd-1234']],
    ['see abc123 now', []],
  ])('%s', (typed, found) => expect(inWords(findOtherNumbers, typed)).toEqual(found))
})
