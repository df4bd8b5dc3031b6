// The keys of the ring change under what was shared: nothing of it is touched or lost, it may be broken off, and what went stays gone in old copies too.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyUses, rotateKeys } from '../../src/handoff/rotate-keys'
import { parseKeys } from '../../src/store/key-ring'
import { openStore } from '../../src/store/open-store'
import type { KeyStore } from '../../src/store/keys-port'
import type { Store } from '../../src/store/port'
import { SealBroken } from '../../src/store/sealed-bytes'
import { KEYS, PRIYA, queued, setStage, SHOWN, type Stage } from './stage'

const [one, two] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64'))
const BOTH = parseKeys(`k2:${two},k1:${one}`)
const AFTER = parseKeys(`k2:${two}`)
const quiet = (): void => undefined

let folder: string
let path: string
let store: Store
let stage: Stage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotate-'))
  path = join(folder, 'store.db')
  store = openStore(path)
  stage = setStage({ ring: KEYS }, store)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function shownUnder(ring: typeof KEYS, id: string, on: Store = store): Promise<string | null | undefined> {
  return (await setStage({ ring }, on).handoffs.open(PRIYA, id))?.shown
}

async function referenceOf(id: string): Promise<string> {
  return (await stage.handoffs.open(PRIYA, id))?.reference ?? ''
}

test('everything opens under the new key alone, and the reference still leads there', async () => {
  const ids = [await queued(stage, 'callback'), await queued(stage, 'callback')]
  const references = [await referenceOf(ids[0] ?? ''), await referenceOf(ids[1] ?? '')]
  expect(await keyUses(store, BOTH)).toMatchObject([
    { kid: 'k2', isCurrent: true, records: 0, references: 0 },
    { kid: 'k1', isCurrent: false, records: 8, references: 2 },
  ])
  expect(await rotateKeys(store, BOTH, quiet)).toEqual({ records: 8, references: 2, left: 0 })
  expect(await rotateKeys(store, BOTH, quiet)).toEqual({ records: 0, references: 0, left: 0 })
  expect((await keyUses(store, BOTH)).map(({ records, references: n }) => [records, n])).toEqual([[8, 2], [0, 0]]) // prettier-ignore
  for (const [index, id] of ids.entries()) {
    expect(await shownUnder(AFTER, id)).toBe(SHOWN)
    expect(await setStage({ ring: AFTER }, store).handoffs.find(PRIYA, references[index] ?? '')).toEqual({ kind: 'found', id })
    await expect(shownUnder(KEYS, id)).rejects.toThrow(SealBroken)
  }
})

test('broken off at any point, what was done and what was not both open, and the next run does the rest', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, async () => queued(stage, 'callback')))
  let allowed = 7
  const breaking: KeyStore = {
    ...store.keys,
    rewrap: async (before, wrapped) => {
      if (allowed-- === 0) throw new Error('killed')
      return store.keys.rewrap(before, wrapped)
    },
  }
  await expect(rotateKeys({ ...store, keys: breaking }, BOTH, quiet)).rejects.toThrow('killed')
  for (const id of ids) expect(await shownUnder(BOTH, id)).toBe(SHOWN)
  expect(await rotateKeys(store, BOTH, quiet)).toEqual({ records: 20 - 7, references: 5, left: 0 })
  for (const id of ids) expect(await shownUnder(AFTER, id)).toBe(SHOWN)
})

test('many records: the sealed bytes stay as they are, and progress is told', async () => {
  const memory = openStore(':memory:')
  const other = setStage({ ring: KEYS }, memory)
  const ids = await Promise.all(Array.from({ length: 120 }, async () => queued(other, 'callback')))
  const sealed = async () => Promise.all(ids.map(async (id) => (await memory.handoffs.secret(id, 'summary'))?.sealed))
  const before = await sealed()
  const told: number[] = []
  await rotateKeys(memory, BOTH, (done) => told.push(done))
  expect(await sealed()).toEqual(before)
  expect(told).toEqual([500])
  await memory.close()
})

test('what does not open is counted, left as it is, and stays in sight', async () => {
  await queued(stage, 'callback')
  const stranger = parseKeys(`k9:${Buffer.alloc(32, 9).toString('base64')}`)
  expect(await rotateKeys(store, stranger, quiet)).toEqual({ records: 0, references: 0, left: 4 })
  expect(await keyUses(store, stranger)).toMatchObject([{ kid: 'k9', isOnRing: true, records: 0 }, { kid: 'k1', isOnRing: false, records: 4 }]) // prettier-ignore
})

test('what was deleted stays unreadable in an older copy of the store once its key has been retired', async () => {
  const id = await queued(stage, 'callback')
  await store.scrub()
  const copy = join(folder, 'backup.db')
  copyFileSync(path, copy)
  expect(await stage.handoffs.withdraw(id, 'erased')).toBe(true)
  expect(await shownUnder(KEYS, id)).toBeNull()
  await rotateKeys(store, BOTH, quiet)
  const restored = openStore(copy)
  expect(await shownUnder(KEYS, id, restored)).toBe(SHOWN)
  await expect(shownUnder(AFTER, id, restored)).rejects.toThrow(SealBroken)
  await restored.close()
})
