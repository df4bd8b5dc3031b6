// The second crisis detector, on words and vectors that fit on one page, and how it is weighed with the lists.
import { crisisWords } from '../../../src/rules/find-topic/crisis-words'
import { mayBeSoftened, senseCrisis, weighCrisis, type SensedPiece } from '../../../src/rules/find-topic/sense-crisis'
import { splitClauses } from '../../../src/rules/find-topic/split-clauses'
import { fitCrisisSense } from '../../../src/rules/train/fit-crisis-sense'

const vectorFor = (place: number): Float32Array => Float32Array.from([0, 1, 2, 3], (at) => (at === place ? 1 : 0))
const steps = {
  stopFrom: 0.7,
  stopAloneFrom: 0.9,
  stripFrom: 0.5,
  clauseFrom: 0.6,
  clauseStopsFrom: { clause: 0.65, whole: 0.2 },
  quietBelow: { whole: 0.1, clause: 0.5, clauseOfLong: 0.6 },
  softenBelow: 0.05,
}
const crisisExamples = [
  ...Array.from({ length: 20 }, () => ({ text: 'hold on to the rope', vector: vectorFor(0), isCrisis: true })),
  ...Array.from({ length: 60 }, () => ({ text: 'read the plan', vector: vectorFor(2), isCrisis: false })),
]

test('a crisis is sensed in any piece of a long message', () => {
  const sense = fitCrisisSense(crisisExamples, steps)
  const [ordinary, worrying] = [2, 0].map((label) => ({ text: '', vector: vectorFor(label) })) as [SensedPiece, SensedPiece]
  expect(senseCrisis([ordinary], sense)).toBeLessThan(0.2)
  expect(senseCrisis([ordinary, worrying, ordinary], sense)).toBeGreaterThan(0.8)
  expect(senseCrisis([], sense)).toBeLessThan(0.01)
})

test('a message is held against the nearest ones that are known', () => {
  const weighed = fitCrisisSense(crisisExamples, steps)
  const kept = [
    { text: '', vector: vectorFor(1), isCrisis: true, isKept: true },
    { text: '', vector: vectorFor(3), isCrisis: false, isKept: true },
  ]
  const known = fitCrisisSense(kept, steps).known
  const sure = (place: number, held: typeof known) => senseCrisis([{ text: '', vector: vectorFor(place) }], { ...weighed, known: held })
  expect(weighed.known).toBeNull()
  expect(sure(1, known)).toBeGreaterThan(sure(1, null))
  expect(sure(3, known)).toBeLessThan(sure(3, null))
  expect(sure(0, known)).toBeCloseTo(sure(0, null))
})

test('words alone tell a crisis where there are no vectors', () => {
  const sense = fitCrisisSense(
    crisisExamples.map((example) => ({ ...example, vector: new Float32Array() })),
    steps,
  )
  expect(senseCrisis([{ text: 'The rope, hold on', vector: null }], sense)).toBeGreaterThan(0.8)
  expect(senseCrisis([{ text: 'the plan', vector: null }], sense)).toBeLessThan(0.2)
})

test('words, pairs, pairs with a word between and pieces of words count once, and less in a longer text', () => {
  expect(crisisWords("I can't, I can't")).toEqual({
    keys: ['i', 'cant', 'i cant', 'cant i', 'i _ i', 'cant _ cant', '#can', 'cant', 'ant#'].filter(
      (key, at, all) => all.indexOf(key) === at,
    ),
    share: 1 / 2,
  })
  expect(crisisWords('a b c d e f g h i').share).toBeCloseTo(1 / 3)
  expect(crisisWords('')).toEqual({ keys: [], share: 1 / 2 })
})

test('a misspelt word is known by its pieces', () => {
  const sense = fitCrisisSense(
    crisisExamples.map((example) => ({ ...example, vector: new Float32Array() })),
    steps,
  )
  const rope = senseCrisis([{ text: 'roppe roped', vector: null }], sense)
  expect(rope).toBeGreaterThan(senseCrisis([{ text: 'planned', vector: null }], sense))
})

