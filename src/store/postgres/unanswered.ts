// What could not be answered, in PostgreSQL: counts without words, and the masked words that may be kept.
import { randomBytes } from 'node:crypto'
import type { UnansweredStore } from '../port'
import { countOf, questionOf, UNKNOWN } from '../unanswered-rows'
import type { Database } from './database'

const COUNT = `INSERT INTO unanswered_counts(day, council, kind, count) VALUES (?, ?, ?, 1)
  ON CONFLICT(day, council, kind) DO UPDATE SET count = unanswered_counts.count + 1`
const COUNTS = `SELECT day, council, kind, count FROM unanswered_counts WHERE day BETWEEN ? AND ?
  ORDER BY day, council COLLATE "C", kind COLLATE "C"`

export function postgresUnanswered(database: Database): UnansweredStore {
  return {
    count: async ({ council, day }, kind) => void (await database.run(COUNT, day, council ?? UNKNOWN, kind)),
    counts: async (from, until) => (await database.all(COUNTS, from, until)).map(countOf),
    keep: async ({ council, day, text }) =>
      void (await database.run(
        'INSERT INTO kept_questions(id, day, council, text) VALUES (?, ?, ?, ?)',
        randomBytes(16),
        day,
        council,
        text,
      )),
    kept: async () => (await database.all('SELECT day, council, text FROM kept_questions ORDER BY day, text COLLATE "C"')).map(questionOf),
  }
}
