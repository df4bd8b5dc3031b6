// A short run of what `npm run fuzz` does with a million inputs.
import { fuzz, noFigures } from './fuzz'

test('whatever comes, nothing crashes, no answer is a failure of ours, and no input costs more than a tenth of a second', async () => {
  const figures = await fuzz(noFigures(), { count: 2_000, seed: 2026 })
  expect(figures.faults).toEqual([])
  expect(figures.requests).toBeGreaterThan(150)
  expect(figures.statuses['2xx']).toBeGreaterThan(0)
  expect(figures.statuses['4xx']).toBeGreaterThan(0)
}, 120_000)
