// The contract on SQLite, and what only a file has: its mode, its leftovers, its older and newer forms.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../src/store/open-store'
import { STEPS } from '../../src/store/sqlite-schema'
import { day } from '../holidays'
import { storeContract } from './store-contract'

describe('in memory', () => storeContract(async () => openStore(':memory:')))

describe('in a file', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'))
    path = join(folder, 'inner', 'store.db')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  describe('the contract', () => storeContract(async () => openStore(path)))

  test('only its owner may read it', async () => {
    const store = openStore(path)
    await store.inbox.claim(Buffer.from('x'), 1)
    const modes = readdirSync(join(folder, 'inner')).map((name) => statSync(join(folder, 'inner', name)).mode & 0o777)
    expect([modes.length > 1, ...new Set(modes)]).toEqual([true, 0o600])
    await store.close()
  })

  test('everything is there after it was opened again', async () => {
    const first = openStore(path)
    await first.conversations.begin({ id: 'a', council: null, keyCheck: null }, 1)
    await first.conversations.append('a', null, () => Buffer.from('x'), 2)
    await first.inbox.claim(Buffer.from('begun'), 1)
    await first.inbox.claim(Buffer.from('done'), 1)
    await first.inbox.finish(Buffer.from('done'), 1)
    await first.close()
    const second = openStore(path)
    expect((await second.conversations.unanswered('a', 'memory')).entries).toHaveLength(1)
    expect([await second.inbox.claim(Buffer.from('begun'), 2), await second.inbox.claim(Buffer.from('done'), 2)]).toEqual([true, false])
    await second.close()
  })

  test('what was swept or deleted is in none of the files', async () => {
    const store = openStore(path)
    const marked = Buffer.from('MARKED-WORDS'.repeat(50))
    await store.conversations.begin({ id: 'a', council: null, keyCheck: null }, 1)
    for (let count = 0; count < 30; count += 1) await store.conversations.append('a', null, () => marked, 2)
    const raw = () => readdirSync(join(folder, 'inner')).map((name) => readFileSync(join(folder, 'inner', name)))
    expect(raw().some((file) => file.includes('MARKED-WORDS'))).toBe(true)
    await store.sweep(1000, day('2026-01-01'))
    expect(raw().some((file) => file.includes('MARKED-WORDS'))).toBe(false)
    await store.close()
  })

  test('a file of an earlier release is brought to this form with all that is in it', async () => {
    mkdirSync(join(folder, 'inner'))
    const before = new DatabaseSync(path)
    before.exec(`${STEPS.slice(0, 8).join(';')}; PRAGMA user_version = 8;`)
    before.exec(`INSERT INTO conversations(id, begun_at, last_at, last_seq, greeted) VALUES ('a', 1, 3, 2, 1);
      INSERT INTO entries VALUES ('a', 2, 3, NULL, 1, x'02', 4), ('a', 1, 2, x'c1', 0, x'01', 0);
      INSERT INTO states VALUES ('a', 'memory', 7, 3, x'0a')`)
    before.close()
    const { conversations, ...store } = openStore(path)
    expect(await conversations.entriesAfter('a', 0, 10)).toEqual([
      { seq: 1, at: 2, sealed: Uint8Array.of(1) },
      { seq: 2, at: 3, sealed: Uint8Array.of(2) },
    ])
    expect((await conversations.unanswered('a', 'memory')).entries.map(({ seq }) => seq)).toEqual([2])
    expect(await conversations.countTry('a', 2)).toBe(5)
    expect(await conversations.append('a', Uint8Array.of(0xc1), () => Uint8Array.of(9), 4)).toEqual({ seq: 1, at: 2, isNew: false })
    expect(await conversations.state('a', 'memory')).toEqual({ value: Uint8Array.of(10), version: 7 })
    await store.close()
  })

  test('a file of a newer release is refused', async () => {
    await openStore(path).close()
    const database = new DatabaseSync(path)
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(() => openStore(path)).toThrow('newer release')
  })
})
