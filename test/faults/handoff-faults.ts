// Many handoffs while receivers fail, answers are lost and processes are killed; then a count of what became of each.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { openFaultDatabase, type FaultDatabase } from './fault-database'
import { openReceivers, type Seen } from './fault-receivers'
import type { ChildSettings } from './fault-settings'

export interface FaultRun {
  readonly count: number
  /** Goes on where an earlier run in the same folder stopped. */
  readonly folder: string
  readonly minutes: number
  /** Address of an empty PostgreSQL; null for a file in the folder. */
  readonly database: string | null
  readonly workers: number
  /** How many times as fast everybody's clock runs: leases and waits get shorter, the machine does not get faster. */
  readonly speed: number
  /** How many of the deliveries end the worker behind them. */
  readonly killShare: number
  /** The service lives at most so long, in milliseconds, after it is ready. */
  readonly serviceLife: number
  readonly onProgress: (line: string) => void
  /** True ends it early; what was done so far is counted. */
  readonly isStopped?: () => boolean
}

export interface FaultResult {
  readonly isFinished: boolean
  readonly handoffs: number
  /** All its webhooks taken by the receiver, each once. */
  readonly delivered: number
  /** Could not be delivered, and the family's chat took the message that says so. */
  readonly familyTold: number
  /** Still under way; none once the run is finished. */
  readonly waiting: number
  readonly lost: number
  readonly seenTwice: number
  readonly outOfOrder: number
  readonly familyOutOfOrder: number
  readonly forged: number
  readonly posts: number
  readonly repeated: number
  readonly workerKills: number
  readonly serviceKills: number
  /** Lines of a chat that were not taken within a minute: their sender sees it. */
  readonly linesNotDelivered: number
}

export async function runHandoffFaults(run: FaultRun): Promise<FaultResult> {
  const { count, folder, database: address, minutes, workers, speed, killShare, serviceLife, onProgress, isStopped } = run
  mkdirSync(folder, { recursive: true })
  const script = join(folder, 'child.cjs')
  await build({
    entryPoints: [join(__dirname, 'handoff-child.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    target: 'node24',
    external: ['pg-native'],
    logLevel: 'error',
  })
  const clockFile = join(folder, 'clock')
  const base = existsSync(clockFile) ? Number(readFileSync(clockFile, 'utf8')) : Date.UTC(2026, 10, 23, 10)
  const clock = { base, start: Date.now(), speed }
  const now = (): number => clock.base + (Date.now() - clock.start) * speed
  const database = await openFaultDatabase(folder, address)
  const receivers = await openReceivers(folder, now)
  const kills = { worker: 0, service: 0 }
  const children = new Set<ChildProcess>()
  let isOver = false
  let isServed = false
  /** The first is ended soon: a short run has one such end for certain. */
  let lives = 0
  let crashed: string | null = null
  const keep = (role: ChildSettings['role']): void => {
    if (isOver) return
    const settings: ChildSettings = { role, folder, database: address, url: receivers.url, count, clock, killShare }
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    })
    children.add(child)
    child.once('exit', (code, signal) => {
      children.delete(child)
      if (signal === 'SIGKILL' && !isOver) kills[role] += 1
      if (role === 'service' && code === 0) isServed = true
      else if (signal === 'SIGKILL') keep(role)
      else if (!isOver) crashed = `a ${role} ended with ${code}`
    })
    if (role === 'service')
      child.once('message', () =>
        setTimeout(() => child.kill('SIGKILL'), serviceLife * (0.1 + (lives++ === 0 ? 0 : 0.9 * Math.random()))).unref(),
      )
  }
  for (let one = 0; one < workers; one += 1) keep('worker')
  keep('service')
  const until = Date.now() + minutes * 60_000
  let told = 0
  while (Date.now() < until && crashed === null && !isStopped?.() && !(isServed && (await pendingOf(database)) === 0)) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    writeFileSync(clockFile, String(now()))
    if (Date.now() - told < 5000) continue
    told = Date.now()
    const begun = await countOf(database, 'SELECT COUNT(*) AS n FROM handoffs')
    onProgress(
      `${begun} of ${count} begun, ${await pendingOf(database)} deliveries wait, ${kills.worker} workers and ${kills.service} services killed`,
    )
  }
  isOver = true
  await Promise.all([...children].map(endOf))
  await receivers.close()
  if (crashed !== null) throw new Error(crashed)
  const result = await resultOf(database, receivers.seen, kills)
  const isFinished = isServed && (await pendingOf(database)) === 0
  await database.close()
  return { isFinished, ...result }
}

async function endOf(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  await ended
}

async function countOf(database: FaultDatabase, sql: string): Promise<number> {
  return Number((await database.all(sql))[0]?.['n'])
}

async function pendingOf(database: FaultDatabase): Promise<number> {
  return countOf(database, "SELECT COUNT(*) AS n FROM outbox WHERE state = 'pending'")
}

async function resultOf(
  database: FaultDatabase,
  seen: Seen,
  kills: { worker: number; service: number },
): Promise<Omit<FaultResult, 'isFinished'>> {
  const rows = await database.all('SELECT id, dest, group_key, seq, kind, state FROM outbox ORDER BY group_key, dest, seq')
  const webhooks = new Map<string, boolean>()
  const told = new Set<string>()
  const lastTold = new Map<string, number>()
  let [familyOutOfOrder, linesNotDelivered] = [0, 0]
  for (const row of rows) {
    const [handoff, isTaken] = [String(row['group_key']), seen.ids.has(String(row['id']))]
    if (row['dest'] !== 'family') {
      webhooks.set(handoff, (webhooks.get(handoff) ?? true) && isTaken)
      continue
    }
    if (!isTaken) {
      if (row['kind'] === 'adviser-line') linesNotDelivered += 1
      continue
    }
    if (row['kind'] === 'handoff.told-undeliverable') told.add(handoff)
    // Given up after its minute, as its sender was told, while another worker still had it under way.
    if (row['kind'] === 'adviser-line' && row['state'] === 'dead') continue
    const place = seen.ids.get(String(row['id'])) ?? 0
    if (place < (lastTold.get(handoff) ?? -1)) familyOutOfOrder += 1
    lastTold.set(handoff, place)
  }
  const handoffs = (await database.all('SELECT id FROM handoffs')).map((row) => String(row['id']))
  const waits = new Set(rows.filter((row) => row['state'] === 'pending').map((row) => String(row['group_key'])))
  for (const row of await database.all("SELECT id FROM handoffs WHERE state NOT IN ('ended', 'expired', 'failed')"))
    waits.add(String(row['id']))
  const delivered = handoffs.filter((id) => webhooks.get(id) === true && !waits.has(id))
  const lost = handoffs.filter((id) => webhooks.get(id) !== true && !told.has(id) && !waits.has(id))
  return {
    handoffs: handoffs.length,
    delivered: delivered.length,
    familyTold: told.size,
    waiting: handoffs.filter((id) => waits.has(id) && !told.has(id)).length,
    lost: lost.length,
    seenTwice: seen.twice,
    outOfOrder: seen.outOfOrder,
    familyOutOfOrder,
    forged: seen.forged,
    posts: seen.posts,
    repeated: seen.repeated,
    workerKills: kills.worker,
    serviceKills: kills.service,
    linesNotDelivered,
  }
}
