// Builds the model of a pack: encodes its texts, trains the scorers, fits the gates on questions held out, and senses crises.
import type { Pack } from '../content/pack'
import { splitWords } from '../rules/find-topic/split-words'
import type { Layout } from '../rules/find-topic/gate-features'
import { readQuestion, writeOut, type Reader } from '../rules/find-topic/read-question'
import type { ClassInfo, TopicModel } from '../rules/find-topic/topic-model'
import type { Example, TrainingClass } from '../rules/train/examples'
import { fitCrisisSense, type CrisisExample } from '../rules/train/fit-crisis-sense'
import { foldsOf } from '../rules/train/folds'
import { judgeHeldOut, trainGates, type OutOfFold } from '../rules/train/train-gates'
import { trainScorers } from '../rules/train/train-scorers'
import { britishWords } from './british-words'
import { classesOf, labelledTexts, readerOf } from './gather-examples'
import type { TrainingText } from './read-training'

/** Hands vectors of written-out texts over; the build encodes, tests may keep some ready. */
export type Encode = (texts: readonly string[]) => Promise<ReadonlyMap<string, Float32Array>>

/** How many times the examples are cut into a part to learn from and a part to be judged on. */
const FOLDS = 3
/** Out of fold, so many may go wrong; on new wording of the open set a tenth of that does. */
const TARGETS = { wrong: 0.03, offered: 0.12 }
/** How sure the second detector has to be: with vectors, and with words alone. Chosen on parts kept out of what it learns from, and on batches by other hands before they were learnt from. */
const STEPS = {
  full: {
    stopFrom: 0.3,
    stopAloneFrom: 0.75,
    stripFrom: 0.22,
    clauseFrom: 0.8,
    clauseStopsFrom: { clause: 0.85, whole: 0.2 },
    quietBelow: { whole: 0.04, clause: 0.3, clauseOfLong: 0.6 },
    softenBelow: 0.02,
  },
  small: {
    stopFrom: 0.45,
    stopAloneFrom: 0.8,
    stripFrom: 0.28,
    clauseFrom: 0.8,
    clauseStopsFrom: { clause: 0.85, whole: 0.2 },
    quietBelow: { whole: 0.06, clause: 0.3, clauseOfLong: 0.6 },
    softenBelow: 0.03,
  },
}

/** Trains the model of a pack. The same pack and vectors give the same model, to the byte. */
export async function trainModel(pack: Pack, training: TrainingText, encode: Encode, dataHash: string): Promise<TopicModel> {
  const classes = classesOf(pack, training)
  const labelled = labelledTexts(pack, training, classes)
  const reader = readerOf(pack, labelled, britishWords())
  const crisisTexts = [...training.crisis.crisis, ...training.crisis.ordinary].map((text) => writeOut(text, reader))
  const vectors = await encode([...labelled.map(({ text }) => writeOut(text, reader)), ...crisisTexts])
  const vectorOf = (text: string): Float32Array => vectors.get(writeOut(text, reader)) ?? new Float32Array()
  const examples = labelled.map(({ text, label, isTitle }) => ({
    read: readQuestion(text, reader),
    vector: vectorOf(text),
    label,
    isTitle,
  }))
  const sensed = (text: string) => ({ text: writeOut(text, reader), vector: vectorOf(text) })
  const asOrdinary = labelled.map(({ text }) => ({ ...sensed(text), isCrisis: false }))
  const full = classes.map((info) => withTexts(info, pack, reader))
  const layout = layoutOf(classes, pack)
  return {
    dataHash,
    classes,
    layout,
    reader,
    scorers: trainScorers(examples, full),
    gates: gatesOf(examples, full, layout),
    crisis: crisisOf(training, asOrdinary, sensed),
    titles: new Map(classes.slice(0, pack.topics.size).map(({ title }, index) => [splitWords(title).join(' '), index])),
  }
}

function withTexts(info: ClassInfo, pack: Pack, reader: Reader): TrainingClass {
  const topic = pack.topics.get(info.id)
  const read = (text: string) => readQuestion(text, reader)
  return { ...info, answer: read(topic?.answer ?? ''), keyPhrases: (topic?.keyPhrases ?? []).map(read) }
}

function layoutOf(classes: readonly ClassInfo[], pack: Pack): Layout {
  const numbers = new Map(classes.map(({ id }, index) => [id, index]))
  return {
    familyOf: Uint16Array.from(classes, ({ id, partOf }) => numbers.get(partOf ?? id) ?? 0),
    outside: Uint8Array.from(classes, ({ id }) => (pack.topics.has(id) ? 0 : 1)),
  }
}

function gatesOf(examples: readonly Example[], classes: readonly TrainingClass[], layout: Layout): TopicModel['gates'] {
  const full: OutOfFold[] = []
  const small: OutOfFold[] = []
  for (const { learn, held } of foldsOf(examples, FOLDS)) {
    const scorers = trainScorers(learn, classes)
    full.push(...judgeHeldOut(held, scorers, layout, 'with vectors'))
    small.push(...judgeHeldOut(held, scorers, layout, 'without'))
  }
  return { full: trainGates(full, TARGETS), small: trainGates(small, TARGETS) }
}

function crisisOf(
  training: TrainingText,
  examples: readonly CrisisExample[],
  read: (text: string) => Omit<CrisisExample, 'isCrisis'>,
): TopicModel['crisis'] {
  const all = [
    ...examples,
    ...training.crisis.ordinary.map((text) => ({ ...read(text), isCrisis: false, isKept: true })),
    ...training.crisis.crisis.map((text) => ({ ...read(text), isCrisis: true, isKept: true })),
  ]
  const withoutVectors = all.map((example) => ({ ...example, vector: new Float32Array() }))
  return { full: fitCrisisSense(all, STEPS.full), small: fitCrisisSense(withoutVectors, STEPS.small) }
}
