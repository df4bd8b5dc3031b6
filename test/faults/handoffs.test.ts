// Two hundred handoffs while receivers fail, answers are lost and processes are killed. `npm run faults` does ten thousand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runHandoffFaults } from './handoff-faults'

test('every one is delivered or its family told; none twice, none out of order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-faults-'))
  try {
    const faults = { killShare: 0.05, serviceLife: 1000 }
    const result = await runHandoffFaults({ count: 200, folder, minutes: 8, workers: 2, speed: 40, ...faults, onProgress: () => undefined })
    expect(result).toMatchObject({ isFinished: true, handoffs: 200, delivered: 196, familyTold: 4, lost: 0 })
    expect(result).toMatchObject({ seenTwice: 0, outOfOrder: 0, familyOutOfOrder: 0, forged: 0 })
    expect(result.workerKills).toBeGreaterThan(10)
    expect(result.serviceKills).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 540_000)
