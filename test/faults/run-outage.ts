// `npm run outage`: the database is away for a minute, in each of three ways, under the built service. --seconds 60, --chats 4, --way stopped|silent|held (all when left out).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { startServer } from '../start-server'
import { startPostgres } from '../store/postgres'
import { openLine } from './outage-line'
import { runOutage, type OutageResult, type OutageRun } from './outage-run'

const LIMITS = { MESSAGES_PER_MINUTE: '100000', CHATS_PER_MINUTE: '100000', COUNCIL_MESSAGES_PER_MINUTE: '1000000' }
const SHARED = {
  ...LIMITS,
  EMBEDDINGS: 'off',
  TOKEN_SECRET: 'for the outage of the tests only, 32 or more',
  SEND_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}`,
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '60' }, chats: { type: 'string', default: '4' }, way: { type: 'string' } },
  })
  const run = { seconds: Number(values.seconds), chats: Number(values.chats), onProgress: (line: string) => console.log(line) }
  const ways = { stopped: postgresAway('stopped'), silent: postgresAway('silent'), held: fileHeld }
  for (const [way, work] of Object.entries(ways)) {
    if (values.way !== undefined && values.way !== way) continue
    console.log(`The database is ${way}.`)
    const result = await work(run)
    console.log(JSON.stringify(result, null, 2))
    if (!isWell(result)) process.exitCode = 1
  }
}

function postgresAway(way: 'stopped' | 'silent'): (run: OutageRun) => Promise<OutageResult> {
  return async (run) => {
    const postgres = await startPostgres('fsync=on')
    const line = await openLine(await postgres.newDatabase())
    const instances = await Promise.all([1, 2].map(async () => startServer({ ...SHARED, DATABASE_URL: line.url })))
    const outage = {
      urls: instances.map(({ url }) => url),
      begin: () => (way === 'stopped' ? postgres.halt() : line.silence()),
      end: () => (way === 'stopped' ? postgres.resume() : line.restore()),
    }
    try {
      return await runOutage(outage, run)
    } finally {
      await Promise.all(instances.map(async (one) => one.stop()))
      await line.close()
      await postgres.stop()
    }
  }
}

/** As a copy or another program may do with the file of the embedded store. */
async function fileHeld(run: OutageRun): Promise<OutageResult> {
  const folder = mkdtempSync(join(tmpdir(), 'outage-'))
  const instance = await startServer({ ...SHARED, DATA_DIR: folder })
  const other = new DatabaseSync(join(folder, 'store.db'))
  const outage = { urls: [instance.url], begin: () => other.exec('BEGIN IMMEDIATE'), end: () => other.exec('ROLLBACK') }
  try {
    return await runOutage(outage, run)
  } finally {
    other.close()
    await instance.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function isWell(result: OutageResult): boolean {
  const { wordless, notLive, lost, doubled, unanswered, unheard, slowestMs, recoveredMs } = result
  return wordless + notLive + lost + doubled + unanswered + unheard === 0 && slowestMs < 20_000 && recoveredMs < 15_000
}

void main()
