// Which activities were taken in, for all instances: what was begun by a process that is gone may be taken up by another.
import type { Inbox } from '../port'
import { askTogether } from './ask-together'
import { AT_EASE, type Database } from './database'
import { lives } from './link'

/** In the order of the ids, so that two instances never wait for one another. Where the database ends in this moment, an activity that comes again is answered again. */
const CLAIM = `${AT_EASE} INSERT INTO inbox(id, seen_at, done, owner)
  SELECT new.id, new.at, 0, ?::bigint FROM at_ease, unnest(?::bytea[], ?::bigint[]) AS new(id, at) ORDER BY new.id
  ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, owner = excluded.owner
  WHERE inbox.done = 0 AND inbox.owner <> excluded.owner AND NOT ${lives('inbox.owner')}
  RETURNING id`
const FINISH = `${AT_EASE} UPDATE inbox SET done = 1, seen_at = over.at
  FROM at_ease, unnest(?::bytea[], ?::bigint[]) AS over(id, at) WHERE inbox.id = over.id`

interface Seen {
  readonly id: Uint8Array
  readonly now: number
}

export function postgresInbox(database: Database, owner: number): Inbox {
  const claim = askTogether(async (all: readonly Seen[]) => {
    const once = new Map(all.map((seen) => [nameOf(seen.id), seen]))
    const rows = await database.all(CLAIM, owner, ...columnsOf([...once.values()]))
    const got = new Set(rows.map(({ id }) => nameOf(id as Uint8Array)))
    // Of two that ask for the same at once, one has it.
    return all.map(({ id }) => got.delete(nameOf(id)))
  })
  const finish = askTogether(async (all: readonly Seen[]) => {
    await database.run(FINISH, ...columnsOf(all))
    return all.map(() => undefined)
  })
  return {
    claim: async (id, now) => claim({ id, now }),
    finish: async (id, now) => finish({ id, now }),
    release: async (id) => void (await database.run('DELETE FROM inbox WHERE id = ? AND done = 0', id)),
  }
}

function columnsOf(all: readonly Seen[]) {
  return [all.map(({ id }) => id), all.map(({ now }) => now)] as const
}

function nameOf(id: Uint8Array): string {
  return Buffer.from(id).toString('hex')
}
