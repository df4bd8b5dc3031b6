// Somebody who can write to the database but has no key: whatever they move or change, it does not open.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseKeys } from '../../src/store/key-ring'
import { openStore } from '../../src/store/open-store'
import type { Store } from '../../src/store/port'
import { SealBroken } from '../../src/store/sealed-bytes'
import { COUNCIL_OFFICER, PRIYA, queued, setStage, SHOWN, versionOf, type Stage } from './stage'

let folder: string
let store: Store
let stage: Stage
let database: DatabaseSync
let id: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refused-'))
  store = openStore(join(folder, 'store.db'))
  stage = setStage({}, store)
  database = new DatabaseSync(join(folder, 'store.db'))
  id = await queued(stage)
})
afterEach(async () => {
  database.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function talk(handoff: string): Promise<void> {
  await stage.handoffs.accept(PRIYA, handoff, await versionOf(stage, handoff))
  for (const text of ['first', 'second']) await stage.handoffs.tell(PRIYA, handoff, { source: `source-${text}`, text })
}

const open = async (by = PRIYA) => stage.handoffs.open(by, id)

test('untouched it opens, lines and number too', async () => {
  await talk(id)
  expect(await open()).toMatchObject({ shown: SHOWN, contact: '07700 900123', relay: [{ text: 'first' }, { text: 'second' }] })
})

test('handed to another organisation it opens for neither', async () => {
  database.exec("UPDATE handoffs SET organisation = 'demo-council'")
  await expect(open(COUNCIL_OFFICER)).rejects.toThrow(SealBroken)
  expect(await open()).toBeNull()
})

test.each(['summary', 'contact', 'relay'])('the %s of another family put in its place does not open', async (purpose) => {
  const other = await queued(stage)
  database.prepare('DELETE FROM handoff_secrets WHERE handoff = ? AND purpose = ?').run(id, purpose)
  database.prepare('UPDATE handoff_secrets SET handoff = ? WHERE handoff = ? AND purpose = ?').run(id, other, purpose)
  await expect(open()).rejects.toThrow(SealBroken)
})

test.each(['kid, wrapped_key', 'wrapped_key', 'sealed'])('%s of another family alone does not open', async (columns) => {
  const other = await queued(stage)
  const from = `(SELECT ${columns} FROM handoff_secrets WHERE handoff = ? AND purpose = 'summary')`
  database.prepare(`UPDATE handoff_secrets SET (${columns}) = ${from} WHERE handoff = ? AND purpose = 'summary'`).run(other, id)
  await expect(open()).rejects.toThrow(SealBroken)
})

test('the number in the place of the summary does not open', async () => {
  database.exec(
    "DELETE FROM handoff_secrets WHERE purpose = 'summary'; UPDATE handoff_secrets SET purpose = 'summary' WHERE purpose = 'contact'",
  )
  await expect(open()).rejects.toThrow(SealBroken)
})

test('two lines of one talk that were swapped do not open', async () => {
  await talk(id)
  database.exec('UPDATE relay SET seq = -seq; UPDATE relay SET seq = seq + 3')
  await expect(open()).rejects.toThrow(SealBroken)
})

test.each([
  ['handoff_secrets', 'sealed', "purpose = 'summary'"],
  ['handoff_secrets', 'wrapped_key', "purpose = 'summary'"],
  ['handoff_secrets', 'wrapped_key', "purpose = 'relay'"],
  ['relay', 'sealed', 'seq = 1'],
])('one flipped bit anywhere in %s.%s where %s', async (table, column, where) => {
  await talk(id)
  const row = database.prepare(`SELECT ${column} AS bytes FROM ${table} WHERE ${where}`).get()
  const bytes = row?.['bytes'] as Uint8Array
  const write = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`)
  // The nonce and the tag whole, of what lies between every twentieth byte: record by record in test/store/seal-record.test.ts it is every bit.
  const places = [...bytes.keys()].filter((at) => at < 15 || at > bytes.length - 18 || at % 20 === 0)
  for (const at of places) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at & 7))
    write.run(changed)
    await expect(open()).rejects.toThrow(SealBroken)
  }
  write.run(bytes)
  expect((await open())?.shown).toBe(SHOWN)
})

test('a key that was retired, or another under its name, opens nothing', async () => {
  for (const keys of [`k2:${Buffer.alloc(32, 2).toString('base64')}`, `k1:${Buffer.alloc(32, 2).toString('base64')}`]) {
    const other = setStage({ ring: parseKeys(keys) }, store)
    await expect(other.handoffs.open(PRIYA, id)).rejects.toThrow(SealBroken)
  }
})

test('what was deleted is gone with its key: putting an old row back does not bring the key', async () => {
  const row = database.prepare("SELECT sealed FROM handoff_secrets WHERE handoff = ? AND purpose = 'summary'").get(id)
  await stage.handoffs.withdraw(id, 'erased')
  expect(database.prepare('SELECT COUNT(*) AS n FROM handoff_secrets WHERE handoff = ?').get(id)?.['n']).toBe(0)
  const other = await queued(stage)
  const put =
    "INSERT INTO handoff_secrets SELECT ?, purpose, kid, wrapped_key, ? FROM handoff_secrets WHERE handoff = ? AND purpose = 'summary'"
  database.prepare(put).run(id, row?.['sealed'] ?? null, other)
  await expect(open()).rejects.toThrow(SealBroken)
})
