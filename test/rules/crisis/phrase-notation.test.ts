// How the safeguarding lead's notation is read.
import { formsOf, phraseReader, type Place, readGroups, wordsOf } from '../../../src/rules/crisis/phrase-notation'

const { groups } = readGroups({ self: ['myself', 'himself'], hurting: ['hit*', 'shook'], both: ['{self}', 'us'] })
const read = phraseReader(groups)

const shown = (place: Place): unknown => ('gap' in place ? place.gap : { words: [...place.words], optional: place.optional })
const shownPhrase = (written: string): unknown => {
  const reading = read(written)
  return 'fault' in reading ? reading.fault : reading.phrase.map((part) => part.map(shown))
}
const one = (...words: string[]): unknown => ({ words, optional: false })

test.each([
  ['rope', ['rope', 'ropes', 'ropees', 'roped', 'ropeed', 'ropeing', 'ropein', 'roping', 'ropin']],
  ['cut', ['cut', 'cuts', 'cutes', 'cutd', 'cuted', 'cuting', 'cutin', 'cutted', 'cutting', 'cuttin']],
  [
    'bully',
    ['bully', 'bullys', 'bullyes', 'bullyd', 'bullyed', 'bullying', 'bullyin', 'bullies', 'bullied', 'bullyyed', 'bullyying', 'bullyyin'],
  ],
])('a star after %s stands for its forms', (stem, forms) => {
  expect(formsOf(stem)).toEqual(forms)
})

test.each([
  ['rope', ['rope']],
  ['999', ['999']],
  ['🔪', ['🔪']],
  ['{self}', ['myself', 'himself']],
])('%s is read', (written, words) => {
  expect(wordsOf(written, groups)).toEqual(words)
})

test.each([
  '',
  'Rope',
  "can't",
  '{nobody}',
  '{self',
  'self}',
  'a{self}',
  '{self}a',
  'ki*ll',
  'kill**',
  '*',
  '9*',
  'two words',
  '-x',
  'x-',
  'x🔪',
  '9a*',
  '{a*',
  'x-y*',
  'a🔪',
  '🔪🔪',
])('"%s" cannot be read', (written) => {
  expect(wordsOf(written, groups)).toBeNull()
})

test('a group may name an earlier one and hold starred words', () => {
  expect([...(groups.get('both') ?? [])]).toEqual(['myself', 'himself', 'us'])
  expect(groups.get('hurting')?.has('hitting')).toBe(true)
  expect(groups.get('hurting')?.has('shook')).toBe(true)
})

test('a group that cannot be read is named with its word, and the others stay', () => {
  const reading = readGroups({ first: ['{later}', 'ok'], later: ['x'] })
  expect(reading.faults).toEqual(["group 'first': cannot read '{later}'"])
  expect([...(reading.groups.get('first') ?? [])]).toEqual(['ok'])
  expect([...(reading.groups.get('later') ?? [])]).toEqual(['x'])
})

test('good groups have no faults', () => {
  expect(readGroups({ a: ['x'] }).faults).toEqual([])
})

test('a phrase is read place by place', () => {
  expect(shownPhrase('hit/slap [my/his] (3) {self}')).toEqual([
    [one('hit', 'slap'), { words: ['my', 'his'], optional: true }, 3, one('myself', 'himself')],
  ])
})

test('parts joined by & are read one by one', () => {
  expect(shownPhrase('rope & neck')).toEqual([[one('rope')], [one('neck')]])
})

test.each([
  ['(3) rope', 'must begin and end with a word that has to be there'],
  ['rope (3)', 'must begin and end with a word that has to be there'],
  ['[my] rope', 'must begin and end with a word that has to be there'],
  ['rope [my]', 'must begin and end with a word that has to be there'],
  ['rope & neck (2)', 'must begin and end with a word that has to be there'],
  ['rope (0) neck', "cannot read '(0)'"],
  ['rope (10) neck', "cannot read '(10)'"],
  ['rope x(3) neck', "cannot read 'x(3)'"],
  ['rope (3)x neck', "cannot read '(3)x'"],
  ['rope x[my] neck', "cannot read 'x[my]'"],
  ['rope [my]x neck', "cannot read '[my]x'"],
  ['rope [] neck', "cannot read '[]'"],
  ['rope  neck', "cannot read ''"],
  ['rope/Neck', "cannot read 'rope/Neck'"],
  ['{none} rope', "cannot read '{none}'"],
])('"%s" is a fault', (written, fault) => {
  expect(shownPhrase(written)).toBe(`phrase '${written}': ${fault}`)
})

test('a place written twice is the same place', () => {
  const first = read('hit {self}')
  const second = read('kick {self}')
  if ('fault' in first || 'fault' in second) throw new Error('both are written properly')
  expect(first.phrase[0]?.[1]).toBe(second.phrase[0]?.[1])
})
