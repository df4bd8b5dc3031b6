// Work that one instance does at a time, and the others leave to it.
import type { Database, Queries } from './database'

/** Null when another instance is at it. */
export async function onlyOne<T>(database: Database, name: string, work: (queries: Queries) => Promise<T>): Promise<T | null> {
  return database.session(async (queries) => {
    const row = await queries.get('SELECT pg_try_advisory_lock(hashtextextended(?, 0)) AS got', `one|${name}`)
    if (row?.['got'] !== true) return null
    try {
      return await work(queries)
    } finally {
      await queries.run('SELECT pg_advisory_unlock(hashtextextended(?, 0))', `one|${name}`)
    }
  })
}
