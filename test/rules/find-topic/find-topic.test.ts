// The tiers, on a small model of three topics and one door, learnt in the test from a few sentences.
import { findTopic, titleKey, type Courtesies, type Question } from '../../../src/rules/find-topic/find-topic'
import { rememberWords } from '../../../src/rules/find-topic/known-words'
import { prepareReader, readQuestion } from '../../../src/rules/find-topic/read-question'
import { prepareSmallTalk } from '../../../src/rules/find-topic/small-talk'
import type { Gates, TopicModel } from '../../../src/rules/find-topic/topic-model'
import { weighFamilies } from '../../../src/rules/find-topic/weigh-families'
import type { Example } from '../../../src/rules/train/examples'
import { fitGate } from '../../../src/rules/train/fit-gate'
import { foldsOf } from '../../../src/rules/train/folds'
import { judgeHeldOut, trainGates } from '../../../src/rules/train/train-gates'
import { trainScorers } from '../../../src/rules/train/train-scorers'

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  cost: [
    'is it free',
    'do i have to pay',
    'how much does mediation cost',
    'who pays the bill',
    'is there a fee or charge',
    'what does it cost us',
  ],
  deadline: [
    'how long do i have to appeal',
    'what is the deadline',
    'last day for the appeal',
    'when must i appeal by',
    'is there a time limit to appeal',
    'appeal deadline date',
  ],
  people: [
    'who comes to the meeting',
    'who will be there',
    'which people attend',
    'how many people come',
    'who sits in the room',
    'who attends the meeting',
  ],
  weather: [
    'will it rain tomorrow',
    'is it sunny today',
    'weather in leeds',
    'snow this weekend',
    'how hot is it outside',
    'storm warning tonight',
  ],
}
const ids = Object.keys(TEXTS)
const reader = prepareReader(
  { textSpeak: {}, phrases: {}, spellOut: {}, concepts: {}, knownWords: [] },
  { known: rememberWords([]), packWords: new Map() },
)
const vectorFor = (label: number): Float32Array => Float32Array.from({ length: 8 }, (_, place) => (place === label * 2 ? 0.98 : 0.07))
const none = { stems: [], ideas: [] }
const classes = ids.map((id, label) => ({
  id,
  title: `About ${id}?`,
  partOf: null,
  confirm: id === 'deadline',
  door: id === 'weather' ? 'forecast' : null,
  answer: none,
  keyPhrases: [],
  label,
}))
const examples: Example[] = ids.flatMap((id, label) =>
  (TEXTS[id] ?? []).map((text) => ({ read: readQuestion(text, reader), vector: vectorFor(label), label, isTitle: false })),
)
const layout = { familyOf: Uint16Array.from([0, 1, 2, 3]), outside: Uint8Array.from([0, 0, 0, 1]) }
const scorers = trainScorers(examples, classes)
const judged = foldsOf(examples, 3).flatMap(({ learn, held }) => judgeHeldOut(held, trainScorers(learn, classes), layout, 'with vectors'))
const gates: Gates = { ...trainGates(judged, { wrong: 0.02, offered: 0.1 }), answerFrom: 0.6, offerFrom: 0.5 }
const noSense = {
  weights: new Float32Array(),
  words: new Map(),
  bias: 0,
  known: null,
  steps: {
    stopFrom: 1,
    stopAloneFrom: 1,
    stripFrom: 1,
    clauseFrom: 1,
    clauseStopsFrom: { clause: 1, whole: 1 },
    quietBelow: { whole: 0, clause: 0, clauseOfLong: 0 },
    softenBelow: 0,
  },
}
const model: TopicModel = {
  dataHash: 'test',
  classes,
  layout,
  reader,
  scorers,
  gates: { full: gates, small: gates },
  crisis: { full: noSense, small: noSense },
  titles: new Map(classes.slice(0, 3).map(({ title }, index) => [titleKey(title), index])),
}
const courtesies: Courtesies = {
  smallTalk: prepareSmallTalk([
    { said: ['hello', 'hi there'], reply: 'Hello.' },
    { said: ['thanks', 'that helps'], reply: 'You are welcome.' },
  ]),
  nations: [{ door: 'wales', words: ['wales', 'idp'], unless: ['prince of wales'] }],
}
const ask = (text: string, label: number, parts: Question['parts'] = []) =>
  findTopic({ text, vector: vectorFor(label), parts }, model, courtesies)

