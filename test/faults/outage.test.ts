// Two seconds of what `npm run outage` does for a minute: PostgreSQL is stopped, goes silent, and the file of the embedded store is held by somebody else.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../../src/store/postgres/database'
import { openPostgresStore } from '../../src/store/postgres/open-store'
import { startTestServer } from '../channels/test-server'
import { startPostgres, type Postgres } from '../store/postgres'
import { openLine } from './outage-line'
import { runOutage, type OutageResult } from './outage-run'

const RUN = { seconds: 2, chats: 2, onProgress: () => undefined }
const WELL = { wordless: 0, notLive: 0, lost: 0, doubled: 0, unanswered: 0, unheard: 0 }

let postgres: Postgres
beforeAll(async () => void (postgres = await startPostgres()))
afterAll(() => postgres.stop())

/** And whether each instance hears the other again. */
async function twoInstances(): Promise<OutageResult & { readonly hearing: number }> {
  const line = await openLine(await postgres.newDatabase())
  const hearing = new Set<object>()
  const open = async () => {
    const store = await openPostgresStore({ url: line.url, connections: 4 })
    store.others.hear(({ kind }) => void (kind === 'missed' && hearing.add(store)))
    return startTestServer({ store })
  }
  const instances = await Promise.all([open(), open()])
  const outage = {
    urls: instances.map(({ url }) => url),
    begin: postgres.halt,
    end: postgres.resume,
  }
  try {
    const result = await runOutage(outage, RUN)
    for (let tries = 0; tries < 100 && hearing.size < 2; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
    return { ...result, hearing: hearing.size }
  } finally {
    await Promise.all(instances.map(async (one) => one.stop()))
    await line.close()
  }
}

test('PostgreSQL is stopped: everybody is told at once, and all goes on by itself when it is back, also between instances', async () => {
  const result = await twoInstances()
  expect(result).toMatchObject({ ...WELL, hearing: 2 })
  expect([result.tried > 4, result.tried - result.refused, result.ready['200'] ?? 0]).toEqual([true, 0, 0])
  expect([result.slowestMs < 6000, result.recoveredMs < 10_000]).toEqual([true, true])
}, 60_000)

test('a database that says nothing any more is given up, in a transaction too, and the next connection works', async () => {
  const line = await openLine(await postgres.newDatabase())
  const database = openDatabase(line.url, 2, 300)
  await database.run('CREATE TABLE said(words TEXT)')
  line.silence()
  const began = Date.now()
  await expect(database.run("INSERT INTO said VALUES ('one')")).rejects.toThrow('timeout')
  line.restore()
  await database.run("INSERT INTO said VALUES ('two')")
  const broken = database.transaction(async (queries) => {
    line.silence()
    await queries.run("INSERT INTO said VALUES ('three')")
  })
  await expect(broken).rejects.toThrow('timeout')
  expect(Date.now() - began).toBeLessThan(3000)
  line.restore()
  expect(await database.all('SELECT words FROM said')).toEqual([{ words: 'two' }])
  await database.close()
  await line.close()
})

test('somebody else holds the file: the first waits two seconds, then nobody, and all goes on by itself', async () => {
  const server = await startTestServer()
  const other = new DatabaseSync(join(server.folder, 'store.db'))
  const outage = { urls: [server.url], begin: () => other.exec('BEGIN IMMEDIATE'), end: () => other.exec('ROLLBACK') }
  try {
    const result = await runOutage(outage, { ...RUN, seconds: 4 })
    expect(result).toMatchObject({ ...WELL, ready: { 503: expect.any(Number) as number } })
    expect([result.tried > 4, result.slowestMs < 5000, result.recoveredMs < 2000]).toEqual([true, true, true])
  } finally {
    other.close()
    await server.stop()
  }
}, 60_000)
