// The demonstration itself: that it holds, says what happens on each side, and leaves nothing behind.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runDemo, type Who } from './demo'

const within = mkdtempSync(join(tmpdir(), 'demo-'))
afterAll(() => rmSync(within, { recursive: true }))

test('nothing is lost, nothing comes twice, nothing comes out of order', async () => {
  const said: (readonly [Who, string])[] = []
  const { checks } = await runDemo({ within, tell: (_seconds, who, text) => said.push([who, text]) })
  expect(checks.filter(({ isWell }) => !isWell)).toEqual([])
  expect(checks).toHaveLength(14)
  expect(new Set(said.map(([who]) => who))).toEqual(new Set(['family', 'adviser', 'receiver', 'clock']))
  expect(said.map(([, text]) => text)).toContain('A webhook comes. The case system is broken and answers 503.')
  expect(readdirSync(within)).toEqual([])
}, 180_000)

test('a stop ends everything that was started', async () => {
  const stop = new AbortController()
  const tell = (_seconds: number, who: Who): void => {
    if (who === 'adviser') stop.abort(new Error('Stopped.'))
  }
  await expect(runDemo({ within, tell, signal: stop.signal })).rejects.toThrow('Stopped.')
  expect(readdirSync(within)).toEqual([])
}, 60_000)
