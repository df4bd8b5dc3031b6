// The safeguarding lead's own files: readable, and saying only what may be said.
import { safeguardingSchema } from '../../../src/content/safeguarding-schema'
import { loadSafeguarding, readSafeguardingFiles } from './safeguarding-pack'
import { schoolGrade } from '../../school-grade'

const { cards, contacts, lists, reviewBy, checkedOn } = loadSafeguarding()
const cardTexts = Object.entries(cards)

test('every crisis kind has phrases at both levels', () => {
  expect(lists.phrases.filter(({ stop, strip }) => stop.length === 0 || strip.length === 0)).toEqual([])
  expect(lists.phrases).toHaveLength(14)
})

test('comments and empty lines are no phrases', () => {
  const all = [...lists.phrases.flatMap(({ stop, strip }) => [...stop, ...strip]), ...lists.exceptions.none, ...lists.exceptions.strip]
  expect(all.filter((phrase) => phrase.trim() === '' || phrase.includes('#'))).toEqual([])
})

test('every phrase that is not written properly is a fault at the start', () => {
  const files = readSafeguardingFiles()
  const result = safeguardingSchema.safeParse({ ...files, suicide: { stop: 'Bad one', strip: '{nobody}' } })
  expect(result.error?.issues.map(({ message }) => message)).toEqual([
    "phrase 'Bad one': cannot read 'Bad'",
    "phrase '{nobody}': cannot read '{nobody}'",
  ])
})

test('a missing file is a fault', () => {
  const files = readSafeguardingFiles()
  delete files['suicide']
  expect(safeguardingSchema.safeParse(files).success).toBe(false)
})

test.each(cardTexts)('%s names no number but those checked', (_, text) => {
  const numbers: string[] = text.match(/\d[\d ]*\d/g) ?? []
  const known = [...Object.values(contacts).map(({ call }) => call), '19']
  expect(numbers.map((number) => number.trim()).filter((number) => !known.includes(number))).toEqual([])
})

test.each(cardTexts)('%s says that nobody reads the chat, and names 999, Samaritans and Childline', (_, text) => {
  expect(text).toMatch(/Nobody reads this chat|No person reads this/)
  for (const number of ['999', '116 123', '0800 1111']) expect(text).toContain(number)
})

test.each(cardTexts.filter(([name]) => name.startsWith('stop')))(
  '%s names everyone, cannot call anyone, and offers to carry on',
  (_, text) => {
    for (const number of ['999', '116 123', '0800 1111', '0808 800 5000', '111']) expect(text).toContain(number)
    expect(text).toContain("your council's children's services")
    expect(text).toMatch(/cannot call (anyone for you|for help)/)
    expect(text).toContain('mental health')
    expect(text).toContain('**Carry on**')
  },
)

test('nobody but Samaritans is said to be there day and night', () => {
  for (const [, text] of cardTexts) {
    expect(text).not.toMatch(/24[ -]?hours?|24\/7/)
    for (const sentence of text.split(/(?<=[.!?:])\s|\n/))
      if (/NSPCC|Childline/.test(sentence) && !/Samaritans/.test(sentence)) expect(sentence).not.toMatch(/day (and|or) night|any time/i)
  }
})

test('the strip is kind to somebody who has lost someone', () => {
  for (const text of [cards.strip, cards.stripYoungPerson]) expect(text).toMatch(/lost someone, I am sorry/)
})

/** Flesch-Kincaid grade; a reading age of nine is about grade four. */
function grade(text: string): number {
  const plain = text.replace(/[*#-]|\d[\d ]*/g, ' ')
  const sentences = plain.split(/[.?!:;]\s|\n\n/).filter((sentence) => /[a-z]/i.test(sentence)).length
  return schoolGrade(plain.match(/[a-z']+/gi) ?? [], sentences)
}

test.each(cardTexts)('%s can be read at about nine', (_, text) => {
  expect(grade(text)).toBeLessThan(5.5)
})

test('the words are looked at again within three months', () => {
  expect(checkedOn < reviewBy).toBe(true)
})
