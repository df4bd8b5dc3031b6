// Where exactly an address begins and ends, what is a count and no house; and how single signs are read. Made-up streets.
import { findAddresses } from '../../../src/rules/redact/find-addresses'
import { redact } from '../../../src/rules/redact/redact'
import { foldUnits } from '../../../src/rules/redact/span'

/** Each once, without those that lie within another. */
function addresses(text: string): readonly string[] {
  const found = findAddresses(text)
  const widest = found.filter(
    (one) => !found.some(({ start, end }) => start <= one.start && end >= one.end && end - start > one.end - one.start),
  )
  return [...new Set(widest.map(({ start, end }) => text.slice(start, end)))]
}

const STREETS = 'street str st road rd avenue ave av lane ln close cl drive drv way court ct crescent cres place gardens gdns terrace grove hill walk mews square sq row green view rise park parade boulevard circus wharf quay vale yard estate house lodge farm cottage villas mansions heights tower towers parkway croft meadow meadows field fields end gate'.split(' ') // prettier-ignore

test.each(STREETS)('12 quibble %s', (street) => {
  expect(addresses(`so 12 quibble ${street}, yes`)).toEqual([`12 quibble ${street}`])
  expect(addresses(`so 12 quibble ${street}x yes`)).toEqual([])
  expect(addresses(`so 12 QUIBBLE ${street.toUpperCase()}, yes`)).toEqual([`12 QUIBBLE ${street.toUpperCase()}`])
})

test.each(['12a quibble street', '12, quibble street', '1234 quibble street', "12 o'quibble-zubble street", '12 old north quibble street', '12 quibble st.', '12 q street'])(
  '%s',
  (typed) => {
    expect(addresses(typed)[0]).toBe(typed)
    expect(addresses(`we are at ${typed} now`)[0]).toBe(typed)
  },
) // prettier-ignore

test.each(['in', 'of', 'to', 'the', 'on', 'a', 'an', 'my', 'our', 'his', 'her', 'for', 'at', 'by', 'and', 'or', 'is', 'was', 'more', 'other', 'day', 'days', 'weeks', 'months', 'years', 'hours', 'minutes', 'working', 'school', 'people', 'kids', 'children', 'times', 'letter', 'letters', 'schools', 'different', 'yo', 'yr', 'yrs'])(
  '3 %s before a court is no house',
  (word) => {
    expect(addresses(`3 ${word} court`)).toEqual([])
    expect(addresses(`3 quibble ${word} court`)).toEqual([])
    expect(addresses(`3 ${word}xq court`)).toEqual([`3 ${word}xq court`])
  },
) // prettier-ignore

test.each(['£12 quibble street', '.12 quibble street', '/12 quibble street', 'x12 quibble street', '12345 quibble street', '12 street', '12 one two three four street'])(
  '%s is none',
  (typed) => expect(addresses(typed)).toEqual([]),
) // prettier-ignore

test.each(['year-old', 'years-old'])('3 %s before a court is no house', (word) => expect(addresses(`3 ${word} court`)).toEqual([]))

test.each(['14 School Lane', '14a, Old Road', '3 The Avenue', '14 school lane', '14 old school rd', '14 old street'])(
  '%s is masked with its number',
  (typed) => {
    expect(addresses(`we are at ${typed} now`)).toEqual([typed])
  },
)

test('a town behind it goes with it, where it has a capital', () => {
  expect(addresses('12 quibble street, Zubbleton now')[0]).toBe('12 quibble street, Zubbleton')
  expect(addresses('12 quibble street Zubbleton now')[0]).toBe('12 quibble street Zubbleton')
  expect(addresses('12 quibble street, zubbleton now')).toEqual(['12 quibble street'])
})

test.each(['Street', 'Road', 'Avenue', 'Lane', 'Close', 'Drive', 'Way', 'Crescent', 'Gardens', 'Terrace', 'Grove', 'Mews', 'Square', 'Rd', 'Ave', 'St', 'Cottage', 'Farm', 'Villas'])(
  'Quibble %s with no number',
  (street) => {
    expect(addresses(`we are on Old North Quibble ${street} now`)).toEqual([`Old North Quibble ${street}`])
    expect(addresses(`we are on quibble ${street} now`)).toEqual([])
    expect(addresses(`we are on Quibble ${street}x now`)).toEqual([])
  },
) // prettier-ignore

test.each([
  ['flat 3', 'flat 3'],
  ['Flat. 3a', 'Flat. 3a'],
  ['flat no 3', 'flat no 3'],
  ['flat no. 3', 'flat no. 3'],
  ['flat number 3', 'flat number 3'],
  ['room 1234', 'room 1234'],
  ['block 7', 'block 7'],
  ['p.o. box 7', 'p.o. box 7'],
  ['flat 3 rose court', 'flat 3 rose court'],
  ['flat 3, rose court, zubbleton', 'flat 3, rose court, zubbleton'],
  ['flat 3, rose court, zubbleton, kent', 'flat 3, rose court, zubbleton'],
  ['flat 3 at ours', 'flat 3'],
])('%s', (typed, found) => {
  expect(addresses(typed)).toEqual([found])
  expect(addresses(`in ${typed}`)).toEqual([found])
})

test.each(['flat 12345', 'flat three', 'unflat 3', 'flat 3rd'])('%s is none', (typed) => expect(addresses(typed)).toEqual([]))

test.each([
  ['live at 12', '12'],
  ['lives in 12a', '12a'],
  ['living on number 12', '12'],
  ['moved to at no 12', '12'],
  ['stay at no. 12', '12'],
  ['staying at 1234 quibble', '1234 quibble'],
  ['lived at 12 quibble zubble', '12 quibble zubble'],
  ["lived at 12, o'quibble, zub-ble, kent and so on", "12, o'quibble, zub-ble, kent"],
  ['address is at 12 q', '12'],
])('%s', (typed, found) => expect(addresses(`we ${typed}`)).toEqual([found]))

test.each(['we live by 12', 'we live at ten', 'alive at 12'])('%s is none', (typed) => expect(addresses(typed)).toEqual([]))

test('neighbours of one kind are one mask, and signs alone are none', () => {
  expect(redact('flat 3, 14 Oak Street').text).toBe('[address]')
  expect(redact('jo@example.org, jo@example.org').text).toBe('[email]')
  expect(redact('jo@example.org , jo@example.org').text).toBe('[email] , [email]')
  expect(redact('so .@- yes').text).toBe('so .@- yes')
})

describe('single signs are read as those of a keyboard', () => {
  test.each([
    ['‘’ʼ', "'''"],
    ['–—‑−', '----'],
    ['\u00a0\u202f\u2009', '   '],
    ['！～Ａｚ０９＠', '!~Az09@'],
    ['\uff00｟ﾊ\u3000', '\uff00｟ﾊ\u3000'],
    ['٠٩۰۹०९০৯੦੯૦૯', '090909090909'],
    ['\u200b\u200f\u2060\ufeff\u00ad', '-----'],
    ['\u065f\u066aéß漢', '\u065f\u066aéß漢'],
    ['a\tb\r\nc', 'a\tb\r\nc'],
  ])('%j', (typed, read) => {
    expect(foldUnits(typed)).toBe(read)
  })

  test('so a name behind a curly sign, or in small katakana, is masked', () => {
    expect(redact('Jack’s plan').text).toBe('[name]’s plan')
    expect(redact('we saw ﾊﾅ').text).toBe('we saw [name]')
  })
})