test('a message is cut into clauses of three words or more', () => {
  expect(splitClauses('My nan died last week, so I need to move the date. Ok? can I and how do I')).toEqual([
    'My nan died last week',
    'so I need to move the date',
    'and how do I',
  ])
  expect(splitClauses('')).toEqual([])
})

test('a very short and a long message are never softened', () => {
  expect(mayBeSoftened('he is not breathing')).toBe(false)
  expect(mayBeSoftened('they are choking off funding')).toBe(true)
  expect(mayBeSoftened(`they are choking off funding ${'x'.repeat(172)}`)).toBe(false)
})

const of = (characters: number): string => 'five words are in here '.padEnd(characters, 'x')

test.each([
  ['stop', 0.05, 30, 'stop'],
  ['stop', 0.04, 30, 'strip'],
  ['stop', 0.04, 200, 'strip'],
  ['stop', 0.04, 201, 'stop'],
  ['strip', 0.7, 30, 'stop'],
  ['strip', 0.69, 30, 'strip'],
  ['strip', 0.1, 30, 'strip'],
  ['strip', 0.09, 200, 'none'],
  ['strip', 0.09, 201, 'none'],
  ['none', 0.49, 30, 'none'],
  ['none', 0.5, 30, 'strip'],
  ['none', 0.89, 30, 'strip'],
  ['none', 0.9, 30, 'stop'],
] as const)('the lists say %s, the second detector %f, in %i characters: %s', (listed, sure, characters, level) => {
  expect(weighCrisis({ listed, sure, inClause: 0.49, text: of(characters) }, steps)).toBe(level)
})

test.each([
  ['none', 0.01, 'strip'],
  ['strip', 0.01, 'strip'],
  ['strip', 0.7, 'stop'],
  ['none', 0.9, 'stop'],
  ['stop', 0.01, 'strip'],
] as const)('one clause sounds like a crisis, the lists say %s, the second detector %f of the whole: %s', (listed, sure, level) => {
  expect(weighCrisis({ listed, sure, inClause: 0.6, text: of(30) }, steps)).toBe(level)
})

test('a sign that stands all but alone is never silenced', () => {
  expect(weighCrisis({ listed: 'strip', sure: 0.01, inClause: 0, text: 'heart attack' }, steps)).toBe('strip')
  expect(weighCrisis({ listed: 'strip', sure: 0.01, inClause: 0, text: ' no heart attack' }, steps)).toBe('none')
  expect(weighCrisis({ listed: 'none', sure: 0.01, inClause: 0, text: 'thanks' }, steps)).toBe('none')
})

test('a sign stays where one clause is not ordinary, though the whole is', () => {
  expect(weighCrisis({ listed: 'strip', sure: 0.01, inClause: 0.5, text: of(30) }, steps)).toBe('strip')
  expect(weighCrisis({ listed: 'none', sure: 0.01, inClause: 0.59, text: of(30) }, steps)).toBe('none')
})

test.each([
  ['strip', 0.19, 0.65, 30, 'strip'],
  ['strip', 0.2, 0.64, 30, 'strip'],
  ['strip', 0.2, 0.65, 30, 'stop'],
  ['none', 0.2, 0.65, 200, 'strip'],
  ['none', 0.19, 0.65, 201, 'strip'],
  ['none', 0.2, 0.65, 201, 'stop'],
] as const)(
  'a clause tells more beside a sign or in a long message: %s, %f, clause %f, %i characters: %s',
  (listed, sure, inClause, characters, level) => {
    expect(weighCrisis({ listed, sure, inClause, text: of(characters) }, steps)).toBe(level)
  },
)

test.each([
  ['stop', 0.05, 'who can i talk to about wanting to die, i am fifteen', 'stop'],
  ['strip', 0.7, 'could you tell me where to go, my partner threw me down the stairs?', 'stop'],
] as const)('a danger that is asked about is one; the lists say %s, the second detector %f of "%s": %s', (listed, sure, text, level) => {
  expect(weighCrisis({ listed, sure, inClause: 0, text }, steps)).toBe(level)
})
