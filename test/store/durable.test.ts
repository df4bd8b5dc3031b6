// What a family asked to share is on the disk before anybody is told so; a turn of the chat may be a moment later.
import { openDatabase } from '../../src/store/sqlite-database'

const NORMAL = 1
const FULL = 2

test('a durable transaction waits for the disk, and only it', () => {
  const database = openDatabase(':memory:')
  const level = (): unknown => database.get('PRAGMA synchronous')?.['synchronous']
  expect(level()).toBe(NORMAL)
  expect(database.durably(level)).toBe(FULL)
  expect(database.transaction(level)).toBe(NORMAL)
  expect(() =>
    database.durably(() => {
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(level()).toBe(NORMAL)
  database.close()
})
