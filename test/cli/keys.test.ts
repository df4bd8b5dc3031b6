// The keys on the command line: seen, made, changed and retired, in an order in which nothing is lost.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keys } from '../../src/cli/keys'
import { parseKeys } from '../../src/store/key-ring'
import { openStore } from '../../src/store/open-store'
import { PRIYA, queued, setStage, SHOWN } from '../handoff/stage'
import { hearPrinted } from './printed'

const printed = hearPrinted()
let folder: string
let ringPath: string
let was: NodeJS.ProcessEnv
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  ringPath = join(folder, 'data-keys', 'ring')
  was = process.env
  process.env = { ...was, DATA_DIR: join(folder, 'data'), SEND_KEYS: '' }
})
afterEach(() => {
  process.env = was
  rmSync(folder, { recursive: true, force: true })
})

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  printed.length = 0
  const code = await keys(args)
  return { code, said: printed.join('\n') }
}

/** A family shares something under the keys that are on the ring now; gives what an adviser reads under those of `then`. */
async function shareOne(): Promise<() => Promise<string | null | undefined>> {
  const path = join(folder, 'data', 'store.db')
  const ring = () => parseKeys(process.env['SEND_KEYS'] || readFileSync(ringPath, 'utf8'))
  const store = openStore(path)
  const id = await queued(setStage({ ring: ring() }, store), 'callback')
  await store.close()
  return async () => {
    const again = openStore(path)
    return (
      await setStage({ ring: ring() }, again)
        .handoffs.open(PRIYA, id)
        .finally(() => again.close())
    )?.shown
  }
}

test('on one machine: a new key, everything put under it, the old one retired for good', async () => {
  expect((await run('list')).said).toBe(
    `k1  current  0 records, 0 references\nThe keys are in ${ringPath}. Set SEND_KEYS before real families use this.`,
  )
  const read = await shareOne()
  expect(await run('new')).toMatchObject({ code: 0, said: 'k2 is the current key from the next start of the server on. Start it again, then: keys rotate' }) // prettier-ignore
  expect(statSync(ringPath).mode & 0o777).toBe(0o600)
  expect(await run('retire', 'k1')).toEqual({ code: 1, said: 'k1 is still needed by 4 records and 1 references. First: keys rotate' })
  expect(await run('retire', 'k2')).toEqual({ code: 1, said: 'k2 is the current key.' })
  expect(await run('retire', 'k7')).toEqual({ code: 1, said: 'There is no key k7.' })
  expect(await run('rotate')).toEqual({ code: 0, said: 'Under k2 now: 4 records and 1 references more.' })
  expect(await run('rotate')).toEqual({ code: 0, said: 'Under k2 now: 0 records and 0 references more.' })
  expect(await run('retire', 'k1')).toEqual({ code: 0, said: 'k1 is gone.' })
  expect(parseKeys(readFileSync(ringPath, 'utf8')).keys.map(({ kid }) => kid)).toEqual(['k2'])
  expect(await read()).toBe(SHOWN)
})

test('keys that are set: a new one is made to be put there, an old one is said to be free', async () => {
  const one = `k1:${Buffer.alloc(32, 7).toString('base64')}`
  process.env['SEND_KEYS'] = one
  const read = await shareOne()
  const entry = /k2:\S{44}/.exec((await run('new')).said)?.[0] ?? ''
  process.env['SEND_KEYS'] = `${entry},${one}`
  expect((await run('list')).said).toContain('k1  older  4 records, 1 references')
  expect((await run('retire', 'k1')).code).toBe(1)
  expect((await run('rotate')).code).toBe(0)
  expect((await run('retire', 'k1')).said).toBe(
    'Nothing needs k1 any more: take it out of SEND_KEYS, destroy every copy, and start the server again.',
  )
  process.env['SEND_KEYS'] = entry
  expect(await read()).toBe(SHOWN)
})

test('a key that was taken away too early is seen, and nothing is lost by looking', async () => {
  await run('list')
  const read = await shareOne()
  const kept = readFileSync(ringPath, 'utf8')
  writeFileSync(ringPath, `k5:${Buffer.alloc(32, 5).toString('base64')}\n`)
  expect(await run('list')).toMatchObject({
    code: 1,
    said: expect.stringContaining('k1  NOT HERE: nothing opens these  4 records') as string,
  })
  const said = 'Under k5 now: 0 records and 0 references more.\n4 could not be put under k5. See: keys list'
  expect(await run('rotate')).toEqual({ code: 1, said })
  writeFileSync(ringPath, kept)
  expect(await read()).toBe(SHOWN)
})

test('wrong keys and settings are named without a value', async () => {
  process.env['SEND_KEYS'] = 'k1:short'
  expect(await run('list')).toEqual({ code: 78, said: 'The keys for what is shared (SEND_KEYS) cannot be used: key 1 is not 32 bytes in base64.' }) // prettier-ignore
  process.env = { ...process.env, SEND_KEYS: '', PROFILE: 'production' }
  expect((await run('list')).code).toBe(78)
})

test.each([[[]], [['retire']], [['list', 'x']], [['rotate', 'k1']], [['eat']], [['retire', 'k1', 'k2']]])(
  '%j is wrong usage',
  async (args) => {
    expect(await run(...args)).toEqual({ code: 2, said: 'keys list | keys new | keys rotate | keys retire KEY' })
  },
)
