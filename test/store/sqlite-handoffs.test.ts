// The contract of handoffs on SQLite; and a disk that is full.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/open-store'
import { handoffContract } from './handoff-contract'

describe('in memory', () => handoffContract(async () => openStore(':memory:')))

describe('in a file', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'handoffs-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  handoffContract(async () => openStore(join(folder, 'store.db')))
})