test('a plain question is answered with its topic', () => {
  const found = ask('do we have to pay a fee', 0)
  expect(found.kind).toBe('answer')
  expect(found.candidates[0]?.index).toBe(0)
  expect(found.candidates).toHaveLength(3)
})

test('a topic that always confirms is offered, itself first', () => {
  const found = ask('what is the time limit to appeal', 1)
  expect(found.kind).toBe('clarify')
  expect(found.candidates[0]?.index).toBe(1)
})

test('a pressed button is its topic, also one that confirms, capitals and marks aside', () => {
  expect(ask('about DEADLINE', 3)).toMatchObject({ kind: 'answer', candidates: [{ index: 1, score: 1 }] })
})

test('what has a door is sent to it', () => {
  expect(ask('will it rain or snow tomorrow', 3)).toMatchObject({ kind: 'signpost', words: 'forecast', candidates: [] })
})

test('small talk has its reply, stretched letters too; no other message does', () => {
  expect(ask('Hellooo!!', 0)).toMatchObject({ kind: 'smalltalk', words: 'Hello.' })
  expect(ask('hello do I have to pay a fee', 0).kind).toBe('answer')
})

test('small talk may be said in several ways at once, of one kind and with nothing between', () => {
  expect(ask('Thanks, that helps. Thanks!', 0)).toMatchObject({ kind: 'smalltalk', words: 'You are welcome.' })
  expect(ask('hello thanks', 0).kind).not.toBe('smalltalk')
  expect(ask('thanks that maybe helps', 0).kind).not.toBe('smalltalk')
  expect(ask('thanks '.repeat(13), 0).kind).not.toBe('smalltalk')
})

test('another nation is met before any topic, unless the words only look like it', () => {
  expect(ask('how much does it cost in Wales', 0)).toMatchObject({ kind: 'signpost', words: 'wales' })
  expect(ask('how much does it cost, prince of wales', 0).kind).not.toBe('signpost')
})

test('nobody is sent to another nation by a guess', () => {
  const guessed = { ...courtesies, nations: [{ door: 'forecast', words: ['wales'], unless: [] }] }
  const question = { text: 'will it rain or snow tomorrow', vector: vectorFor(3), parts: [] }
  expect(findTopic(question, model, guessed).kind).toBe('not-sure')
})

test('no letters is not sure', () => {
  expect(ask('?? 123 !', 0).kind).toBe('not-sure')
})

test('of two questions the first decides and the second follows', () => {
  const parts = [
    { text: 'How much does mediation cost?', vector: vectorFor(0) },
    { text: 'Who comes to the meeting?', vector: vectorFor(2) },
  ]
  const found = ask('How much does mediation cost? Who comes to the meeting?', 0, parts)
  expect(found.candidates[0]?.index).toBe(0)
  expect(found.also).toEqual([2])
})

test('without a vector the words alone decide', () => {
  expect(findTopic({ text: 'who will be there in the room', vector: null, parts: [] }, model, courtesies).candidates[0]?.index).toBe(2)
})

test('a family weighs what its members weigh together', () => {
  const ranked = weighFamilies(Float64Array.from([0.3, 0.4, 0.3]), Uint16Array.from([0, 1, 0]))
  expect(ranked.map(({ id }) => id)).toEqual([0, 1])
  expect(ranked[0]?.probability).toBeCloseTo(0.6)
  expect(ranked[0]?.member).toBe(0)
})

test('a gate learns which side of a line a number lies', () => {
  const gate = fitGate([-2, -1.5, -1, 1, 1.5, 2].map((x) => ({ features: Float64Array.from([x, 1]), held: x > 0 ? 1 : 0, weight: 1 })))
  expect(gate.weights[0]).toBeGreaterThan(0.5)
})

test('every example is held out once, and every class is in every fold', () => {
  const folds = foldsOf(examples, 3)
  expect(folds.reduce((sum, { held }) => sum + held.length, 0)).toBe(examples.length)
  for (const { learn, held } of folds) {
    expect(learn.length + held.length).toBe(examples.length)
    expect(new Set(held.map(({ label }) => label)).size).toBe(4)
  }
})

test('the same examples give the same weights, to the byte', () => {
  expect(trainScorers(examples, classes).words.weights).toEqual(scorers.words.weights)
})
