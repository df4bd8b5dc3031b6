// The servers that are measured, each started as a process of its own and ended by it.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface Subject {
  readonly url: string
  /** Resident memory, in MB. */
  readonly megabytes: () => number
  /** What its process has used of the processors so far, in milliseconds: how busy the machine is does not show in it. */
  readonly processorTime: () => number
  readonly stop: () => Promise<void>
}

const ROOT = join(__dirname, '../..')

/** One of `others.ts`. */
export async function startOther(name: 'bare' | 'echo' | 'waterfall' | 'successor'): Promise<Subject> {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/other-'))
  const outfile = join(folder, 'other.cjs')
  const entryPoints = [join(__dirname, 'others.ts')]
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', target: 'node24', logLevel: 'error' })
  return startAs([outfile, name], {}, folder)
}

/** Our service as it is started by `npm start`, in a folder of its own, without the limits that one address and one council have. */
export async function startOurs(
  env: Readonly<Record<string, string>> = {},
  folder = mkdtempSync(join(tmpdir(), 'bench-')),
): Promise<Subject> {
  const limits = { CHATS_PER_MINUTE: '100000', MESSAGES_PER_MINUTE: '100000', COUNCIL_MESSAGES_PER_MINUTE: '1000000' }
  const keys = { SEND_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}` }
  return startAs([join(ROOT, 'dist/src/index.js')], { DATA_DIR: join(folder, 'data'), ...keys, ...limits, ...env }, folder)
}

async function startAs(args: readonly string[], env: Readonly<Record<string, string>>, folder: string): Promise<Subject> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await addressOf(child, ended)
  return {
    url,
    megabytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    processorTime: () => ticksOf(readFileSync(`/proc/${child.pid}/stat`, 'utf8')) * TICK,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Milliseconds; the same on every Linux that Node runs on. */
const TICK = 10

/** In user mode and for it in the kernel: fields 14 and 15, counted from behind the name, which may hold spaces. */
function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

/** A server that takes longer, in milliseconds, is ended. */
const START_LIMIT = 50_000

async function addressOf(child: ChildProcess, ended: Promise<void>): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), START_LIMIT)
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /https?:\/\/(?:127\.0\.0\.1|\[::1?\]|localhost):\d+/.exec(said)
      if (!found) return
      clearTimeout(late)
      resolve(found[0])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void ended.then(() => {
      clearTimeout(late)
      reject(new Error(`A server did not start: ${said.slice(0, 500)}`))
    })
  })
}
