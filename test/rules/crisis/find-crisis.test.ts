// What the rule makes of a message, with lists that fit on one page.
import { crisisKinds } from '../../../src/rules/crisis/crisis-lists'
import { findCrisis } from '../../../src/rules/crisis/find-crisis'
import { smallLists } from './small-lists'

const far = 'word '.repeat(30)

test.each([
  ['', 'none', []],
  ['how do i appeal', 'none', []],
  ['I want to die', 'stop', ['suicide']],
  ['i wanna die', 'stop', ['suicide']],
  ['i really want to the die', 'stop', ['suicide']],
  ['KILL MY SELF', 'stop', ['suicide']],
  ['kms', 'stop', ['suicide']],
  ['k i l l m y s e l f', 'stop', ['suicide']],
  ['su1c1de', 'stop', ['suicide']],
  ['he hits me', 'stop', ['violence-now']],
  ['hitting my son', 'stop', ['violence-now']],
  ['the bridge', 'strip', ['suicide']],
  ['a hammer', 'strip', ['violence-now']],
  ['suicide, and he hits me', 'stop', ['suicide', 'violence-now']],
  ['he hits me. suicide', 'stop', ['suicide', 'violence-now']],
  ['bridge the gap', 'none', []],
  ['bridge gap', 'none', []],
  ['bridge the gap, then the bridge', 'strip', ['suicide']],
  ['the plan mentions suicide', 'strip', ['suicide']],
  ['the plan mentions suicide. i want to die', 'stop', ['suicide']],
  ['i want to die. the plan mentions suicide', 'stop', ['suicide']],
  ['suicide, ten years ago', 'strip', ['suicide']],
  ['say goodbye', 'strip', ['suicide']],
  ['say my last goodbye', 'strip', ['suicide']],
  ['say goodbye to the plan', 'none', []],
  ['rope', 'none', []],
  ['a neck, then rope', 'strip', ['suicide']],
])('"%s": %s', (text, level, kinds) => {
  expect(findCrisis(text, smallLists)).toEqual({ level, kinds })
})

test('two different signs near each other are a clear alarm', () => {
  expect(findCrisis('a bridge and a hammer', smallLists).level).toBe('stop')
  expect(findCrisis('a hammer on a bridge', smallLists).level).toBe('stop')
  expect(findCrisis(`bridge ${'xy '.repeat(24)}hammer`, smallLists).level).toBe('stop')
})

test('two signs far from each other stay unsure', () => {
  expect(findCrisis(`bridge ${'xy '.repeat(25)}hammer`, smallLists)).toEqual({ level: 'strip', kinds: ['suicide', 'violence-now'] })
})

test('the same sign twice stays unsure', () => {
  expect(findCrisis('bridge bridge bridge', smallLists).level).toBe('strip')
})

test('a sign that comes again beside another one is a clear alarm, however far back it came first', () => {
  expect(findCrisis(`bridge bridge ${far} bridge hammer`, smallLists).level).toBe('stop')
})

test('signs are taken in the order of the text', () => {
  expect(findCrisis(`bridge ${'xy '.repeat(28)}hammer ${'xy '.repeat(18)}bridge`, smallLists).level).toBe('stop')
})

test('a joined sign reaches from its first word to its last', () => {
  expect(findCrisis('rope hammer neck', smallLists).level).toBe('strip')
  expect(findCrisis('neck hammer rope', smallLists).level).toBe('strip')
  expect(findCrisis('rope neck hammer', smallLists).level).toBe('stop')
  expect(findCrisis(`rope ${'xy '.repeat(20)}neck ${'xy '.repeat(8)}hammer`, smallLists).level).toBe('strip')
})

test('signs that share a word are one sign', () => {
  const lists = { ...smallLists, phrases: [{ kind: 'suicide' as const, stop: [], strip: ['old bridge', 'bridge', 'bridge tonight'] }] }
  expect(findCrisis('old bridge', lists).level).toBe('strip')
  expect(findCrisis('bridge tonight', lists).level).toBe('strip')
})

test('a softened sign does not make another one clear', () => {
  expect(findCrisis('the plan mentions suicide on a bridge', smallLists).level).toBe('strip')
})

test('a quietened word stays quiet where a softening stands on it as well, in either order', () => {
  const lists = (none: string[], strip: string[]): typeof smallLists => ({
    ...smallLists,
    phrases: [{ kind: 'suicide', stop: ['jump'], strip: [] }],
    exceptions: { none, strip },
  })
  expect(findCrisis('bungee jump plan', lists(['bungee jump'], ['jump plan'])).level).toBe('none')
  expect(findCrisis('plan jump bungee', lists(['jump bungee'], ['plan jump'])).level).toBe('none')
  const long = (none: string[], strip: string[]): typeof smallLists => ({
    ...lists(none, strip),
    phrases: [{ kind: 'suicide', stop: ['old jump'], strip: [] }],
  })
  expect(findCrisis('very old jump plan', long(['very old'], ['jump plan'])).level).toBe('none')
  expect(findCrisis('plan old jump very', long(['jump very'], ['plan old'])).level).toBe('none')
  expect(findCrisis('old jump plan', long([], ['jump plan'])).level).toBe('strip')
  expect(findCrisis('plan old jump', long([], ['plan old'])).level).toBe('strip')
})

test('a joined phrase is quiet as a whole when one of its parts is', () => {
  const lists: typeof smallLists = {
    ...smallLists,
    phrases: [{ kind: 'suicide', stop: ['rope & neck'], strip: [] }],
    exceptions: { none: ['skipping rope', 'neck of woods'], strip: [] },
  }
  expect(findCrisis('neck, skipping rope', lists).level).toBe('none')
  expect(findCrisis('rope, my neck of woods', lists).level).toBe('none')
  expect(findCrisis('rope and neck', lists).level).toBe('stop')
})

test('an exception speaks for its own sentence only', () => {
  expect(findCrisis('the plan. suicide', smallLists).level).toBe('stop')
  expect(findCrisis('it was years ago. suicide', smallLists).level).toBe('stop')
  expect(findCrisis('suicide. it was years ago', smallLists).level).toBe('stop')
  expect(findCrisis('bridge. gap', smallLists).level).toBe('strip')
})

test('kinds come in their fixed order', () => {
  const both = findCrisis('he hits me on the bridge', smallLists).kinds
  expect(both).toEqual(crisisKinds.filter((kind) => both.includes(kind)))
  expect(both).toEqual(['suicide', 'violence-now'])
})

test('what is written at the very end of a long message is read', () => {
  expect(findCrisis(`${'how do i appeal '.repeat(2000)} i want to die`, smallLists).level).toBe('stop')
})
