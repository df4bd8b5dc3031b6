// What was typed, as plain words.
import { arrangeSpellings, plainWords, type Reader, respell } from '../../../src/rules/crisis/plain-words'
import { makeSpeller } from '../../../src/rules/crisis/speller'
import { smallLists } from './small-lists'

const known = new Set([
  'kill',
  'myself',
  'i',
  'want',
  'to',
  'die',
  'self',
  'harm',
  'knife',
  '🔪',
  'suicide',
  'my',
  'am',
  'nobody',
  'rope',
  'sh',
  'wanna',
  'im',
  'ab',
  'cd',
])
const reader: Reader = {
  known,
  speller: makeSpeller(smallLists, known),
  fillers: new Set(smallLists.fillers),
  spellings: arrangeSpellings({ ...smallLists.spellings, '🔪': 'knife', 'want to die now': 'die', want: 'wish' }),
}
const words = (text: string): string => plainWords(text, reader).words.join(' ')

test.each([
  ['', ''],
  ['KILL Myself', 'kill myself'],
  ['I’m', 'i am'],
  ["I'm", 'i am'],
  ['ki\u00adll ki\u200bll', 'kill kill'],
  ['kíll', 'kill'],
  ['ｋｉｌｌ', 'kill'],
  ['𝓀𝒾𝓁𝓁', 'kill'],
  ['kill-myself', 'kill myself'],
  ['kill_myself', 'kill myself'],
  ['kill, my self', 'kill myself'],
  ['k i l l  m y s e l f', 'kill myself'],
  ['k.i.l.l', 'kill'],
  ['k-i-l-l my rope', 'kill my rope'],
  ['b f', 'b f'],
  ['k1ll', 'kill'],
  ['@b rope', 'ab rope'],
  ['die!rope', 'die rope'],
  ['die!!!rope', 'die rope'],
  ['die!!!!rope', 'die rope'],
  ['k*ll', 'kill'],
  ['sh*t', 'sh t'],
  ['k**l', 'kill'],
  ['r***e', 'r e'],
  ['ab****cd', 'ab cd'],
  ['@xy rope', 'xy rope'],
  ['x@@y', 'x y'],
  ['rope d i e rope', 'rope die rope'],
  ['ﬁ', 'fi'],
  ['$ rope', 'rope'],
  ['rope $$', 'rope'],
  ['🔪 🙂 rope', 'knife rope'],
  ['really the rope', 'rope'],
  ['kms', 'kill myself'],
  ['no one', 'nobody'],
  ['no rope one', 'no rope one'],
  ['no', 'no'],
  ['want to die now', 'die'],
  ['want to die', 'wish to die'],
  ['section 9', 'section 9'],
])('"%s" is read as "%s"', (text, read) => {
  expect(words(text)).toBe(read)
})

test('words know their sentence', () => {
  expect(plainWords('i am. rope! knife? my\nself; die… to', reader)).toEqual({
    words: ['i', 'am', 'rope', 'knife', 'myself', 'die', 'to'],
    sentences: [0, 0, 1, 2, 3, 5, 8],
  })
})

test('words that come of one word stand in its sentence', () => {
  expect(plainWords('rope. kms', reader)).toEqual({ words: ['rope', 'kill', 'myself'], sentences: [0, 1, 1] })
  expect(plainWords('rope. killmyself', reader)).toEqual({ words: ['rope', 'kill', 'myself'], sentences: [0, 1, 1] })
})

test('letters typed apart stand in the sentence of the first', () => {
  expect(plainWords('rope. k i l l', reader)).toEqual({ words: ['rope', 'kill'], sentences: [0, 1] })
})

test('three single letters are closed up, two are not', () => {
  expect(words('d i e')).toBe('die')
  expect(words('i m rope')).toBe('i m rope')
})

test('signs that grow into sentences are not spelt out', () => {
  expect(plainWords('ﷺ'.repeat(50), reader).words.length).toBeLessThanOrEqual(50)
  expect(words(`kíll ${'é'.repeat(3)}`)).toBe('kill eee')
})

test('the longest spelling wins, in whichever order they are written', () => {
  const arranged = arrangeSpellings({ 'no one': 'nobody', no: 'not', 'no one here': 'alone' })
  expect(arranged.get('no')?.map(({ written }) => written.length)).toEqual([3, 2, 1])
})

test('a spelling needs all of its words', () => {
  expect(respell({ words: ['no', 'two'], sentences: [0, 0] }, reader).words).toEqual(['no', 'two'])
})
