// Where phrases stand in a text.
import { canStand, findPhrases, indexPhrases, togetherWithin } from '../../../src/rules/crisis/find-phrases'
import { phraseReader, readGroups } from '../../../src/rules/crisis/phrase-notation'

const read = phraseReader(readGroups({}).groups)

function find(phrases: string[], text: string): unknown {
  const index = indexPhrases(
    phrases.map((written) => {
      const reading = read(written)
      if ('fault' in reading) throw new Error(reading.fault)
      return reading.phrase
    }),
  )
  const sentences = text.split('. ')
  return findPhrases(
    {
      words: sentences.flatMap((sentence) => sentence.split(' ')),
      sentences: sentences.flatMap((sentence, at) => sentence.split(' ').map(() => at)),
    },
    index,
  ).map(({ phrase, spans }) => [phrase, ...spans.flatMap(({ first, last }) => [first, last])])
}

test.each<[string, string, number[][]]>([
  ['rope', 'a rope b', [[0, 1, 1]]],
  ['rope', 'a b', []],
  ['kill me', 'kill me', [[0, 0, 1]]],
  ['kill me', 'me kill', []],
  ['kill me', 'kill', []],
  ['kill me', 'x kill y me', []],
  ['a b c', 'a b c', [[0, 0, 2]]],
  ['a (2) b', 'a b', [[0, 0, 1]]],
  ['a (2) b', 'a x b', [[0, 0, 2]]],
  ['a (2) b', 'a x y b', [[0, 0, 3]]],
  ['a (2) b', 'a x y z b', []],
  ['a (2) b', 'a x. y b', []],
  ['a (2) b', 'a x. b', [[0, 0, 2]]],
  ['a (2) b', 'a. x b', []],
  ['a b', 'a. b', [[0, 0, 1]]],
  ['a (2) b', 'a. b', [[0, 0, 1]]],
  ['a [x] b', 'a b', [[0, 0, 1]]],
  ['a [x] b', 'a x b', [[0, 0, 2]]],
  ['a [x] b', 'a y b', []],
  ['a [x] [y] b', 'a y b', [[0, 0, 2]]],
  ['a [x] x b', 'a x b', [[0, 0, 2]]],
  [
    'a/b c',
    'b c a c',
    [
      [0, 0, 1],
      [0, 2, 3],
    ],
  ],
  ['a (1) b (1) c', 'a x b y c', [[0, 0, 4]]],
  ['a & b', 'b x a', [[0, 2, 2, 0, 0]]],
  ['a & b', 'a', []],
  ['a & b', 'a x', []],
  ['a & b & c', 'a b', []],
])('"%s" in "%s"', (phrase, text, found) => {
  const sorted = (find([phrase], text) as number[][]).map((one) => [one[0], ...one.slice(1)])
  expect(sorted.map((one) => [...one].sort())).toEqual(found.map((one) => [...one].sort()))
})

test('each phrase is found under its number, whichever place is its rarest', () => {
  expect(find(['i want', 'i want rope', 'i do', 'want it'], 'i want rope')).toEqual([
    [0, 0, 1],
    [1, 0, 2],
  ])
})

test('a phrase begins to be sought at its rarest word that must be there', () => {
  const indexOf = (phrases: string[]): string[] =>
    [
      ...indexPhrases(
        phrases.map((written) => {
          const reading = read(written)
          if ('fault' in reading) throw new Error(reading.fault)
          return reading.phrase
        }),
      ).byWord,
    ].map(([word, anchored]) => `${word}:${anchored.map(({ phrase }) => phrase).join(',')}`)
  expect(indexOf(['i rope', 'i do', 'i [x] do'])).toEqual(['rope:0', 'do:1,2'])
  expect(indexOf(['i a/b/c', 'i x'])).toEqual(['i:0', 'x:1'])
})

test('parts stand together within so many words and no further', () => {
  const apart = (words: number): string => `a ${'x '.repeat(words - 1)}b`
  expect(find(['a & b'], apart(togetherWithin))).toHaveLength(1)
  expect(find(['a & b'], apart(togetherWithin + 1))).toHaveLength(0)
})

test('parts that stand together again are found again', () => {
  expect(find(['a & b'], 'a b a')).toHaveLength(2)
})

test('a part found twice does not stand in for the other', () => {
  expect(find(['a & b'], 'a a a')).toEqual([])
  expect(find(['a & a/b'], 'a')).toHaveLength(1)
})

test('what stands before the rarest word must be there, in its place', () => {
  expect(find(['i rope', 'i x'], 'rope i')).toEqual([])
  expect(find(['i rope it', 'i x', 'x it'], 'rope it i')).toEqual([])
})

test('a phrase needs a word for every place that must be there, in all of its parts', () => {
  const reading = read('a/b [c] (2) d & e')
  if ('fault' in reading) throw new Error(reading.fault)
  const needs = indexPhrases([reading.phrase]).byWord.get('e')?.[0]?.needs ?? []
  expect(needs.map((words) => [...words])).toEqual([['a', 'b'], ['d'], ['e']])
  expect(canStand(needs, new Set(['b', 'd', 'e']))).toBe(true)
  expect(canStand(needs, new Set(['a', 'd', 'e', 'x', 'y', 'z']))).toBe(true)
  expect(canStand(needs, new Set(['d', 'e']))).toBe(false)
  expect(canStand(needs, new Set(['a', 'e']))).toBe(false)
  expect(canStand(needs, new Set(['a', 'd', 'x', 'y']))).toBe(false)
  expect(canStand([new Set(['p', 'q', 'r'])], new Set(['q']))).toBe(true)
  expect(canStand([new Set(['p', 'q', 'r'])], new Set(['s']))).toBe(false)
})

test('a text without a word that the phrase needs is not searched for it', () => {
  expect(find(['a & b', 'a [q] c'], 'a a a')).toEqual([])
  expect(find(['a [q] c'], 'a c')).toEqual([[0, 0, 1]])
})
