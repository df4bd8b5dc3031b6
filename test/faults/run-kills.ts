// `npm run kills`: SIGKILL at 500 random moments of mixed traffic, in rounds. --kills N, --chats N and --cases N (at once), --life 1500 (milliseconds at most, more where a start takes longer), --round 50, --fresh. What was done is kept in reports/kills.json: the same command goes on where it stopped.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../src/project-root'
import { runKills, type KillResult } from './kill-run'

const KEPT = join(projectRoot, 'reports', 'kills.json')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '500' },
      chats: { type: 'string', default: '6' },
      cases: { type: 'string', default: '4' },
      life: { type: 'string', default: '1500' },
      round: { type: 'string', default: '50' },
      fresh: { type: 'boolean', default: false },
    },
  })
  let isStopped = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void (isStopped = true))
  let sum = values.fresh || !existsSync(KEPT) ? null : (JSON.parse(readFileSync(KEPT, 'utf8')) as KillResult)
  const [chats, cases, life] = [values.chats, values.cases, values.life].map(Number) as [number, number, number]
  while ((sum?.kills ?? 0) < Number(values.kills) && !isStopped) {
    const done = sum?.kills ?? 0
    const kills = Math.min(Number(values.round), Number(values.kills) - done)
    const folder = mkdtempSync(join(tmpdir(), 'kills-'))
    const run = { kills, chats, cases, life, folder, isStopped: () => isStopped }
    const onProgress = (line: string): void => console.log(`${done} before, ${line}`)
    const result = await runKills({ ...run, onProgress }).finally(() => rmSync(folder, { recursive: true, force: true }))
    sum = sum === null ? result : added(sum, result)
    mkdirSync(join(projectRoot, 'reports'), { recursive: true })
    writeFileSync(KEPT, JSON.stringify(sum))
  }
  console.log(JSON.stringify(sum, null, 2))
  process.exitCode = sum !== null && isWell(sum) && !isStopped ? 0 : 1
}

/** Numbers are added up, lists put together; of two files the one that is not whole is told. */
function added(one: KillResult, other: KillResult): KillResult {
  const sums = Object.entries(one).map(([name, value]: [string, unknown]) => {
    const more: unknown = other[name as keyof KillResult]
    if (typeof value === 'number' && typeof more === 'number') return [name, value + more]
    return [
      name,
      Array.isArray(value) && Array.isArray(more) ? [...(value as unknown[]), ...(more as unknown[])] : value === 'ok' ? more : value,
    ]
  })
  return Object.fromEntries(sums) as KillResult
}

function isWell({ lost, doubled, disordered, otherwise, lostCases, stuck, integrity }: KillResult): boolean {
  return lost + doubled + disordered + otherwise + lostCases.length + stuck.length === 0 && integrity === 'ok'
}

void main()
