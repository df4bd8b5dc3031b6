// Several instances on one PostgreSQL: hints, names that one has at a time, what a process that is gone leaves, and tables that two releases share.
import { Pool, type PoolClient } from 'pg'
import type { Store } from '../../src/store/port'
import type { Hint } from '../../src/store/others-port'
import { openDatabase } from '../../src/store/postgres/database'
import { openPostgresStore, openPostgresTeams } from '../../src/store/postgres/open-store'
import { migrate, STEPS } from '../../src/store/postgres/schema'
import { OFFERED } from '../rules/handoff/handoff-stage'
import { ask, startPostgres, type Postgres } from './postgres'

const SERVICE = { actorKind: 'service', actorHash: null } as const
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

let postgres: Postgres
let url: string
let one: Store
let two: Store
beforeAll(async () => void (postgres = await startPostgres()))
afterAll(() => postgres.stop())
beforeEach(async () => {
  url = await postgres.newDatabase()
  ;[one, two] = await Promise.all([open(), open()])
})
afterEach(() => Promise.all([one.close(), two.close()]))

const open = async () => openPostgresStore({ url, connections: 4 })

async function heard(hints: readonly Hint[], count: number): Promise<readonly Hint[]> {
  for (let tries = 0; tries < 100 && hints.length < count; tries += 1) await wait(20)
  return hints
}

test('the others hear of entries and handoffs once these are there, and nobody hears of their own', async () => {
  const [mine, theirs]: [Hint[], Hint[]] = [[], []]
  one.others.hear((hint) => mine.push(hint))
  two.others.hear((hint) => theirs.push(hint))
  await one.conversations.begin({ id: 'a', council: null, keyCheck: null }, 1)
  await one.conversations.append('a', null, () => Buffer.from('x'), 2)
  const broken = one.conversations.append('a', null, () => { throw new Error('broken') }, 2) // prettier-ignore
  await expect(broken).rejects.toThrow('broken')
  await one.handoffs.insert(OFFERED, { kind: 'offer', ...SERVICE }, [])
  const changed = { handoff: { ...OFFERED, version: 2 }, event: { kind: 'step', ...SERVICE } }
  await one.handoffs.change({ id: OFFERED.id, now: 3, decide: () => ({ changes: [changed], deliveries: [], timers: [] }) })
  const hints = await heard(theirs, 2)
  expect(hints).toContainEqual({ kind: 'entries', conversation: 'a' })
  expect(hints).toContainEqual({ kind: 'handoff', organisation: 'calm-water', handoff: OFFERED.id })
  expect(hints).toHaveLength(2)
  expect(mine).toEqual([])
})

describe('an answer that somebody else came before', () => {
  const sealed = (place: { readonly seq: number; readonly at: number }) => Buffer.from(`${place.seq} ${place.at}`)
  const turn = (answers: number, expected: number | null) => {
    const states = [{ key: 'memory', value: Buffer.from(`after ${answers}`), expected }]
    return { conversation: 'a', answers, erased: false, replies: [sealed, sealed], states }
  }
  const rows = async () =>
    (await one.conversations.entriesAfter('a', 0, 20)).map(({ seq, at, sealed: bytes }) => [seq, at, Buffer.from(bytes).toString()])
  beforeEach(async () => {
    await one.conversations.begin({ id: 'a', council: null, keyCheck: null }, 1)
    await one.conversations.append('a', null, sealed, 10)
    await one.conversations.commit(turn(1, null), 20)
    await one.conversations.append('a', null, sealed, 30)
  })

  test('goes behind what was written elsewhere meanwhile, sealed for that place', async () => {
    await two.conversations.append('a', null, sealed, 40)
    expect(await one.conversations.commit(turn(4, 1), 35)).toEqual({
      outcome: 'committed',
      places: [
        { seq: 6, at: 41 },
        { seq: 7, at: 42 },
      ],
    })
    expect((await rows()).slice(3)).toEqual([
      [4, 30, '4 30'],
      [5, 40, '5 40'],
      [6, 41, '6 41'],
      [7, 42, '7 42'],
    ])
    expect((await one.conversations.unanswered('a', 'memory')).entries.map(({ seq }) => seq)).toEqual([5])
  })

  test('is not written where it was answered elsewhere, with replies or without', async () => {
    expect((await two.conversations.commit({ ...turn(4, 1), replies: [] }, 40)).outcome).toBe('committed')
    expect(await one.conversations.commit(turn(4, 2), 50)).toEqual({ outcome: 'answered-already' })
    expect(await one.conversations.commit(turn(4, 1), 50)).toEqual({ outcome: 'answered-already' })
    expect(await rows()).toHaveLength(4)
    expect(await one.conversations.state('a', 'memory')).toMatchObject({ version: 2 })
  })

  test('is not written where the memory was saved elsewhere: the message still waits', async () => {
    await two.conversations.commit({ ...turn(4, 1), answers: null, replies: [] }, 40)
    expect(await one.conversations.commit(turn(4, 1), 50)).toEqual({ outcome: 'state-conflict' })
    expect(await rows()).toHaveLength(4)
    expect(await one.conversations.commit(turn(4, 2), 60)).toMatchObject({ outcome: 'committed' })
  })

  test('of two at the same moment one is written', async () => {
    const outcomes = await Promise.all([one, two].map(async ({ conversations }) => (await conversations.commit(turn(4, 1), 50)).outcome))
    expect(outcomes.sort()).toEqual(['answered-already', 'committed'])
    expect(await rows()).toHaveLength(6)
  })
})

