// Twenty-six handoffs, and as many on PostgreSQL, while receivers fail, answers are lost and processes are killed. `npm run faults` does ten thousand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../store/postgres'
import { runHandoffFaults } from './handoff-faults'

type Run = Parameters<typeof runHandoffFaults>[0]

/** Every receiver fails at times, and one delivery in twenty ends its worker. */
async function faultsOf(run: Pick<Run, 'count' | 'database' | 'minutes' | 'workers' | 'serviceLife'>): ReturnType<typeof runHandoffFaults> {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-faults-'))
  try {
    return await runHandoffFaults({ ...run, folder, speed: 40, killShare: 0.05, onProgress: () => undefined })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('every one is delivered or its family told; none twice, none out of order', async () => {
  const result = await faultsOf({ count: 26, database: null, minutes: 8, workers: 2, serviceLife: 1000 })
  expect(result).toMatchObject({ isFinished: true, handoffs: 26, delivered: 25, familyTold: 1, lost: 0 })
  expect(result).toMatchObject({ seenTwice: 0, outOfOrder: 0, familyOutOfOrder: 0, forged: 0 })
  expect(result.workerKills).toBeGreaterThan(0)
  expect(result.serviceKills).toBeGreaterThan(0)
}, 540_000)

test('the same on PostgreSQL, where several processes deliver at once', async () => {
  const postgres = await startPostgres()
  try {
    const result = await faultsOf({ count: 26, database: await postgres.newDatabase(), minutes: 4, workers: 3, serviceLife: 2500 })
    expect(result).toMatchObject({ isFinished: true, handoffs: 26, delivered: 25, familyTold: 1, lost: 0 })
    expect(result).toMatchObject({ seenTwice: 0, outOfOrder: 0, familyOutOfOrder: 0, forged: 0 })
    expect(result.workerKills).toBeGreaterThan(0)
  } finally {
    await postgres.stop()
  }
}, 300_000)
