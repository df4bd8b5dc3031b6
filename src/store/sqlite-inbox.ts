// Which activities were taken in: those that run now are known to this process only, those that are done are in the file.
import type { Inbox } from './port'
import type { Database } from './sqlite-database'

/** The inbox of the one process that serves this file: what it has begun and not finished ends with it, and may come again. */
export function sqliteInbox(database: Database): Inbox {
  const running = new Set<string>()
  const nameOf = (id: Uint8Array): string => Buffer.from(id).toString('latin1')
  return {
    claim: async (id) => {
      const name = nameOf(id)
      if (running.has(name) || database.get('SELECT 1 FROM inbox WHERE id = ?', id)) return false
      running.add(name)
      return true
    },
    finish: async (id, now) => {
      await database.together(() => database.run('INSERT INTO inbox(id, seen_at, done) VALUES (?, ?, 1) ON CONFLICT DO NOTHING', id, now))
      running.delete(nameOf(id))
    },
    release: async (id) => void running.delete(nameOf(id)),
  }
}
