// Nothing typed gets into the log, whatever way it is passed.
import { EventEmitter } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, lineWriter } from '../../src/log'
import { captureConsole } from '../../src/log-console'
import { logCrashes } from '../../src/log-crash'

const MARKED = 'zebra7731'
let lines: string[]
beforeEach(() => void (lines = []))
const log = () => createLog({ write: (line) => void lines.push(line) })

test('an event is one line of its own fields', () => {
  const it = log()
  it.event('turn', { channel: 'msteams', conversation: it.hashed('c1'), ms: 12, replies: 2, outcome: 'done' })
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 30,
    time: expect.stringMatching(/^20/),
    event: 'turn',
    channel: 'msteams',
    conversation: expect.stringMatching(/^[0-9a-f]{10}$/),
    ms: 12,
    replies: 2,
    outcome: 'done',
  })
})

test('values that the table does not know are left out, also when the types were talked round', () => {
  const smuggled = { channel: MARKED, conversation: MARKED, ms: MARKED, replies: 1, outcome: { text: MARKED }, text: MARKED }
  log().event('turn', smuggled as never)
  expect(lines.join('')).not.toContain(MARKED)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'turn', replies: 1 })
})

test('a failure tells its kind and our own lines, and gives a reference number', () => {
  const reference = log().failure('turn', new TypeError(`cannot read ${MARKED}\n    at ${MARKED} (/x/src/${MARKED}.ts:1:1)`))
  expect(reference).toMatch(/^\d{9}$/)
  expect(lines.join('')).not.toContain(MARKED)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'failure', reference, place: 'turn', kind: 'TypeError' })
})

const soon = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))

test('lines are in the file soon, and one that cannot be written is lost without a word', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  const path = join(folder, 'log')
  const file = openSync(path, 'w')
  const it = createLog(lineWriter(file))
  it.event('started', { port: 1, profile: 'local' })
  it.event('started', { port: 2, profile: 'local' })
  await soon()
  expect(readFileSync(path, 'utf8')).toMatch(/^\{.*"port":1,.*\}\n\{.*"port":2,.*\}\n$/)
  closeSync(file)
  it.event('started', { port: 3, profile: 'local' })
  await soon()
  rmSync(folder, { recursive: true })
})

test('what is logged when the process is about to end is in the file, and so is much at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  const path = join(folder, 'log')
  const writer = lineWriter(openSync(path, 'w'))
  const line = `${'x'.repeat(999)}\n`
  for (let count = 0; count < 10; count += 1) writer.write(line)
  process.listeners('exit').at(-1)?.call(process, 0)
  expect(readFileSync(path, 'utf8')).toBe(line.repeat(10))
  rmSync(folder, { recursive: true })
})

test('an error whose words were changed afterwards gives no lines at all', () => {
  const error = new Error(`first ${MARKED}\n    at x (/x/src/${MARKED}.ts:1:1)`)
  error.message = 'second'
  log().failure('turn', error)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ frames: [] })
  expect(lines.join('')).not.toContain(MARKED)
})

test.each([MARKED, { message: MARKED }, null, undefined, Object.assign(new Error('x'), { name: MARKED })])(
  'whatever is thrown: %p',
  (thrown) => {
    log().failure('turn', thrown)
    expect(lines.join('')).not.toContain(MARKED)
  },
)

test('hashed ids differ between processes and agree within one', () => {
  const [one, other] = [log(), log()]
  expect(one.hashed('a')).toBe(one.hashed('a'))
  expect(one.hashed('a')).not.toBe(one.hashed('b'))
  expect(one.hashed('a')).not.toBe(other.hashed('a'))
})

test('what packages print is counted and not shown', () => {
  const shown: unknown[] = []
  const console = {
    log: (...words: unknown[]) => shown.push(words),
    error: (...words: unknown[]) => shown.push(words),
  } as unknown as Console
  const captured = captureConsole(log(), console)
  console.log(MARKED)
  console.error(new Error(MARKED))
  captured.report()
  captured.report()
  captured.restore()
  console.log('after')
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([expect.objectContaining({ event: 'sdk-console', lines: 2 })])
  expect(shown).toEqual([['after']])
})

test('an error that nobody caught is logged without its words and ends the process', () => {
  const exits: number[] = []
  const runtime = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) })
  logCrashes(log(), runtime as unknown as NodeJS.Process)
  runtime.emit('unhandledRejection', new Error(MARKED))
  expect(exits).toEqual([])
  runtime.emit('uncaughtException', new Error(MARKED))
  expect([exits, lines.length, lines.join('').includes(MARKED)]).toEqual([[1], 2, false])
})
