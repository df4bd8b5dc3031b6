// The second crisis detector, on words and vectors that fit on one page, and how it is weighed with the lists.
import { crisisWords } from '../../../src/rules/find-topic/crisis-words'
import { senseCrisis, weighCrisis, type SensedPiece } from '../../../src/rules/find-topic/sense-crisis'
import { fitCrisisSense } from '../../../src/rules/train/fit-crisis-sense'

const vectorFor = (place: number): Float32Array => Float32Array.from([0, 1, 2, 3], (at) => (at === place ? 1 : 0))
const steps = { stopFrom: 0.7, stopAloneFrom: 0.9, stripFrom: 0.5, quietBelow: 0.1 }
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

test('words alone tell a crisis where there are no vectors', () => {
  const sense = fitCrisisSense(
    crisisExamples.map((example) => ({ ...example, vector: new Float32Array() })),
    steps,
  )
  expect(senseCrisis([{ text: 'The rope, hold on', vector: null }], sense)).toBeGreaterThan(0.8)
  expect(senseCrisis([{ text: 'the plan', vector: null }], sense)).toBeLessThan(0.2)
})

test('words and pairs of neighbours count once, and less in a longer text', () => {
  expect(crisisWords("I can't, I can't")).toEqual({ keys: ['i', 'cant', 'i cant', 'cant i'], share: 1 / 2 })
  expect(crisisWords('a b c d e f g h i').share).toBeCloseTo(1 / 3)
  expect(crisisWords('')).toEqual({ keys: [], share: 1 / 2 })
})

test.each([
  ['stop', 0, 20, 'stop'],
  ['strip', 0.7, 20, 'stop'],
  ['strip', 0.69, 20, 'strip'],
  ['strip', 0.1, 20, 'strip'],
  ['strip', 0.09, 200, 'none'],
  ['strip', 0.09, 201, 'strip'],
  ['none', 0.49, 20, 'none'],
  ['none', 0.5, 20, 'strip'],
  ['none', 0.89, 20, 'strip'],
  ['none', 0.9, 20, 'stop'],
] as const)('the lists say %s, the second detector %f, in %i characters: %s', (listed, sure, characters, level) => {
  expect(weighCrisis({ listed, sure, characters }, steps)).toBe(level)
})
