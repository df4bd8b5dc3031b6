// Conversations and their logs in PostgreSQL. Whoever writes to one holds its row first, so that places follow one another without gaps.
import type { Appended, Commit, Conversation, ConversationStore, Entry, FinishedTurn, NewConversation, Place, Unanswered } from '../port'
import { KeyedQueue } from '../../keyed-queue'
import { conversationOf, entryOf, placeOf } from '../conversation-rows'
import { askTogether } from './ask-together'
import { answerAtOnce, appendAtOnce, LastPlaces, placed, placesAfter, plainTurn, sealedAt } from './at-once'
import type { Placed, PlainTurn, ToAppend } from './at-once'
import type { Database, Queries } from './database'
import type { Tell } from './hints'
import { applyChange, readTogether } from './states'

const NOTHING = new Uint8Array(0)

export function postgresConversations(database: Database, tell: Tell): ConversationStore {
  const state = readTogether(database)
  const find = askTogether(async (ids: readonly string[]) => findAll(database, ids))
  const places = new LastPlaces()
  const appendSoon = askTogether(async (all: readonly Placed[]) => appendAtOnce(database, all))
  const answerSoon = askTogether(async (all: readonly PlainTurn[]) => answerAtOnce(database, all))
  /** However many wait for a conversation that is held elsewhere, they do so with one connection. */
  const waiting = new KeyedQueue()
  const isIn = (id: string, last: Place): void => {
    places.set(id, last)
    tell.soon({ kind: 'entries', conversation: id })
  }
  const add = async (entry: ToAppend): Promise<Appended | null> => {
    const last = places.get(entry.id)
    const quick = last ? await appendSoon(placed(entry, last)) : null
    const long = async () => database.transaction(async (queries) => append(queries, entry))
    const appended = quick ?? (await waiting.run(entry.id, long))
    if (appended?.isNew) isIn(entry.id, appended)
    return appended
  }
  const unanswered = askTogether(async (all: readonly Asked[]) => unansweredIn(database, all))
  return {
    begin: async (conversation, now) => {
      await begin(database, conversation, now)
      return (await find(conversation.id)) ?? { ...conversation, greeted: false, lastSeq: 0 }
    },
    find,
    append: async (id, clientId, seal, now) => add({ id, clientId, pending: 1, seal, now }),
    tell: async (id, deliveryId, seal, now) => add({ id, clientId: deliveryId, pending: 0, seal, now }),
    unanswered: async (id, key) => unanswered({ id, key }),
    countTry: async (id, seq) => {
      const row = await database.get('UPDATE entries SET tries = tries + 1 WHERE conversation = ? AND seq = ? RETURNING tries', id, seq)
      return Number(row?.['tries'] ?? 0)
    },
    entriesAfter: async (id, seq, limit) => {
      const sql = 'SELECT seq, at, sealed FROM entries WHERE conversation = ? AND seq > ? AND length(sealed) > 0 ORDER BY seq LIMIT ?'
      return (await database.all(sql, id, seq, limit)).map(entryOf)
    },
    commit: async (turn, now) => {
      const last = places.get(turn.conversation)
      const plain = last ? plainTurn(turn, last, now) : null
      const quick = plain ? await answerSoon(plain) : null
      const committed = quick ?? (await waiting.run(turn.conversation, async () => commit(database, turn, now)))
      const end = committed.outcome === 'committed' ? committed.places.at(-1) : undefined
      if (end) isIn(turn.conversation, end)
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

interface Asked {
  readonly id: string
  readonly key: string
}

/** Rows with a version are what is kept, those without one entries. */
const UNANSWERED = `SELECT w.n, e.seq, e.at, e.sealed, NULL::bigint AS version
    FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS w(id, key, n) JOIN entries e ON e.conversation = w.id AND e.pending = 1
  UNION ALL SELECT w.n, 0, 0, s.value, s.version
    FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS w(id, key, n) JOIN states s ON s.scope = w.id AND s.key = w.key
  ORDER BY seq`

async function unansweredIn(database: Database, all: readonly Asked[]): Promise<readonly Unanswered[]> {
  const asked = [all.map(({ id }) => id), all.map(({ key }) => key)] as const
  const rows = await database.all(UNANSWERED, ...asked, ...asked)
  return all.map((_, at) => {
    const mine = rows.filter(({ n }) => n === at + 1)
    const state = mine.find(({ version }) => version !== null)
    return {
      entries: mine.filter((row) => row !== state).map(entryOf),
      state: state ? { value: state['sealed'] as Uint8Array, version: Number(state['version']) } : null,
    }
  })
}

async function append(queries: Queries, { id, clientId, pending, seal, now }: ToAppend): Promise<Appended | null> {
  const last = await hold(queries, id)
  if (!last) return null
  if (clientId) {
    const first = await queries.get('SELECT seq, at FROM entries WHERE conversation = ? AND client_id = ?', id, clientId)
    if (first) return { ...placeOf(first), isNew: false }
  }
  const [place] = placesAfter(last, 1, now) as [Place]
  await insert(queries, { id, entries: [{ ...place, sealed: seal(place) }], clientId, pending })
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

const INSERT = `WITH moved AS (UPDATE conversations SET last_seq = ?, last_at = ? WHERE id = ?)
  INSERT INTO entries(conversation, seq, at, client_id, pending, sealed)
  SELECT ?::text, seq, at, ?::bytea, ?::smallint, sealed FROM unnest(?::bigint[], ?::bigint[], ?::bytea[]) AS new(seq, at, sealed)`

/** In one statement, however many there are. */
async function insert(queries: Queries, { id, entries, clientId, pending }: New): Promise<void> {
  const last = entries.at(-1)
  if (!last) return
  const columns = [entries.map(({ seq }) => seq), entries.map(({ at }) => at), entries.map(({ sealed }) => sealed)] as const
  await queries.run(INSERT, last.seq, last.at, id, id, clientId, pending, ...columns)
}

/** Thrown out of the transaction, so that everything written in it is taken back. */
class TakenBack extends Error {
  constructor(readonly commit: Commit) {
    super('taken back')
  }
}

async function commit(database: Database, turn: FinishedTurn, now: number): Promise<Commit> {
  try {
    return await database.transaction(async (queries) => commitInside(queries, turn, now))
  } catch (error) {
    if (error instanceof TakenBack) return error.commit
    throw error
  }
}

async function commitInside(queries: Queries, turn: FinishedTurn, now: number): Promise<Commit> {
  const { conversation, replies } = turn
  const held = await holdAnswered(queries, turn)
  if (!held) return { outcome: 'answered-already' }
  if (turn.erased) await erase(queries, turn)
  for (const change of turn.states) {
    if (!(await applyChange(queries, conversation, change, now))) throw new TakenBack({ outcome: 'state-conflict' })
  }
  const places = placesAfter(held, replies.length, now)
  await insert(queries, { id: conversation, entries: sealedAt(places, turn), clientId: null, pending: 0 })
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
