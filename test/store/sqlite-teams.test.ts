// The contract of staff in Teams on SQLite; and codes made beside a server that works on the same file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/open-store'
import { openTeamsStore } from '../../src/store/sqlite-teams'
import { teamsContract } from './teams-contract'

describe('in memory', () => teamsContract(async () => openStore(':memory:')))

test('a command beside the server makes a code that the server takes, and leaves what the server has begun', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'teams-'))
  const store = openStore(join(folder, 'store.db'))
  await store.inbox.claim(new Uint8Array([1]), 1)
  const beside = openTeamsStore(join(folder, 'store.db'))
  await beside.addCode(new Uint8Array([7]), 'north', 100)
  beside.close()
  expect([await store.teams.redeem(new Uint8Array([7]), 50), await store.inbox.claim(new Uint8Array([1]), 2)]).toEqual(['north', false])
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
