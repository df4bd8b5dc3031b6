// Two kills of what `npm run kills` does five hundred times: the built service, families who share a case, and their adviser.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runKills } from './kill-run'

test('killed in the middle of everything: the store opens, and no message, permission or step of an adviser is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'))
  try {
    const result = await runKills({ kills: 2, folder, chats: 0, cases: 2, life: 1500, onProgress: () => undefined })
    expect(result).toMatchObject({ kills: 2, lost: 0, doubled: 0, disordered: 0, otherwise: 0, lostCases: [], stuck: [], integrity: 'ok' })
    expect(result.permissions).toBeGreaterThan(1)
    expect(result.steps).toBeGreaterThan(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
