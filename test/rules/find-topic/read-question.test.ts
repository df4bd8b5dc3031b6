// How a question is read: text-speak, short forms, slips of the pen, ideas, and what the encoder is given.
import { correctWord, slips } from '../../../src/rules/find-topic/correct-spelling'
import { isKnownWord, rememberWords } from '../../../src/rules/find-topic/known-words'
import { prepareReader, readQuestion, writeOut } from '../../../src/rules/find-topic/read-question'
import { prepareRuns, replaceRuns } from '../../../src/rules/find-topic/replace-runs'
import { splitQuestions } from '../../../src/rules/find-topic/split-questions'
import { splitWords } from '../../../src/rules/find-topic/split-words'
import { stemWord } from '../../../src/rules/find-topic/stem-word'

const known = rememberWords([
  'carer',
  'emailed',
  'poland',
  'school',
  'send',
  'sats',
  'concern',
  'the',
  'they',
  'will',
  'not',
  'review',
  'after',
  'what',
  'now',
])
const packWords = new Map([
  ['mediation', 40],
  ['tribunal', 30],
  ['appeal', 30],
  ['council', 20],
  ['amend', 4],
  ['concern', 2],
])
const reader = prepareReader(
  {
    textSpeak: { wot: 'what', wont: 'will not', afta: 'after', lad: 'son' },
    phrases: { 'ehc plan': 'ehcp', 'local authority': 'la', council: 'la', 'no to assess': 'refused to assess' },
    spellOut: { ehcp: 'special needs education plan', la: 'council' },
    concepts: { refuse: ['refused', 'said no', 'will not'], amend: ['amend', 'change'] },
    knownWords: ['ehcp'],
  },
  { known, packWords },
)

test.each([
  ["I don't know, can't and won't say", ['i', 'do', 'not', 'know', 'can', 'not', 'and', 'will', 'not', 'say']],
  ['E.H.C.P. refused!', ['ehcp', 'refused']],
  ['They’ve said: “no”', ['they', 'have', 'said', 'no']],
  ['the council\u200b', ['the', 'council']],
  ['???', []],
])('%s is split into words', (text, words) => {
  expect(splitWords(text)).toEqual(words)
})

test('the longest run is replaced first, and what was put in is not read again', () => {
  const table = prepareRuns({ 'ehc plan': 'ehcp', 'ehc plan review': 'annual review', ehcp: 'x' })
  expect(replaceRuns(['my', 'ehc', 'plan', 'review', 'of', 'ehc', 'plan'], table)).toEqual(['my', 'annual', 'review', 'of', 'ehcp'])
})

test.each([
  [['refused', 'refuses', 'refusing', 'refuse'], 'refus'],
  [['mediation', 'mediate', 'mediates'], 'mediat'],
  [['plans', 'plan', 'planned', 'planning'], 'plan'],
  [['agreements', 'agreement', 'agreed', 'agree'], 'agr'],
  [['worries', 'worry', 'worried'], 'worri'],
  [['section_i'], 'section_i'],
])('%j meet in the stem %s', (words, stem) => {
  expect(words.map(stemWord)).toEqual(words.map(() => stem))
})

test('words remembered are always known, and of 2,000 others hardly one', () => {
  const words = Array.from({ length: 3000 }, (_, number) => `word${String(number)}`)
  const filter = rememberWords(words)
  expect(words.every((word) => isKnownWord(word, filter))).toBe(true)
  const others = Array.from({ length: 2000 }, (_, number) => `other${String(number)}`)
  expect(others.filter((word) => isKnownWord(word, filter)).length).toBeLessThan(10)
})

test.each([
  ['mediashon', 'mediation'],
  ['tribunel', 'tribunal'],
  ['apeal', 'appeal'],
  ['cuoncil', 'council'],
])('%s is corrected to %s', (wrong, right) => {
  expect(correctWord(wrong, { known, packWords })).toBe(right)
})

test.each(['carer', 'emailed', 'poland', 'sats', 'send', 'now', 'xq', 'zzzzzzz'])('%s is left alone', (word) => {
  expect(correctWord(word, { known, packWords })).toBe(word)
})

test('slips count letters added, lost, changed and swapped', () => {
  expect(slips('appeal', 'apeal', 3)).toBe(1)
  expect(slips('council', 'cuoncil', 3)).toBe(1)
  expect(slips('plan', 'school', 2)).toBe(3)
})

test('a misspelt message is read as what was meant, with its ideas', () => {
  const read = readQuestion('the council wont ammend the EHC plan', reader)
  expect(read.stems).toEqual(['the', 'la', 'will', 'not', 'amend', 'the', 'ehcp'])
  expect(read.ideas).toEqual(expect.arrayContaining(['refuse', 'amend']))
})

test('the encoder is given short forms written out', () => {
  expect(writeOut('wot now, the LA wont amend my lad’s EHCP?', reader)).toContain('what now, the council will not amend')
  expect(writeOut('wot now, EHCP?', reader)).toBe('what now, special needs education plan?')
})

test('several questions are cut apart, at most three; one question and an account are not', () => {
  expect(splitQuestions('Is it free? And who comes to the meeting?')).toEqual(['Is it free?', 'And who comes to the meeting?'])
  expect(splitQuestions('They said no. What can I do now?')).toEqual([])
  expect(splitQuestions('Is it free? Who is there? Where is it? When is it?')).toHaveLength(3)
  expect(splitQuestions('?? ??')).toEqual([])
})
