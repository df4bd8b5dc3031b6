// Starts the server's process, kills it, starts it again on the same folder and port.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface Killable {
  readonly folder: string
  readonly url: string
  /** Everything the processes printed, the address left out. */
  readonly printed: string[]
  start(): Promise<void>
  /** Resolves when the process has ended, by whatever. */
  readonly gone: Promise<void>
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>
  /** SIGTERM; gives the exit code. */
  terminate(): Promise<number | null>
  remove(): Promise<void>
}

/** The server's script, in a folder of its own. */
export async function buildServer(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'faults-server-')), 'server.cjs')
  const entryPoints = [require.resolve('./server-child')]
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', target: 'node24', logLevel: 'error' })
  return outfile
}

export function killable(script: string): Killable {
  return new KillableServer(mkdtempSync(join(tmpdir(), 'faults-')), script)
}

class KillableServer implements Killable {
  readonly printed: string[] = []
  url = ''
  private child: ChildProcess | null = null
  gone: Promise<void> = Promise.resolve()

  constructor(
    readonly folder: string,
    private readonly script: string,
  ) {}

  start(): Promise<void> {
    const port = this.url === '' ? '0' : new URL(this.url).port
    const env = { ...process.env, DATA_DIR: this.folder, PORT: port, NODE_PATH: join(__dirname, '../../node_modules') }
    const child = spawn(process.execPath, [this.script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    this.gone = new Promise((resolve) => child.once('exit', () => resolve()))
    child.stderr.on('data', (data) => this.printed.push(String(data)))
    return new Promise((resolve, reject) => {
      child.stdout.once('data', (data) => {
        this.url = String(data).trim()
        resolve()
      })
      child.once('exit', (code) => reject(new Error(`the server left with ${code}: ${this.printed.join('')}`)))
    })
  }

  kill(): Promise<void> {
    return this.end('SIGKILL').then(() => undefined)
  }

  terminate(): Promise<number | null> {
    return this.end('SIGTERM')
  }

  async remove(): Promise<void> {
    if (this.child?.exitCode === null && this.child.signalCode === null) await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    return new Promise((resolve) => {
      this.child?.once('exit', resolve)
      this.child?.kill(signal)
    })
  }
}
