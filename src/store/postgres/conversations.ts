// Conversations and their logs in PostgreSQL. Whoever writes to one holds its row first, so that places follow one another without gaps.
import type { Appended, Commit, Conversation, ConversationStore, Entry, FinishedTurn, NewConversation, Place } from '../port'
import { conversationOf, entryOf, placeOf } from '../conversation-rows'
import { askTogether } from './ask-together'
import { answerAtOnce, appendAtOnce, LastPlaces, placesAfter, sealedAt, type ToAppend } from './at-once'
import type { Database, Queries } from './database'
import type { Tell } from './hints'
import { applyChange, readTogether } from './states'

const NOTHING = new Uint8Array(0)

export function postgresConversations(database: Database, tell: Tell): ConversationStore {
  const state = readTogether(database)
  const find = askTogether(async (ids: readonly string[]) => findAll(database, ids))
  const places = new LastPlaces()
  const add = async (entry: ToAppend): Promise<Appended | null> => {
    const quick = await appendAtOnce(database, tell, places.get(entry.id), entry)
    const appended = quick ?? (await database.transaction(async (queries) => append(queries, tell, entry)))
    if (appended?.isNew) places.set(entry.id, appended)
    return appended
  }
  const unanswered = askTogether(async (ids: readonly string[]) => unansweredIn(database, ids))
  return {
    begin: async (conversation, now) => {
      await begin(database, conversation, now)
      return (await find(conversation.id)) ?? { ...conversation, greeted: false, lastSeq: 0 }
    },
    find,
    append: async (id, clientId, seal, now) => add({ id, clientId, pending: 1, seal, now }),
    tell: async (id, deliveryId, seal, now) => add({ id, clientId: deliveryId, pending: 0, seal, now }),
    unanswered,
    countTry: async (id, seq) => {
      const row = await database.get('UPDATE entries SET tries = tries + 1 WHERE conversation = ? AND seq = ? RETURNING tries', id, seq)
      return Number(row?.['tries'] ?? 0)
    },
    entriesAfter: async (id, seq, limit) => {
      const sql = 'SELECT seq, at, sealed FROM entries WHERE conversation = ? AND seq > ? AND length(sealed) > 0 ORDER BY seq LIMIT ?'
      return (await database.all(sql, id, seq, limit)).map(entryOf)
    },
    commit: async (turn, now) => {
      const quick = await answerAtOnce(database, tell, places.get(turn.conversation), { turn, now })
      const committed = quick ?? (await commit(database, tell, turn, now))
      const end = committed.outcome === 'committed' ? committed.places.at(-1) : undefined
      if (end) places.set(turn.conversation, end)
      return committed
    },
    state: async (id, key) => state({ scope: id, key }),
    standing: async (ids) => {
      const sql = `SELECT id, last_seq, greeted, EXISTS (SELECT 1 FROM entries WHERE conversation = id AND pending = 1) AS waits
        FROM conversations WHERE id = ANY(?::text[])`
      return (await database.all(sql, ids)).map((row) => ({
        id: String(row['id']),
        lastSeq: Number(row['last_seq']),
        isWaiting: row['greeted'] === 0 || row['waits'] === true,
      }))
    },
  }
}

async function begin(database: Database, { id, council, keyCheck }: NewConversation, now: number): Promise<void> {
  const sql = 'INSERT INTO conversations(id, council, key_check, begun_at, last_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
  await database.run(sql, id, council, keyCheck, now, now)
}

/** For each id its conversation; null where there is none. */
async function findAll(database: Database, ids: readonly string[]): Promise<readonly (Conversation | null)[]> {
  const rows = await database.all('SELECT id, council, key_check, greeted, last_seq FROM conversations WHERE id = ANY(?::text[])', ids)
  const found = new Map(rows.map((row) => [String(row['id']), conversationOf(String(row['id']), row)]))
  return ids.map((id) => found.get(id) ?? null)
}

/** For each conversation its entries, in their order. */
async function unansweredIn(database: Database, ids: readonly string[]): Promise<readonly (readonly Entry[])[]> {
  const sql = 'SELECT conversation, seq, at, sealed FROM entries WHERE conversation = ANY(?::text[]) AND pending = 1 ORDER BY seq'
  const rows = await database.all(sql, ids)
  return ids.map((id) => rows.filter(({ conversation }) => conversation === id).map(entryOf))
}

