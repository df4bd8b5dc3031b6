// The measure of memory: a leak of fifty bytes an input is seen, what is loaded once is not taken for one.
import { keptPerInput, MOST_KEPT, type Sample } from './memory'

const MB = 1_000_000
/** Every 4,000 inputs to 400,000, with the unevenness that garbage leaves. */
const run = (bytesAt: (inputs: number) => number, process = 1): Sample[] =>
  Array.from({ length: 100 }, (_, at) => ({ process, inputs: at * 4_000, bytes: 150 * MB + bytesAt(at * 4_000) + ((at * 7) % 5) * 40_000 }))

test('fifty bytes of each input, kept, are seen', () => {
  expect(keptPerInput(run((inputs) => inputs * 50))).toBeCloseTo(50, 0)
  expect(50).toBeGreaterThan(MOST_KEPT)
})

test('half a megabyte of one input in ten thousand is the same', () => {
  expect(keptPerInput(run((inputs) => Math.floor(inputs / 10_000) * 500_000))).toBeGreaterThan(MOST_KEPT)
})

test('twenty megabytes that are loaded once are no leak, wherever in the run it is', () => {
  for (const when of [60_000, 220_000, 300_000, 380_000])
    expect(Math.abs(keptPerInput(run((inputs) => (inputs < when ? 0 : 20 * MB))) ?? NaN)).toBeLessThan(1)
})

test('a run that goes on in another process is measured in each of them', () => {
  const [first, second] = [run((inputs) => inputs * 50), run((inputs) => inputs * 50 - 30 * MB, 2)]
  expect(keptPerInput([...first, ...second])).toBeCloseTo(50, 0)
  expect(keptPerInput([...run(() => 0), ...run(() => 90 * MB, 2)])).toBeCloseTo(0, 0)
})

test('a short run tells nothing', () => {
  expect(keptPerInput([])).toBeNull()
  expect(keptPerInput(run((inputs) => inputs).slice(0, 15))).toBeNull()
})
