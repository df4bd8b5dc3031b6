// How long what is kept, told and done on the command line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { retention } from '../../src/cli/retention'
import { openStore } from '../../src/store/open-store'
import { hearPrinted } from './printed'

const folder = mkdtempSync(join(tmpdir(), 'retention-'))
const printed = hearPrinted()
let was: NodeJS.ProcessEnv
beforeAll(() => {
  was = process.env
  process.env = { ...was, DATA_DIR: folder, SEND_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}` }
})
afterAll(() => {
  process.env = was
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  delete process.env['RETENTION_FILE']
})

function ownPeriods(text: string): void {
  process.env['RETENTION_FILE'] = join(folder, 'retention.yaml')
  writeFileSync(process.env['RETENTION_FILE'], text)
}

test('it deletes what is old, for each council by its own periods, and leaves what a server has begun', async () => {
  const store = openStore(join(folder, 'store.db'))
  const hoursAgo = (hours: number): number => Date.now() - hours * 3_600_000
  for (const [id, council, hours] of [
    ['a', 'southend', 3],
    ['b', null, 3],
    ['c', null, 25],
  ] as const)
    // prettier-ignore
    await store.conversations.begin({ id, council, keyCheck: null }, hoursAgo(hours))
  await store.inbox.claim(Buffer.from('begun'), Date.now())
  ownPeriods('southend:\n  conversationHours: 2\n')
  expect(await retention(['run'])).toBe(0)
  expect(printed).toEqual([
    'all others: 1 conversations, 0 messages, 0 memories, 0 questions, 0 rows of cases',
    'southend: 1 conversations, 0 messages, 0 memories, 0 questions, 0 rows of cases',
    'Deleted what has been kept long enough.',
  ])
  expect(await Promise.all(['a', 'b', 'c'].map(async (id) => (await store.conversations.find(id)) !== null))).toEqual([false, true, false])
  expect(await store.inbox.claim(Buffer.from('begun'), Date.now())).toBe(false)
  await store.close()
})

test('it shows the periods', async () => {
  ownPeriods('southend:\n  contactDays: 7\n')
  expect(await retention(['show'])).toBe(0)
  expect(printed[0]).toMatch(/^Everybody:\n {2}A chat and .*: 24 hours from its last word\n/)
  expect(printed[0]).toContain('A phone number or e-mail address: 14 days from the yes')
  expect(printed[1]).toMatch(/^southend:\n/)
  expect(printed[1]).toContain('A phone number or e-mail address: 7 days from the yes')
})

test('periods that are longer without a reason are refused', async () => {
  ownPeriods('southend:\n  contactDays: 15\n')
  expect(await retention(['run'])).toBe(78)
  expect(printed).toEqual(['How long things are kept (RETENTION_FILE) cannot be used: southend.contactDays is longer than usual, without longerBecause.']) // prettier-ignore
})

test.each([[[]], [['eat']], [['run', 'x']]])('%j is wrong usage', async (args) => {
  expect(await retention(args)).toBe(2)
})
