// Strange spellings come back as the words that they stand for.
import { makeSpeller } from '../../../src/rules/crisis/speller'
import { smallLists } from './small-lists'

const known = new Set([
  'want',
  'die',
  'kill',
  'myself',
  'suicide',
  'paracetamol',
  'rape',
  'attached',
  'self',
  'sees',
  'i',
  'to',
  'my',
  'so',
  'il',
  'pleasee',
  'hit',
])
const spell = makeSpeller(smallLists, known)

test.each([
  ['kill', ['kill']],
  ['killlll', ['kill']],
  ['kkkillll', ['kill']],
  ['diieee', ['die']],
  ['seeees', ['sees']],
  ['k1ll', ['kill']],
  ['d1e', ['die']],
  ['ki11', ['kill']],
  ['se1f', ['self']],
  ['su1c1d3', ['suicide']],
  ['$uic1de', ['suicide']],
  ['r@pe', ['rape']],
  ['k1lllll', ['kill']],
  ['suicde', ['suicide']],
  ['suicidee', ['suicide']],
  ['siucide', ['suicide']],
  ['suecide', ['suicide']],
  ['paracetemol', ['paracetamol']],
  ['k*ll', ['kill']],
  ['k**l', ['kill']],
  ['r*p*', ['rape']],
  ['iwanttodie', ['i', 'want', 'to', 'die']],
  ['killmyself', ['kill', 'myself']],
  ['wanttodi', ['wanttodi']],
  ['killdie', ['killdie']],
  ['killtodie', ['kill', 'to', 'die']],
  ['council', ['council']],
  ['b*ll', ['b*ll']],
  ['k*lls', ['k*lls']],
  ['1', ['1']],
  ['11', ['11']],
  ['50', ['50']],
  ['attached', ['attached']],
  ['sucde', ['sucde']],
  ['suic', ['suic']],
  ['', ['']],
])('%s', (written, words) => {
  expect(spell(written)).toEqual(words)
})

test('from twenty letters on, letters that fit no word are passed over', () => {
  expect(spell('xxwanttodiewanttodie')).toEqual(['x', 'x', 'want', 'to', 'die', 'want', 'to', 'die'])
  expect(spell('xwanttodiewanttodie')).toEqual(['xwanttodiewanttodie'])
})

test('a short word inside letters run together counts only where the lists allow it', () => {
  expect(spell('killsodie')).toEqual(['killsodie'])
})

test('a word of four letters is never guessed, one of five is', () => {
  const guess = makeSpeller({ ...smallLists, misspelt: ['abcd', 'fghij'] }, new Set())
  expect(guess('abcx')).toEqual(['abcx'])
  expect(guess('fghix')).toEqual(['fghij'])
  expect(guess('abcdx')).toEqual(['abcd'])
})

test('a word of sixteen letters is guessed, one of seventeen is not', () => {
  const guess = makeSpeller({ ...smallLists, misspelt: ['abcdefghijklmnop', 'abcdefghijklmnopq'] }, new Set())
  expect(guess('abcdefghijklmnox')).toEqual(['abcdefghijklmnop'])
  expect(guess('qrsdefghijklmnopx')).toEqual(['qrsdefghijklmnopx'])
  expect(guess('xbcdefghijklmnopq')).toEqual(['xbcdefghijklmnopq'])
})

test('signs are read as letters in words of any length', () => {
  const word = 'abcdefghijklmnopqrstuvwxyzabcd'
  expect(makeSpeller(smallLists, new Set([word]))('abcd3fghijklmn0pqrstuvwxyzabcd')).toEqual([word])
})

test('a word stretched nowhere, or shortened anywhere, is not a stretched one', () => {
  const stretched = makeSpeller({ ...smallLists, misspelt: [] }, new Set(['seen', 'abb', 'tool']))
  expect(stretched('sen')).toEqual(['sen'])
  expect(stretched('ssen')).toEqual(['ssen'])
  expect(stretched('senn')).toEqual(['senn'])
  expect(stretched('seenn')).toEqual(['seen'])
  expect(stretched('seeen')).toEqual(['seen'])
  expect(stretched('ttttol')).toEqual(['ttttol'])
})
