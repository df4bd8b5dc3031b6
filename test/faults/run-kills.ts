// `npm run kills`: SIGKILL at 500 random moments of mixed traffic. --kills N, --chats N and --cases N (at once), --life 1500 (milliseconds at most). Ctrl-C ends it and counts what was done.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runKills } from './kill-run'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '500' },
      chats: { type: 'string', default: '6' },
      cases: { type: 'string', default: '4' },
      life: { type: 'string', default: '1500' },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'kills-'))
  let isStopped = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void (isStopped = true))
  const result = await runKills({
    kills: Number(values.kills),
    chats: Number(values.chats),
    cases: Number(values.cases),
    life: Number(values.life),
    folder,
    onProgress: (line) => console.log(line),
    isStopped: () => isStopped,
  }).finally(() => rmSync(folder, { recursive: true, force: true }))
  console.log(JSON.stringify(result, null, 2))
  const { lost, doubled, disordered, otherwise, lostCases, stuck, integrity } = result
  process.exitCode = lost + doubled + disordered + otherwise + lostCases.length + stuck.length === 0 && integrity === 'ok' ? 0 : 1
}

void main()
