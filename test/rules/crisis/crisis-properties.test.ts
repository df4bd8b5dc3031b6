// What must hold for any message.
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCrisis } from '../../../src/rules/crisis/find-crisis'
import { loadSafeguarding } from './safeguarding-pack'

const { lists } = loadSafeguarding()
const setOf = (name: string): string[] =>
  readFileSync(join(__dirname, 'sets', `${name}.development.txt`), 'utf8')
    .split('\n')
    .filter(Boolean)
const ordinary = setOf('ordinary').filter((message) => findCrisis(message, lists).level === 'none')
const plain = setOf('plain').filter((message) => findCrisis(message, lists).level === 'stop')

const longText = fc.array(fc.constantFrom(...ordinary), { minLength: 140, maxLength: 140 })
const level = (text: string): string => findCrisis(text, lists).level

test('a plain message is found anywhere in 5,000 characters of ordinary ones', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plain), longText, fc.nat(140), (message, others, at) => {
      const text = [...others.slice(0, at), message, ...others.slice(at)].join('. ')
      return text.length > 4000 && level(text) === 'stop'
    }),
    { numRuns: 150 },
  )
})

const spoken: [string, (text: string) => string][] = [
  ['in capitals', (text) => text.toUpperCase()],
  ['without punctuation', (text) => text.replace(/[.,?!]/g, '')],
  ['without apostrophes', (text) => text.replace(/['’]/g, '')],
  ['with curly apostrophes', (text) => text.replace(/'/g, '’')],
  ['with more space', (text) => text.replace(/ /g, '   ')],
  ['with invisible signs', (text) => text.replace(/([a-z])([a-z])/g, '$1\u200b$2')],
  ['with emoji between words', (text) => text.replace(/ /g, ' 😭 ')],
  ['in full-width letters', (text) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
]

test.each(spoken)('a plain message %s is found as before', (_, change) => {
  const missed = plain.filter((message) => level(change(message)) !== 'stop')
  expect(missed).toEqual([])
})

test('a plain message stays one whatever ordinary question comes before or after', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plain), fc.constantFrom(...ordinary), fc.boolean(), (message, other, first) => {
      return level(first ? `${message}. ${other}` : `${other}. ${message}`) === 'stop'
    }),
    { numRuns: 300 },
  )
})

test('no text makes it throw', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
  )
  fc.assert(fc.property(anything, (text) => ['stop', 'strip', 'none'].includes(level(text))))
})

/** Milliseconds of processor time, which other work on the machine does not stretch as it does the clock. */
function quickest(text: string): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = process.cpuUsage()
    findCrisis(text, lists)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

const unpleasant: [string, string][] = [
  ['ordinary words', 'my son says he will not go back to school and the council refused to assess '],
  ['one letter', 'i '],
  ['no space', 'suicidekillmyself'],
  ['letters apart', 'k i l l '],
  ['signs', 'a!'],
  ['stars', 'k*ll '],
  ['signs that stand for sentences', 'ﷺ'],
  ['marks upon marks', 'e\u0301\u0302\u0303'],
  ['a common word of the lists', 'he '],
  ['an alarm again and again', 'kids starving '],
]

test.each(unpleasant)('20,000 characters of %s take time in proportion, and little', (_, piece) => {
  const long = piece.repeat(Math.ceil(20000 / piece.length))
  const short = piece.repeat(Math.ceil(5000 / piece.length))
  const [taken, quarter] = [quickest(long), quickest(short)]
  expect(taken).toBeLessThan(Math.max(60, quarter * 12))
  expect(taken).toBeLessThan(150)
})