test('a conversation that somebody holds does not hold up those that are written with it', async () => {
  const say = async (id: string, at: number) => one.conversations.append(id, null, () => Buffer.from(`${id} ${at}`), at)
  for (const id of ['a', 'b']) await one.conversations.begin({ id, council: null, keyCheck: null }, 1)
  await Promise.all([say('a', 2), say('b', 2)])
  const database = openDatabase(url, 1)
  await one.conversations.begin({ id: 'c', council: null, keyCheck: null }, 1)
  let held: readonly Promise<unknown>[] = []
  await database.transaction(async (queries) => {
    await queries.run("SELECT 1 FROM conversations WHERE id = 'a' FOR UPDATE")
    held = Array.from({ length: 12 }, async () => say('a', 3)) // three times as many as there are connections
    expect(await say('b', 3)).toEqual({ seq: 2, at: 3, isNew: true })
    expect(await say('c', 3)).toEqual({ seq: 1, at: 3, isNew: true })
    expect(await Promise.race([...held, wait(50)])).toBeUndefined()
  })
  expect(await Promise.all(held)).toEqual(Array.from({ length: 12 }, (_, place) => ({ seq: 2 + place, at: 3 + place, isNew: true })))
  await database.close()
})

test('whoever loses the connection hears that something may have been missed, and hears again', async () => {
  const hints: Hint[] = []
  two.others.hear((hint) => hints.push(hint))
  await ask(url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()')
  expect(await heard(hints, 1)).toEqual([{ kind: 'missed' }])
  for (let tries = 0; tries < 100 && !(await one.isWritable()); tries += 1) await wait(20)
  await one.conversations.begin({ id: 'a', council: null, keyCheck: null }, 1)
  await one.conversations.append('a', null, () => Buffer.from('x'), 2)
  expect(await heard(hints, 2)).toContainEqual({ kind: 'entries', conversation: 'a' })
})

test('a connection that breaks in the moment in which it is handed out does not end the process', async () => {
  const connect = Pool.prototype.connect as (this: Pool) => Promise<PoolClient>
  const broken = jest.spyOn(Pool.prototype, 'connect').mockImplementation(async function (this: Pool) {
    const client = await connect.call(this)
    client.emit('error', new Error('ended by the administrator')) // throws where nobody listens
    return client
  })
  const database = openDatabase(url, 1)
  expect(await database.transaction(async (queries) => queries.run('SELECT 1'))).toBe(1)
  broken.mockRestore()
  await database.close()
})

test('under one name one works at a time, in whichever instance; other names do not wait', async () => {
  let [running, most] = [0, 0]
  const work = async (): Promise<void> => {
    most = Math.max(most, (running += 1))
    await wait(5)
    running -= 1
  }
  await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? one : two).others.alone('a', work)))
  expect([running, most]).toEqual([0, 1])
  await one.others.alone('a', () => two.others.alone('b', work))
  await expect(one.others.alone('a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  await two.others.alone('a', work)
})

test('a name is free when its process is gone', async () => {
  const third = await open()
  void third.others.alone('a', () => new Promise(() => undefined))
  await wait(50)
  const waiting = one.others.alone('a', async () => 'mine')
  expect(await Promise.race([waiting, wait(200)])).toBeUndefined()
  await third.close()
  expect(await waiting).toBe('mine')
})

