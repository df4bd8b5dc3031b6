// How the service starts when something around it is wrong: named in a sentence, or lived with.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

jest.setTimeout(60_000)

const BUILT = join(__dirname, '../dist/src/index.js')
const folder = mkdtempSync(join(tmpdir(), 'start-'))
const env = { ...process.env, DATA_DIR: folder, PORT: '0' }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  { SEND_KEYS: 'zebrafinch' },
  { RECEIVERS_FILE: '/zebrafinch' },
  { RECEIVERS_FILE: __filename },
  { DATA_DIR: __filename },
  { DATA_DIR: '/proc' }, // cannot be written to, by anybody
  { HOST: '203.0.113.9' },
])('it says what is wrong with %p in a sentence', (wrong) => {
  const { status, stderr } = spawnSync(process.execPath, [BUILT], { env: { ...env, ...wrong }, encoding: 'utf8' })
  const [name = ''] = Object.keys(wrong)
  expect([status, stderr.includes(name), /zebrafinch|\n\s+at /.test(stderr)]).toEqual([78, true, false])
})

test('it goes on, and stops, when nothing can be written to its log', async () => {
  const log = openSync('/dev/full', 'w')
  const child = spawn(process.execPath, [BUILT], { env, stdio: ['ignore', 'pipe', log] })
  const url = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => resolve(/http:\/\/[^\s/]+/.exec(chunk.toString())?.[0] ?? ''))
  })
  expect((await fetch(`${url}/api/directline/token`, { method: 'POST', body: '"x"' })).status).toBe(400)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  closeSync(log)
})

test('it ends when npm has passed SIGTERM to the shell between them, which dies of it', async () => {
  const script = `import { stopWithShell } from ${JSON.stringify(join(__dirname, '../src/stop-with-shell.mjs'))}; stopWithShell(); setTimeout(() => {}, 20_000); console.log('up')`
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const begun = Date.now()
  const gone = new Promise((resolve) => shell.stdout.once('close', resolve)) // the last that holds it is the service
  await new Promise((resolve) => shell.stdout.once('data', resolve))
  shell.kill('SIGTERM')
  await gone
  expect(Date.now() - begun).toBeLessThan(15_000)
})
