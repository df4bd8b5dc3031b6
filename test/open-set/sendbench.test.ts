// The open test set: its files hold together, and the runner measures our own server over Direct Line.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { startServer } from '../start-server'
import { close, listen } from '../listen'

jest.setTimeout(120_000)

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, `${name}.json`), 'utf8'))

async function bench(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(__dirname, 'sendbench.mjs'), ...args], { env: { ...process.env, ...env } })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { code: await new Promise((resolve) => child.once('exit', resolve)), output }
}

interface Measured {
  readonly set: string
  readonly figures: Readonly<Record<string, number>>
}

test('every topic that the set names is in the pack, and every myth is', () => {
  const { topics, myths } = loadPack(contentDir)
  const { myths: asked } = read('myths') as { myths: { id: string; topic: string; asks: string[] }[] }
  expect(asked.filter(({ id, topic }) => !myths.has(id) || !topics.has(topic))).toEqual([])
  expect(asked.every(({ asks }) => new Set(asks).size === 5)).toBe(true)
})

test('the dates of the set are those counted by hand for the rules', () => {
  const { cases } = read('dates') as { cases: { id: string; lastDate: string; safeDate: string }[] }
  const examples = JSON.parse(readFileSync(join(__dirname, '../rules/deadlines/worked-examples.json'), 'utf8')) as {
    id: number | string
    lastDate: string
    safeDate: string
  }[]
  expect(cases.length).toBeGreaterThanOrEqual(20)
  for (const { id, lastDate, safeDate } of cases)
    expect({ id, lastDate, safeDate }).toEqual({ ...pick(examples.find((one) => `d${one.id}` === id)), id })
})

const pick = (one: { lastDate: string; safeDate: string } | undefined) => ({ lastDate: one?.lastDate, safeDate: one?.safeDate })

test('our own server is measured, and says what it must', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const server = await startServer({ DATA_DIR: folder, EMBEDDINGS: 'off' })
  try {
    const { code, output } = await bench([
      '--url',
      server.url,
      '--sample',
      '2',
      '--before',
      'I have a question',
      '--quiet',
      '250',
      '--json',
    ])
    expect(code).toBe(0)
    const measured = JSON.parse(output) as Measured[]
    expect(measured.map(({ set, figures }) => [set, figures['cases']])).toEqual([['dates', 2], ['vignettes', 2], ['myths', 2], ['questions', 2], ['blind', 2]]) // prettier-ignore
    const of = (set: string) => measured.find((one) => one.set === set)?.figures ?? {}
    expect(of('dates')['right']).toBe(2)
    expect(measured.map(({ figures }) => figures['failed'] ?? 0)).toEqual([0, 0, 0, 0, 0])
    expect(measured.map(({ figures }) => figures['said-what-it-must-not'] ?? 0)).toEqual([0, 0, 0, 0, 0])
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('any other service is asked with its secret, and one that says nothing of topics is counted by its words', async () => {
  const seen: string[] = []
  const other: Server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`)
    const body = request.url?.endsWith('/conversations')
      ? { conversationId: 'c', token: 't' }
      : request.method === 'POST'
        ? { id: '1' }
        : {
            watermark: '1',
            activities: [{ type: 'message', from: { id: 'bot' }, text: 'Mediation is free. You have two calendar months.' }],
          }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body))
  })
  const url = await listen(other)
  const args = ['--url', url, '--secret-env', 'THEIRS', '--sets', 'myths,questions', '--sample', '1', '--patience', '300']
  const { code, output } = await bench(args, { THEIRS: 'their-secret' })
  await close(other)
  expect(code).toBe(0)
  expect(output).toMatch(/^myths +1 asked: right 1 \(100\.0 %\)/m)
  expect(output).toMatch(/^questions +1 asked: answered 1 \(100\.0 %\)/m)
  expect(seen[0]).toBe('POST /v3/directline/conversations Bearer their-secret')
  expect(seen[1]).toMatch(/^GET \/v3\/directline\/conversations\/c\/activities.* Bearer t$/)
})

test('wrong usage is told, and nothing is asked', async () => {
  expect((await bench([])).code).toBe(2)
  expect((await bench(['--url', 'http://127.0.0.1:1', '--sets', 'everything'])).code).toBe(2)
})
