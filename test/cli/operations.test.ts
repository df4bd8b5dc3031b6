// Copying and restoring the store while a server runs and after its disk is gone, and looking at everything that a start needs.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup } from '../../src/cli/backup'
import { doctor } from '../../src/cli/doctor'
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

test('the drill: a copy while it runs, the disk gone, restored, and the conversation goes on', async () => {
  const data = join(folder, 'data')
  const copy = join(folder, 'copies', 'monday.db')
  const first = await startTestServer({ folder: data })
  const chat = await newChat(first.url, 'southend')
  await start(first.url, chat)
  await say(first.url, chat, 'before')
  await readUntil(first.url, chat, (texts) => texts.includes('1: before'))
  expect(await backup([copy])).toBe(0)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(readFileSync(copy).includes('before')).toBe(false)
  await say(first.url, chat, 'after the copy')
  await readUntil(first.url, chat, (texts) => texts.includes('2: after the copy'))
  await first.stop()
  rmSync(data, { recursive: true })
  expect(await backup(['restore', copy])).toBe(0)
  expect(printed.at(-1)).toBe('Restored: 1 conversations, 0 cases. The keys are not in it: keep SEND_KEYS apart.')
  const second = await startTestServer({ folder: data })
  await start(second.url, chat)
  await say(second.url, chat, 'again')
  const texts = (await readUntil(second.url, chat, (said) => said.includes('2: again'))).map(({ text }) => text)
  expect(texts).toEqual(['Hello from southend', 'before', '1: before', 'again', '2: again'])
  await second.stop()
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
  const other = createServer().listen(0, '127.0.0.1')
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
