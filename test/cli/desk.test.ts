// The code that links a channel, made beside a server; and what staff said is wrong.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desk } from '../../src/cli/desk'
import { hashLinkCode } from '../../src/store/link-code'
import { openStore } from '../../src/store/open-store'
import { KEYS } from '../handoff/stage'
import { hearPrinted } from './printed'

const folder = mkdtempSync(join(tmpdir(), 'desk-'))
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

test('a code that the server takes once, and that is not in the file', async () => {
  const store = openStore(join(folder, 'store.db'))
  expect(await desk(['link-code', '--organisation', 'demo-sendiass'])).toBe(0)
  const code = /link (\d{3} \d{3} \d{3})/.exec(printed.join())?.[1]?.replaceAll(' ', '') ?? ''
  const hash = hashLinkCode(KEYS, code)
  expect(await store.teams.redeem(hash, Date.now() + 15 * 60_000)).toBeNull()
  expect([await store.teams.redeem(hash, Date.now()), await store.teams.redeem(hash, Date.now())]).toEqual(['demo-sendiass', null])
  await store.close()
})

test('corrections are listed, with the passage they are about', async () => {
  expect(await desk(['corrections'])).toBe(0)
  const store = openStore(join(folder, 'store.db'))
  const at = Date.UTC(2026, 10, 23)
  await store.teams.addCorrection({ organisation: 'north', topic: 'mediation-cost', text: 'It is out of date', packVersion: '1', at })
  await store.close()
  expect(await desk(['corrections'])).toBe(0)
  expect(printed).toEqual(['Nothing has been said to be wrong.', '2026-11-23  mediation-cost  1  north\n  It is out of date'])
})

test.each([[[]], [['link-code']], [['link-code', '--organisation', 'nobody']], [['corrections', 'x']], [['link-code', '--what']]])(
  '%j is wrong usage',
  async (args) => {
    expect(await desk(args)).toBe(2)
  },
)
