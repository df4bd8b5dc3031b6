// Starts the built service as a process of its own, as `npm start` does, and stops it.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export interface StartedServer {
  readonly url: string
  readonly process: ChildProcess
  /** What it wrote to standard output and standard error. */
  readonly output: () => string
  /** SIGTERM, and its exit code. */
  readonly stop: () => Promise<number | null>
  /** SIGKILL. */
  readonly kill: () => Promise<void>
}

const ROOT = join(__dirname, '..')

export async function startServer(env: Readonly<Record<string, string>>): Promise<StartedServer> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/src/index.js')], { cwd: ROOT, env: { ...process.env, PORT: '0', ...env } })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = /with the chat\s+(http:\/\/[^\s/]+)/.exec(output)
      if (found?.[1]) resolve(found[1])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`The server did not start: ${output}`)))
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return { url, process: child, output: () => output, stop: () => end('SIGTERM'), kill: async () => void (await end('SIGKILL')) }
}
