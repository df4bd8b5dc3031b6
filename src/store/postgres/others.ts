// The other instances on this PostgreSQL: what they did, what they are at, and at whose desks they have somebody.
import type { Others } from '../others-port'
import type { Database } from './database'
import type { Tell } from './hints'
import { lives, type Link } from './link'

/** Longer than the longest turn: whoever holds a name that long is stuck. */
const WAITED_FOR = 30_000
const FIRST_WAIT = 10
const LONGEST_WAIT = 100

/** Nobody gave the name back in time, or the database cannot be reached. What was to be done is left to a later try. */
class NotAlone extends Error {
  override readonly name = 'NotAlone'
}

export function postgresOthers(database: Database, tell: Tell, link: Link, owner: number): Others {
  const seat = async (sql: string, organisation: string): Promise<void> =>
    database.transaction(async (queries) => {
      await queries.run(sql, organisation, owner)
      await tell(queries, { kind: 'presence' })
    })
  return {
    mayBe: 'some',
    hear: (listener) => link.hear(listener),
    alone: async (name, work) => {
      await taken(link, name)
      try {
        return await work()
      } finally {
        await link.give(name)
      }
    },
    sitDown: async (organisation) => seat('INSERT INTO presence(name, owner) VALUES (?, ?) ON CONFLICT DO NOTHING', organisation),
    getUp: async (organisation) => seat('DELETE FROM presence WHERE name = ? AND owner = ?', organisation),
    staffedElsewhere: async () => {
      const sql = `SELECT DISTINCT p.name FROM presence p WHERE p.owner <> ? AND ${lives('p.owner')}`
      return (await database.all(sql, owner)).map((row) => String(row['name']))
    },
  }
}

async function taken(link: Link, name: string): Promise<void> {
  const until = Date.now() + WAITED_FOR
  let wait = FIRST_WAIT
  while (!(await link.take(name))) {
    if (Date.now() > until) throw new NotAlone()
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())))
    wait = Math.min(LONGEST_WAIT, wait * 2)
  }
}
