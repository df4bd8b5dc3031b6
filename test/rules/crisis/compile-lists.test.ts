// Lists are prepared once, and every fault in them is named.
import { compileLists, faultsOfLists } from '../../../src/rules/crisis/compile-lists'
import type { CrisisLists } from '../../../src/rules/crisis/crisis-lists'
import { findCrisis } from '../../../src/rules/crisis/find-crisis'
import { smallLists } from './small-lists'

const withPhrases = (stop: string[], more: Partial<CrisisLists> = {}): CrisisLists => ({
  ...smallLists,
  exceptions: { none: [], strip: [] },
  phrases: [{ kind: 'suicide', stop, strip: [] }],
  ...more,
})
const level = (text: string, lists: CrisisLists): string => findCrisis(text, lists).level

test('good lists have no faults', () => {
  expect(faultsOfLists(smallLists)).toEqual([])
})

test('every fault is named: groups, phrases of each kind and level, exceptions, idle words', () => {
  const faults = faultsOfLists({
    ...smallLists,
    groups: { bad: ['{x}'] },
    phrases: [{ kind: 'suicide', stop: ['Stop'], strip: ['strip (0) b'] }],
    exceptions: { none: ['None', 'hurt a/the bad', 'hurt a/me bad'], strip: ['the plan'] },
  })
  expect(faults).toEqual([
    "group 'bad': cannot read '{x}'",
    "phrase 'Stop': cannot read 'Stop'",
    "phrase 'strip (0) b': cannot read '(0)'",
    "phrase 'None': cannot read 'None'",
    "phrase 'hurt a/the bad': 'a/the' is passed over in messages, leave it out",
    "phrase 'the plan': 'the' is passed over in messages, leave it out",
  ])
})

test('lists with a fault cannot be compiled', () => {
  expect(() => compileLists(withPhrases(['Bad']))).toThrow("phrase 'Bad': cannot read 'Bad'")
})

test('phrases go through the same spellings as messages', () => {
  expect(level("I'm sad", withPhrases(['im sad']))).toBe('stop')
  expect(level('I am sad', withPhrases(['im sad']))).toBe('stop')
  expect(level('my self', withPhrases(['hurt my self']))).toBe('none')
  expect(level('hurt myself', withPhrases(['hurt my self']))).toBe('stop')
  expect(level('I want to shout', withPhrases(['wanna shout (2) x', 'wanna shout']))).toBe('stop')
})

test('words after a choice are respelt too', () => {
  expect(level('he said i am sad', withPhrases(['says/said im sad']))).toBe('stop')
})

test('a choice is known under its spelling and as it is written', () => {
  const lists = withPhrases(['tell gramps/nan'], { spellings: { gramps: 'grandad', pops: 'old dad' } })
  expect(level('tell gramps', lists)).toBe('stop')
  expect(level('tell grandad', lists)).toBe('stop')
  expect(level('tell nan', lists)).toBe('stop')
  expect(level('tell dad', lists)).toBe('none')
})

test('a choice does not take half of a spelling of two words', () => {
  const lists = withPhrases(['tell pops/nan'], { spellings: { pops: 'old dad' } })
  expect(level('tell old', lists)).toBe('none')
  expect(level('tell nan', lists)).toBe('stop')
})

test('a filler within a choice is left out of it; a choice of fillers alone is no place', () => {
  expect(level('hurt bad', withPhrases(['hurt the/me bad']))).toBe('none')
  expect(level('hurt me bad', withPhrases(['hurt the/me bad']))).toBe('stop')
  expect(level('hurt bad', withPhrases(['hurt a/the bad']))).toBe('stop')
})

test('an optional word stays optional', () => {
  expect(level('hurt me', withPhrases(['hurt [bad] me']))).toBe('stop')
  expect(level('hurt bad me', withPhrases(['hurt [bad] me']))).toBe('stop')
  expect(level('hurt good me', withPhrases(['hurt [bad] me']))).toBe('none')
})

test.each([
  ['a word of a phrase', 'zebra', 'zebraaa'],
  ['a word of a group', '{child}', 'giiirl'],
])('%s is known to the speller', (_, phrase, text) => {
  expect(level(text, withPhrases([phrase]))).toBe('stop')
})

test('both sides of a spelling, fillers, misspelt, starred, joints and words left alone are known to the speller', () => {
  const { reader } = compileLists({
    ...smallLists,
    groups: { spare: ['giraffe'] },
    phrases: [{ kind: 'suicide', stop: ['zebra'], strip: [] }],
    exceptions: { none: ['yak'], strip: [] },
  })
  const expected = ['im', 'am', 'self', 'nobody', 'really', 'suicide', 'rape', 'to', 'attached', 'giraffe', 'zebra', 'yak']
  expect(expected.filter((word) => !reader.known.has(word))).toEqual([])
})

test('meanings and what exceptions leave keep the order of the lists', () => {
  const compiled = compileLists({
    ...smallLists,
    phrases: [
      { kind: 'neglect', stop: ['x'], strip: ['y'] },
      { kind: 'suicide', stop: ['z'], strip: [] },
    ],
    exceptions: { none: ['p'], strip: ['q', 'r'] },
  })
  expect(compiled.meanings).toEqual([
    { kind: 'neglect', level: 'stop' },
    { kind: 'neglect', level: 'strip' },
    { kind: 'suicide', level: 'stop' },
  ])
  expect(compiled.leaves).toEqual(['none', 'strip', 'strip'])
})
