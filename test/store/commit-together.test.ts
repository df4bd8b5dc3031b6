// Writes that share a transaction: told when all are in, taken back alone, and all refused where the commit fails.
import { DatabaseSync } from 'node:sqlite'
import { commitTogether } from '../../src/store/commit-together'

let database: DatabaseSync
let transactions = 0
let isCommitBroken = false
let together: ReturnType<typeof commitTogether>

const kept = (): unknown[] =>
  database
    .prepare('SELECT word FROM words ORDER BY rowid')
    .all()
    .map(({ word }) => word)
const add = (word: string) => () => Number(database.prepare('INSERT INTO words(word) VALUES (?)').run(word).lastInsertRowid)

beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE words(word TEXT UNIQUE)')
  transactions = 0
  isCommitBroken = false
  together = commitTogether({
    transaction: (work) => {
      transactions += 1
      database.exec('BEGIN')
      try {
        work()
        if (isCommitBroken) throw new Error('the disk is full')
        database.exec('COMMIT')
      } catch (fault) {
        database.exec('ROLLBACK')
        throw fault
      }
    },
    exec: (sql) => database.exec(sql),
  })
})
afterEach(() => database.close())

test('what is asked for at once is in one transaction, in its order, and each is told its own', async () => {
  expect(await Promise.all(['a', 'b', 'c'].map((word) => together(add(word))))).toEqual([1, 2, 3])
  expect([kept(), transactions]).toEqual([['a', 'b', 'c'], 1])
  expect(await together(add('d'))).toBe(4)
  expect(transactions).toBe(2)
})

test('what fails is taken back alone, whatever it had written: the others are written once more', async () => {
  const half = together(() => {
    add('half')()
    throw new Error('not this one')
  })
  const told = await Promise.allSettled([together(add('a')), half, together(add('a')), together(add('b'))])
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect([kept(), transactions]).toEqual([['a', 'b'], 2])
})

test('where the commit fails nobody is told that it is in', async () => {
  isCommitBroken = true
  const told = await Promise.allSettled([together(add('a')), together(add('b'))])
  expect(told.map((one) => one.status === 'rejected' && String(one.reason))).toEqual(['Error: the disk is full', 'Error: the disk is full'])
  isCommitBroken = false
  expect(await together(add('c'))).toBe(1)
  expect(kept()).toEqual(['c'])
})

test('what is asked for while others are told is in the next', async () => {
  const second = together(add('a')).then(() => together(add('b')))
  await second
  expect([kept(), transactions]).toEqual([['a', 'b'], 2])
})
