// A hundred handoffs, and fifty on PostgreSQL, while receivers fail, answers are lost and processes are killed. `npm run faults` does ten thousand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../store/postgres'
import { runHandoffFaults } from './handoff-faults'

test('every one is delivered or its family told; none twice, none out of order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-faults-'))
  try {
    const faults = { killShare: 0.05, serviceLife: 1000 }
    const result = await runHandoffFaults({
      count: 100,
      folder,
      database: null,
      minutes: 8,
      workers: 2,
      speed: 40,
      ...faults,
      onProgress: () => undefined,
    })
    expect(result).toMatchObject({ isFinished: true, handoffs: 100, delivered: 98, familyTold: 2, lost: 0 })
    expect(result).toMatchObject({ seenTwice: 0, outOfOrder: 0, familyOutOfOrder: 0, forged: 0 })
    expect(result.workerKills).toBeGreaterThan(5)
    expect(result.serviceKills).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 540_000)

test('the same on PostgreSQL, where several processes deliver at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-faults-'))
  const postgres = await startPostgres()
  try {
    const faults = { killShare: 0.05, serviceLife: 2500 }
    const database = await postgres.newDatabase()
    const result = await runHandoffFaults({
      count: 51,
      folder,
      database,
      minutes: 4,
      workers: 3,
      speed: 40,
      ...faults,
      onProgress: () => undefined,
    })
    expect(result).toMatchObject({ isFinished: true, handoffs: 51, delivered: 49, familyTold: 2, lost: 0 })
    expect(result).toMatchObject({ seenTwice: 0, outOfOrder: 0, familyOutOfOrder: 0, forged: 0 })
    expect(result.workerKills).toBeGreaterThan(2)
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}, 300_000)
