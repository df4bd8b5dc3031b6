// Which store is opened, and how a database that cannot be used is named: by its setting and a reason, never by a value.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseStore, chooseTeamsStore } from '../src/choose-store'
import { ask, startPostgres, type Postgres } from './store/postgres'

let postgres: Postgres
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'choose-'))
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const settings = (url?: string) => ({ DATA_DIR: folder, DATABASE_URL: url, DATABASE_CONNECTIONS: 2 })
const open = async (url?: string) => chooseStore(settings(url))

test('a file without an address, PostgreSQL with one', async () => {
  const [file, shared] = [await open(), await open(await postgres.newDatabase())]
  expect([file.others.mayBe, shared.others.mayBe]).toEqual(['none', 'some'])
  await Promise.all([file.close(), shared.close()])
})

test('what is wrong with the database is told without a value', async () => {
  const good = await postgres.newDatabase()
  await ask(good, 'CREATE ROLE reader LOGIN')
  await ask(good, 'CREATE TABLE store_forms(form INTEGER PRIMARY KEY, oldest INTEGER NOT NULL, taken_at BIGINT NOT NULL)')
  await ask(good, 'INSERT INTO store_forms VALUES (999, 999, 0)')
  const empty = await postgres.newDatabase()
  const as = (user: string, url = empty) => url.replace('postgres:a-password@', `${user}:zebrafinch@`)
  const whys = await Promise.all(
    [as('postgres').replace(/\w+$/, 'quokka'), as('okapi'), as('reader'), good, as('postgres').replace(/:\d+\//, ':1/')].map((url) =>
      chooseTeamsStore(settings(url)).then(
        () => 'opened',
        (error: Error) => error.message,
      ),
    ),
  )
  const said = (why: string) => `The database that DATABASE_URL names cannot be used: ${why}.`
  expect(whys).toEqual([
    said('there is no such database'),
    said('it does not take this user from this machine'),
    said('this user may not make tables in it'),
    said('its tables are those of a newer release'),
    said('it does not answer'),
  ])
})
