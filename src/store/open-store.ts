// The embedded store: one SQLite file behind the store's port.
import { NOBODY_ELSE } from './nobody-else'
import type { Store, Swept } from './port'
import { sqliteConversations } from './sqlite-conversations'
import { openDatabase, type Database } from './sqlite-database'
import { sqliteHandoffs } from './sqlite-handoffs'
import { sqliteInbox } from './sqlite-inbox'
import { sqliteKeys } from './sqlite-keys'
import { sqliteOutbox } from './sqlite-outbox'
import { sqliteStates } from './sqlite-states'
import { sqliteTeams } from './sqlite-teams'
import { sqliteUnanswered } from './sqlite-unanswered'
import { conversationStatements } from './sweep-statements'

/** Opens or makes the store in the file at `path`; `:memory:` keeps nothing. Throws when the file cannot be used or is from a newer release. */
export function openStore(path: string): Store {
  const database = openDatabase(path)
  // Earlier releases kept here what was begun: it ended with the process that began it.
  database.run('DELETE FROM inbox WHERE done = 0')
  return storeOn(database)
}

/** For a command, beside a server that works on the same file or not: nothing that the server has begun is touched. */
export function openStoreBeside(path: string): Store {
  return storeOn(openDatabase(path))
}

function storeOn(database: Database): Store {
  return {
    conversations: sqliteConversations(database),
    states: sqliteStates(database),
    inbox: sqliteInbox(database),
    unanswered: sqliteUnanswered(database),
    handoffs: sqliteHandoffs(database),
    outbox: sqliteOutbox(database),
    teams: sqliteTeams(database),
    keys: sqliteKeys(database),
    others: NOBODY_ELSE,
    sweep: async (before, questionsUntil, more = {}) => sweep(database, conversationStatements(before, questionsUntil, more)),
    scrub: async () => database.checkpoint(),
    isWritable: async () => isWritable(database),
    close: async () => database.close(),
  }
}

function sweep(database: Database, statements: ReturnType<typeof conversationStatements>): Swept {
  const swept = { conversations: 0, entries: 0, states: 0, activities: 0, questions: 0 }
  database.transaction(() => {
    for (const [what, [sql, ...values]] of statements) {
      const went = database.run(sql, ...values)
      if (what !== null) swept[what] += went
    }
  })
  database.checkpoint()
  return swept
}

/** Writes a page of the file as it is: a change of no rows would not notice that the disk is full. */
function isWritable(database: Database): boolean {
  try {
    database.transaction(() => {
      const form = Number(database.get('PRAGMA user_version')?.['user_version'])
      database.run(`PRAGMA user_version = ${form}`)
    })
    return true
  } catch {
    return false
  }
}
