// What a family may ask for later: a copy, and that everything is deleted, by the link or by staff. Proven in the files of the store.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { createEraseLinks } from '../../src/handoff/erase-link'
import { openStore } from '../../src/store/open-store'
import { COUNCIL_OFFICER, PRIYA, begun, queued, setStage, SHOWN, versionOf, type Stage } from './stage'

const ID = 'AAAAAAAAAAAAAAAAAAAAAA'
const links = createEraseLinks('a secret of this service, long enough')

let folder: string
let stage: Stage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rights-'))
  stage = setStage({}, openStore(join(folder, 'store.db')))
})
afterEach(async () => {
  await stage.store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function talked(): Promise<string> {
  const id = await queued(stage)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.handoffs.hearFamily(id, { source: 'source-1', text: 'Hello' })
  await stage.handoffs.tell(PRIYA, id, { source: 'source-2', text: 'Hello back' })
  return id
}

/** Everything sealed that stands in the database now, row by row. */
function sealedRows(): readonly Buffer[] {
  const database = new DatabaseSync(join(folder, 'store.db'), { readOnly: true })
  const rows = [
    ...database.prepare('SELECT sealed AS bytes FROM handoff_secrets').all(),
    ...database.prepare('SELECT wrapped_key AS bytes FROM handoff_secrets').all(),
    ...database.prepare('SELECT sealed AS bytes FROM relay').all(),
    ...database.prepare('SELECT hash AS bytes FROM handoff_references').all(),
  ].map((row) => Buffer.from(row['bytes'] as Uint8Array))
  database.close()
  return rows.filter(({ length }) => length > 0)
}

function foundInFiles(needles: readonly Buffer[]): number {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  return needles.filter((needle) => files.some((file) => file.includes(needle))).length
}

test('by the link: what was shared, its lines, keys and reference are in no file of the store; again is no failure', async () => {
  const id = await talked()
  await stage.store.scrub()
  const before = sealedRows()
  expect([before.length, foundInFiles(before)]).toEqual([10, 10])
  expect(links.idOf(links.tokenFor(id))).toBe(id)
  expect(await stage.handoffs.withdraw(id, 'erased')).toBe(true)
  expect([sealedRows().length, foundInFiles(before)]).toEqual([0, 0])
  expect(await stage.handoffs.withdraw(id, 'erased')).toBe(true)
})

test('by staff: the same, written down; not by another organisation, and not what was not shared', async () => {
  const id = await talked()
  const offered = await begun(stage, 'phone', null)
  await stage.store.scrub()
  const before = sealedRows()
  expect(await stage.handoffs.erase(COUNCIL_OFFICER, id)).toBe(false)
  expect(await stage.handoffs.erase(PRIYA, offered)).toBe(false)
  expect(await stage.handoffs.erase(PRIYA, 'n'.repeat(22))).toBe(false)
  expect(foundInFiles(before)).toBe(10)
  expect(await stage.handoffs.erase(PRIYA, id)).toBe(true)
  expect(foundInFiles(before)).toBe(0)
  expect(await stage.handoffs.erase(PRIYA, id)).toBe(true)
  expect(await stage.store.handoffs.auditCount(PRIYA.id, 'erase', 0)).toBe(2)
  expect((await stage.store.handoffs.events(id)).map(({ kind, actorKind }) => `${kind} ${actorKind}`)).toContain('erase staff')
})

test('a copy holds everything, and is written down', async () => {
  const id = await talked()
  const held = await stage.handoffs.copyOf(PRIYA, id)
  expect(held).toMatchObject({ shown: SHOWN, contact: '07700 900123', relay: [{ text: 'Hello' }, { text: 'Hello back' }] })
  expect(held?.events.map(({ kind }) => kind)).toEqual(['offer', 'consent', 'queue', 'accept', 'word', 'first-word'])
  expect(await stage.store.handoffs.auditCount(PRIYA.id, 'copy', 0)).toBe(1)
  expect(await stage.handoffs.copyOf(COUNCIL_OFFICER, id)).toBeNull()
  expect(await stage.store.handoffs.auditCount(COUNCIL_OFFICER.id, 'copy', 0)).toBe(0)
  await stage.handoffs.erase(PRIYA, id)
  expect(await stage.handoffs.copyOf(PRIYA, id)).toMatchObject({ summary: null, shown: null, contact: null, relay: [] })
})

test('a link has 128 bits that only this service can make', () => {
  const token = links.tokenFor(ID)
  expect(token).toMatch(/^A{22}[\w-]{22}$/)
  expect(links.idOf(token)).toBe(ID)
  expect(createEraseLinks('another secret of another service').idOf(token)).toBeNull()
  expect(links.idOf(`B${token.slice(1)}`)).toBeNull()
  for (const wrong of ['', ID, `${token}A`, token.slice(1), `${ID}${'A'.repeat(22)}`, '__proto__']) expect(links.idOf(wrong)).toBeNull()
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => links.idOf(text) === null))
})

test('of a link that was changed in one place nothing is left', () => {
  const token = links.tokenFor(ID)
  for (let at = 0; at < token.length; at += 1) {
    const changed = token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1)
    // The last character of a part carries four bits only that are not there: it reads as the same bytes, and is compared as text.
    expect(links.idOf(changed)).toBeNull()
  }
})
