// Conversations and their logs in SQLite: appended before they are answered, answered in one transaction.
import type { Appended, Commit, Conversation, ConversationStore, FinishedTurn, NewConversation, Place, SealAt } from './port'
import { conversationOf, entryOf, placeOf } from './conversation-rows'
import type { Database } from './sqlite-database'
import { applyChange, readState } from './sqlite-states'

const NOTHING = new Uint8Array(0)
const NEXT_PLACES = `UPDATE conversations SET last_seq = last_seq + ?, last_at = max(last_at + 1, ?) + ? - 1
  WHERE id = ? RETURNING last_seq AS seq, last_at AS at`
const STANDING = `SELECT id, last_seq, greeted, EXISTS (SELECT 1 FROM entries WHERE conversation = id AND pending = 1) AS waits
  FROM conversations WHERE id IN (SELECT value FROM json_each(?))`

export function sqliteConversations(database: Database): ConversationStore {
  return {
    begin: async (conversation, now) => begin(database, conversation, now),
    find: async (id) => find(database, id),
    append: async (id, clientId, seal, now) => database.together(() => append(database, id, clientId, 1, seal, now)),
    tell: async (id, deliveryId, seal, now) => database.together(() => append(database, id, deliveryId, 0, seal, now)),
    unanswered: async (id, key) => ({
      entries: database.all('SELECT seq, at, sealed FROM entries WHERE conversation = ? AND pending = 1 ORDER BY seq', id).map(entryOf),
      state: readState(database, id, key),
    }),
    countTry: async (id, seq) => {
      const row = database.get('UPDATE entries SET tries = tries + 1 WHERE conversation = ? AND seq = ? RETURNING tries', id, seq)
      return Number(row?.['tries'] ?? 0)
    },
    entriesAfter: async (id, seq, limit) =>
      database
        .all(
          'SELECT seq, at, sealed FROM entries WHERE conversation = ? AND seq > ? AND length(sealed) > 0 ORDER BY seq LIMIT ?',
          id,
          seq,
          limit,
        )
        .map(entryOf),
    commit: async (turn, now) => commit(database, turn, now),
    state: async (id, key) => readState(database, id, key),
    standing: async (ids) =>
      database.all(STANDING, JSON.stringify(ids)).map((row) => ({
        id: String(row['id']),
        lastSeq: Number(row['last_seq']),
        isWaiting: row['greeted'] === 0 || row['waits'] === 1,
      })),
  }
}

function begin(database: Database, conversation: NewConversation, now: number): Conversation {
  const { id, council, keyCheck } = conversation
  database.run(
    'INSERT INTO conversations(id, council, key_check, begun_at, last_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    id,
    council,
    keyCheck,
    now,
    now,
  )
  return find(database, id) ?? { ...conversation, greeted: false, lastSeq: 0 }
}

function find(database: Database, id: string): Conversation | null {
  const row = database.get('SELECT id, council, key_check, greeted, last_seq FROM conversations WHERE id = ?', id)
  return row ? conversationOf(id, row) : null
}

function append(database: Database, id: string, clientId: Uint8Array | null, pending: 0 | 1, seal: SealAt, now: number): Appended | null {
  if (clientId) {
    const first = database.get('SELECT seq, at FROM entries WHERE conversation = ? AND client_id = ?', id, clientId)
    if (first) return { ...placeOf(first), isNew: false }
  }
  const [place] = nextPlaces(database, id, 1, now) ?? []
  if (!place) return null
  insert(database, id, place, clientId, pending, seal(place))
  return { ...place, isNew: true }
}

/** The next free places: each one more than the last, and later than it even when the clock stood still or went back. Null when nobody is there. */
function nextPlaces(database: Database, id: string, many: number, now: number): Place[] | null {
  if (many === 0) return []
  const row = database.get(NEXT_PLACES, many, now, many, id)
  if (!row) return null
  const last = placeOf(row)
  return Array.from({ length: many }, (_, index) => ({ seq: last.seq - many + 1 + index, at: last.at - many + 1 + index }))
}

function insert(database: Database, id: string, place: Place, clientId: Uint8Array | null, pending: 0 | 1, sealed: Uint8Array): void {
  database.run(
    'INSERT INTO entries(conversation, seq, at, client_id, pending, sealed) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    place.seq,
    place.at,
    clientId,
    pending,
    sealed,
  )
}

class StateConflict extends Error {}

async function commit(database: Database, turn: FinishedTurn, now: number): Promise<Commit> {
  try {
    return await database.together(() => commitInside(database, turn, now))
  } catch (error) {
    if (error instanceof StateConflict) return { outcome: 'state-conflict' }
    throw error
  }
}

function commitInside(database: Database, turn: FinishedTurn, now: number): Commit {
  if (!markAnswered(database, turn)) return { outcome: 'answered-already' }
  if (turn.erased) erase(database, turn)
  for (const change of turn.states) {
    if (!applyChange(database, turn.conversation, change, now)) throw new StateConflict()
  }
  const places = nextPlaces(database, turn.conversation, turn.replies.length, now)
  if (!places) return { outcome: 'answered-already' }
  turn.replies.forEach((seal, index) => {
    const place = places[index] as Place
    insert(database, turn.conversation, place, null, 0, seal(place))
  })
  return { outcome: 'committed', places }
}

function markAnswered(database: Database, { conversation, answers }: FinishedTurn): boolean {
  if (answers === null) return database.get('SELECT 1 AS there FROM conversations WHERE id = ?', conversation) !== undefined
  if (answers === 0) return database.run('UPDATE conversations SET greeted = 1 WHERE id = ? AND greeted = 0', conversation) === 1
  return database.run('UPDATE entries SET pending = 0 WHERE conversation = ? AND seq = ? AND pending = 1', conversation, answers) === 1
}

/** What came later than the wish stays: it was typed to an empty conversation. The wish itself stays as an empty place, for retries. */
function erase(database: Database, { conversation, answers }: FinishedTurn): void {
  const upTo = answers ?? Number.MAX_SAFE_INTEGER
  database.run('DELETE FROM entries WHERE conversation = ? AND seq < ?', conversation, upTo)
  database.run('UPDATE entries SET sealed = ? WHERE conversation = ? AND seq = ?', NOTHING, conversation, upTo)
  database.run('DELETE FROM states WHERE scope = ?', conversation)
}