async function append(queries: Queries, tell: Tell, { id, clientId, pending, seal, now }: ToAppend): Promise<Appended | null> {
  const last = await hold(queries, id)
  if (!last) return null
  if (clientId) {
    const first = await queries.get('SELECT seq, at FROM entries WHERE conversation = ? AND client_id = ?', id, clientId)
    if (first) return { ...placeOf(first), isNew: false }
  }
  const [place] = placesAfter(last, 1, now) as [Place]
  await insert(queries, tell, { id, entries: [{ ...place, sealed: seal(place) }], clientId, pending })
  return { ...place, isNew: true }
}

/** The last place that is taken. Nobody else writes to the conversation until the transaction is over. */
async function hold(queries: Queries, id: string): Promise<Place | null> {
  const row = await queries.get('SELECT last_seq AS seq, last_at AS at FROM conversations WHERE id = ? FOR UPDATE', id)
  return row ? placeOf(row) : null
}

interface New {
  readonly id: string
  readonly entries: readonly Entry[]
  readonly clientId: Uint8Array | null
  readonly pending: 0 | 1
}

const INSERT = `WITH moved AS (UPDATE conversations SET last_seq = ?, last_at = ? WHERE id = ?),
  written AS (INSERT INTO entries(conversation, seq, at, client_id, pending, sealed)
    SELECT ?::text, seq, at, ?::bytea, ?::smallint, sealed FROM unnest(?::bigint[], ?::bigint[], ?::bytea[]) AS new(seq, at, sealed))
  SELECT pg_notify(?, ?)`

/** In one statement, however many there are, with the hint to the others. */
async function insert(queries: Queries, tell: Tell, { id, entries, clientId, pending }: New): Promise<void> {
  const last = entries.at(-1)
  if (!last) return
  const columns = [entries.map(({ seq }) => seq), entries.map(({ at }) => at), entries.map(({ sealed }) => sealed)] as const
  const hint = tell.inWords({ kind: 'entries', conversation: id })
  await queries.run(INSERT, last.seq, last.at, id, id, clientId, pending, ...columns, ...hint)
}

/** Thrown out of the transaction, so that everything written in it is taken back. */
class TakenBack extends Error {
  constructor(readonly commit: Commit) {
    super('taken back')
  }
}

async function commit(database: Database, tell: Tell, turn: FinishedTurn, now: number): Promise<Commit> {
  try {
    return await database.transaction(async (queries) => commitInside(queries, tell, turn, now))
  } catch (error) {
    if (error instanceof TakenBack) return error.commit
    throw error
  }
}

async function commitInside(queries: Queries, tell: Tell, turn: FinishedTurn, now: number): Promise<Commit> {
  const { conversation, replies } = turn
  const held = await holdAnswered(queries, turn)
  if (!held) return { outcome: 'answered-already' }
  if (turn.erased) await erase(queries, turn)
  for (const change of turn.states) {
    if (!(await applyChange(queries, conversation, change, now))) throw new TakenBack({ outcome: 'state-conflict' })
  }
  const places = placesAfter(held, replies.length, now)
  await insert(queries, tell, { id: conversation, entries: sealedAt(places, turn), clientId: null, pending: 0 })
  return { outcome: 'committed', places }
}

const GREETED = 'UPDATE conversations SET greeted = 1 WHERE id = ? AND greeted = 0 RETURNING last_seq AS seq, last_at AS at'
const ANSWERED = `WITH held AS (SELECT last_seq AS seq, last_at AS at FROM conversations WHERE id = ? FOR UPDATE),
  answered AS (UPDATE entries SET pending = 0 WHERE conversation = ? AND seq = ? AND pending = 1 AND EXISTS (SELECT FROM held) RETURNING 1)
  SELECT held.seq, held.at FROM held, answered`

/** As `hold`, and marks as answered what the turn answers; null where it was answered before. */
async function holdAnswered(queries: Queries, { conversation, answers }: FinishedTurn): Promise<Place | null> {
  if (answers === null) return hold(queries, conversation)
  const row = answers === 0 ? await queries.get(GREETED, conversation) : await queries.get(ANSWERED, conversation, conversation, answers)
  return row ? placeOf(row) : null
}

/** What came later than the wish stays: it was typed to an empty conversation. The wish itself stays as an empty place, for retries. */
async function erase(queries: Queries, { conversation, answers }: FinishedTurn): Promise<void> {
  const upTo = answers ?? Number.MAX_SAFE_INTEGER
  await queries.run('DELETE FROM entries WHERE conversation = ? AND seq < ?', conversation, upTo)
  await queries.run('UPDATE entries SET sealed = ? WHERE conversation = ? AND seq = ?', NOTHING, conversation, upTo)
  await queries.run('DELETE FROM states WHERE scope = ?', conversation)
}
