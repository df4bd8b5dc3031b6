// What could not be answered, in SQLite: counts without words, and the masked words that may be kept.
import { randomBytes } from 'node:crypto'
import type { UnansweredKind, UnansweredPlace, UnansweredStore } from './port'
import type { Database } from './sqlite-database'
import { countOf, questionOf, UNKNOWN } from './unanswered-rows'

export function sqliteUnanswered(database: Database): UnansweredStore {
  return {
    count: async (place, kind) => count(database, place, kind),
    counts: async (from, until) =>
      database
        .all('SELECT day, council, kind, count FROM unanswered_counts WHERE day BETWEEN ? AND ? ORDER BY day, council, kind', from, until)
        .map(countOf),
    keep: async ({ council, day, text }) =>
      void database.run('INSERT INTO kept_questions(id, day, council, text) VALUES (?, ?, ?, ?)', randomBytes(16), day, council, text),
    kept: async () => database.all('SELECT day, council, text FROM kept_questions ORDER BY day, text').map(questionOf),
  }
}

function count(database: Database, { council, day }: UnansweredPlace, kind: UnansweredKind): void {
  const sql =
    'INSERT INTO unanswered_counts(day, council, kind, count) VALUES (?, ?, ?, 1) ON CONFLICT(day, council, kind) DO UPDATE SET count = count + 1'
  database.run(sql, day, council ?? UNKNOWN, kind)
}
