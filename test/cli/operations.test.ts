// Copying and restoring the store while a server runs and after its disk is gone, and looking at everything that a start needs.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { backup } from '../../src/cli/backup'
import { doctor } from '../../src/cli/doctor'
import { publish } from '../../src/content/overlay/publish'
import { readVersions } from '../../src/content/overlay/read-overlay'
import type { Pack } from '../../src/content/pack'
import { newChat, readUntil, say, start } from '../channels/page'
import { startTestServer } from '../channels/test-server'
import { hearPrinted } from './printed'

const folder = mkdtempSync(join(tmpdir(), 'operations-'))
const printed = hearPrinted()
const was = process.env
beforeEach(() => {
  process.env = { ...was, DATA_DIR: join(folder, 'data'), PORT: '0', SEND_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}` }
})
afterAll(() => {
  process.env = was
  rmSync(folder, { recursive: true, force: true })
})

function publishOnce(published: string): void {
  const by = { id: 'e', name: 'Eve Editor' }
  const said = { what: 'withdrawn', about: 'mediation-cost', reason: 'x', writtenBy: [by], publishedBy: by, recall: false } as const
  publish({ version: '1' } as Pack, published, { ...said, change: (files) => files }, Date.parse('2026-11-22T12:00:00Z'))
  mkdirSync(join(published, 'drafts'), { recursive: true })
  mkdirSync(join(published, '.new-half'), { recursive: true })
  for (const file of ['drafts/southend.json', '.new-half/manifest.json']) writeFileSync(join(published, file), '{}')
}

test('the drill: a copy while it runs, the disk gone, restored, and the conversation goes on', async () => {
  const data = join(folder, 'data')
  const copy = join(folder, 'copies', 'monday.db')
  const first = await startTestServer({ folder: data })
  const chat = await newChat(first.url, 'southend')
  await start(first.url, chat)
  await say(first.url, chat, 'first words')
  await readUntil(first.url, chat, (texts) => texts.includes('1: first words'))
  publishOnce(join(data, 'content-overlay'))
  expect(await backup([copy])).toBe(0)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(readFileSync(copy).includes('first words')).toBe(false)
  await say(first.url, chat, 'after the copy')
  await readUntil(first.url, chat, (texts) => texts.includes('2: after the copy'))
  await first.stop()
  rmSync(data, { recursive: true })
  expect(await backup(['restore', copy])).toBe(0)
  expect(printed.at(-1)).toBe(
    'Restored: 1 conversations, 0 cases. What editors published is with it. The keys are not in it: keep SEND_KEYS apart.',
  )
  expect(readVersions(join(data, 'content-overlay')).map(({ manifest }) => manifest.about)).toEqual(['mediation-cost'])
  expect(readdirSync(join(data, 'content-overlay'))).toEqual(['000001', 'drafts'])
  const second = await startTestServer({ folder: data })
  await start(second.url, chat)
  await say(second.url, chat, 'again')
  const texts = (await readUntil(second.url, chat, (said) => said.includes('2: again'))).map(({ text }) => text)
  expect(texts).toEqual(['Hello from southend', 'first words', '1: first words', 'again', '2: again'])
  await second.stop()
})

test('what editors published since is not written over by an older copy, and a copy that was put back can be copied again', async () => {
  const data = join(folder, 'data')
  const published = join(data, 'content-overlay')
  publishOnce(published)
  rmSync(join(data, 'store.db'))
  expect(await backup(['restore', join(folder, 'copies', 'monday.db')])).toBe(0)
  expect(printed.at(-1)).toContain('What editors published was there already and stays as it is.')
  expect(readVersions(published)).toHaveLength(2)
  expect(await backup([join(folder, 'copies', 'tuesday.db')])).toBe(0)
  rmSync(data, { recursive: true })
  expect(await backup(['restore', join(folder, 'copies', 'tuesday.db')])).toBe(0)
  expect(readVersions(published)).toHaveLength(2)
})

test('a forged copy writes nothing outside, gives nobody more rights, and is put back whole or not at all', async () => {
  const forged = (name: string, paths: readonly string[]): string => {
    const copy = join(folder, name)
    copyFileSync(join(folder, 'copies', 'tuesday.db'), copy)
    const database = new DatabaseSync(copy)
    for (const path of paths) database.prepare('INSERT INTO kept_files VALUES (?, ?, ?)').run(path, 0o4755, new Uint8Array(1))
    database.close()
    return copy
  }
  const data = (process.env['DATA_DIR'] = join(folder, 'forged'))
  expect(await backup(['restore', forged('collides.db', ['a', 'a/b'])])).toBe(1)
  expect(printed.at(-1)).toBe('What editors published could not be put back beside it. Nothing was restored.')
  expect(readdirSync(data, { recursive: true })).toEqual(['content-overlay'])
  expect(await backup(['restore', forged('leads-out.db', ['../out', '/tmp/../out', 'in/file.yaml'])])).toBe(0)
  expect(readdirSync(data).sort()).toEqual(['content-overlay', 'store.db'])
  expect(statSync(join(data, 'content-overlay', 'in', 'file.yaml')).mode & 0o7000).toBe(0)
})

test('nothing is written over, and what is damaged is not taken', async () => {
  const bad = join(folder, 'bad.db')
  writeFileSync(bad, 'this is no database at all, and long enough to be looked at twice'.repeat(100))
  expect(await backup(['restore', join(folder, 'copies', 'monday.db')])).toBe(1)
  expect(await backup([join(folder, 'copies', 'monday.db')])).toBe(1)
  process.env['DATA_DIR'] = join(folder, 'elsewhere')
  expect(await backup(['restore', bad])).toBe(1)
  expect(await backup(['restore', join(folder, 'nowhere.db')])).toBe(1)
  expect(await backup([])).toBe(2)
  expect(printed).toEqual([
    'There is a store in the data folder. Move it away first.',
    'That file is there already.',
    'The file is no store of this service, or is damaged.',
    'There is no such file.',
    'backup FILE | backup restore FILE',
  ])
})

test('the doctor finds everything well', async () => {
  expect(await doctor([])).toBe(0)
  expect(printed.every((line) => line.startsWith('well '))).toBe(true)
  expect(printed.length).toBeGreaterThan(8)
})

test('the doctor names what is wrong, and no value', async () => {
  const other = createServer((asking) => asking.resume()).listen(0, '127.0.0.1') // hears and says nothing, until whoever asks goes
  await new Promise((listening) => other.once('listening', listening))
  Object.assign(process.env, { PORT: String((other.address() as AddressInfo).port), SEND_KEYS: 'k1:c2hvcnQ=' })
  writeFileSync(join(folder, 'data', 'store.db'), 'spoilt '.repeat(1000))
  expect(await doctor([])).toBe(1)
  const wrong = printed.filter((line) => line.startsWith('WRONG'))
  expect(wrong.map((line) => line.slice(7).split(':')[0])).toEqual(['store', 'keys', expect.stringMatching(/^port \d+$/)])
  expect(wrong.join(' ')).not.toContain('c2hvcnQ=')
  Object.assign(process.env, { PORT: 'nonsense' })
  printed.length = 0
  expect(await doctor([])).toBe(1)
  expect(printed.find((line) => line.startsWith('WRONG'))).toMatch(/settings: .*PORT/s)
  expect(printed.join(' ')).not.toContain('nonsense')
  other.close()
})
