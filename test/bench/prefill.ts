// Fills a store's own tables with conversations of other families, as many as asked for, before a server is started on it.
import { openDatabase } from '../../src/store/sqlite-database'

/** About what a chat that was through its dates leaves: ten entries and a saved state, sealed. Bytes. */
const [ENTRIES, ENTRY, STATE] = [10, 700, 900]
const AT_ONCE = 5000
const HOUR = 3_600_000

/** Conversations of the last twelve hours, with ids in the order of time as real ones have them. */
export function prefill(path: string, conversations: number, now: number): void {
  const database = openDatabase(path)
  for (let from = 0; from < conversations; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, conversations)
    const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to})`
    const id = `'0prefill-' || printf('%09d', i) || '-of-others'`
    const at = `${now - 12 * HOUR} + i * ${12 * HOUR} / ${conversations}`
    database.transaction(() => {
      database.run(
        `${numbers} INSERT INTO conversations(id, council, key_check, begun_at, last_at, last_seq, greeted)
         SELECT ${id}, 'demo', randomblob(16), ${at}, ${at}, ${ENTRIES}, 1 FROM n`,
      )
      database.run(
        `${numbers}, s(q) AS (SELECT 1 UNION ALL SELECT q + 1 FROM s WHERE q < ${ENTRIES})
         INSERT INTO entries(conversation, seq, at, client_id, pending, sealed)
         SELECT ${id}, q, ${at}, CASE q % 2 WHEN 0 THEN randomblob(20) END, 0, randomblob(${ENTRY}) FROM n, s ORDER BY i, q`,
      )
      database.run(
        `${numbers} INSERT INTO states(scope, key, version, saved_at, value) SELECT ${id}, 'conversation', 3, ${at}, randomblob(${STATE}) FROM n`,
      )
    })
  }
  database.checkpoint()
  database.close()
}