test('an activity that a process left unfinished runs elsewhere; one that somebody is at does not', async () => {
  const third = await open()
  const [left, busy] = [Buffer.from('left'), Buffer.from('busy')]
  expect([await third.inbox.claim(left, 1), await one.inbox.claim(busy, 1)]).toEqual([true, true])
  expect([await two.inbox.claim(left, 2), await two.inbox.claim(busy, 2)]).toEqual([false, false])
  await third.close()
  expect([await two.inbox.claim(left, 3), await one.inbox.claim(left, 4), await two.inbox.claim(busy, 3)]).toEqual([true, false, false])
})

test('who sits at a desk is known elsewhere, until they get up or their instance is gone', async () => {
  const third = await open()
  await third.others.sitDown('calm-water')
  await two.others.sitDown('north')
  expect([...(await one.others.staffedElsewhere())].sort()).toEqual(['calm-water', 'north'])
  await two.others.getUp('north')
  expect([await one.others.staffedElsewhere(), await third.others.staffedElsewhere()]).toEqual([['calm-water'], []])
  await third.close()
  expect(await one.others.staffedElsewhere()).toEqual([])
})

test('a member of staff who takes two families at once on two instances gets one', async () => {
  for (const id of ['a', 'b']) await one.handoffs.insert({ ...OFFERED, id, state: 'queued' }, { kind: 'offer', ...SERVICE }, [])
  const take = (store: Store, id: string) =>
    store.handoffs.change({
      id,
      staff: 's',
      now: 1,
      decide: (handoff, { staffHasLive }) => {
        if (staffHasLive) return { refused: 'busy' }
        const accepted = { ...handoff, state: 'live' as const, version: 2, acceptedBy: { id: 's', name: 'Ann' } }
        return { changes: [{ handoff: accepted, event: { kind: 'accept', ...SERVICE } }], deliveries: [], timers: [] }
      },
    })
  const both = await Promise.all([take(one, 'a'), take(two, 'b')])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused'])
})

test('a command beside the servers makes a code that they take', async () => {
  const beside = await openPostgresTeams(url)
  await beside.addCode(new Uint8Array([7]), 'north', 100)
  await beside.close()
  expect(await one.teams.redeem(new Uint8Array([7]), 50)).toBe('north')
})

describe('releases', () => {
  const next = [
    ...STEPS,
    { sql: "ALTER TABLE entries ADD COLUMN mood TEXT NOT NULL DEFAULT 'none'; CREATE TABLE moods(id TEXT PRIMARY KEY)" },
  ]
  const migrated = async (steps: typeof next): Promise<void> => {
    const database = openDatabase(url, 1)
    await database.session((queries) => migrate(queries, steps)).finally(() => database.close())
  }
  const forms = async () => (await ask(url, 'SELECT form FROM store_forms ORDER BY form')).map(({ form }) => form)

  test('five that start at once make the tables once', async () => {
    url = await postgres.newDatabase()
    await Promise.all([1, 2, 3, 4, 5].map(() => migrated([...STEPS])))
    expect(await forms()).toEqual(STEPS.map((_, index) => index + 1))
  })

  test('an older release writes on while a newer one changes the tables, and starts beside it afterwards', async () => {
    await one.conversations.begin({ id: 'a', council: null, keyCheck: null }, 1)
    let isOver = false
    const written: (number | undefined)[] = []
    const writing = (async () => {
      while (!isOver) written.push((await one.conversations.append('a', null, () => Buffer.from('x'), 2))?.seq)
    })()
    await Promise.all([migrated(next), migrated(next), wait(300)])
    const before = written.length
    await wait(100)
    isOver = true
    await writing
    expect(written.length).toBeGreaterThan(before)
    expect(written).toEqual(written.map((_, index) => index + 1))
    const older = await open()
    expect((await older.conversations.find('a'))?.lastSeq).toBe(written.length)
    await older.close()
    expect(await forms()).toEqual(next.map((_, index) => index + 1))
  })

  test('a step that fails is taken back, and the ones before it stay', async () => {
    await expect(migrated([...STEPS, { sql: 'CREATE TABLE half(id TEXT); SELECT nothing' }])).rejects.toThrow()
    expect([await forms(), await ask(url, "SELECT to_regclass('half') AS half")]).toEqual([
      STEPS.map((_, index) => index + 1),
      [{ half: null }],
    ])
  })

  test('tables that this release cannot work with are refused', async () => {
    await migrated([...next, { sql: 'DROP TABLE moods', oldest: next.length + 1 }])
    await expect(open()).rejects.toThrow('this release knows')
  })
})
