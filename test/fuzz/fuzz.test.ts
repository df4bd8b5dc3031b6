// A short run of what `npm run fuzz` does with a million inputs.
import { startFuzzedService } from './endpoints'
import { fuzz, noFigures } from './fuzz'
import { PATHS } from './paths'

test('whatever comes, nothing crashes, no answer is a failure of ours, and no input costs more than a tenth of a second', async () => {
  const figures = await fuzz(noFigures(), { count: 2_000, seed: 2026 })
  expect(figures.faults).toEqual([])
  expect(figures.requests).toBeGreaterThan(150)
  expect(figures.statuses['2xx']).toBeGreaterThan(0)
  expect(figures.statuses['4xx']).toBeGreaterThan(0)
}, 120_000)

test('no address is left out of it, but for the two that would end the sessions of all that come after', async () => {
  const service = await startFuzzedService()
  await service.stop()
  const asked = new Set(PATHS.map((path) => path.replace(/\?.*/, '')))
  const served = service.routes.map((path) =>
    path
      .replace(/\/conversations\/:id/, '/conversations/CHAT')
      .replace(/:\w+/, 'ID')
      .replace(/\*$/, 'x'),
  )
  expect(served.filter((path) => !asked.has(path as (typeof PATHS)[number]))).toEqual(['/desk/sign-out', '/editor/sign-out'])
})
