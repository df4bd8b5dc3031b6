// Messages or the answers to them, those of many conversations in one statement, as they nearly always go through: behind the last entry that was
// seen here. Where somebody else was there meanwhile nothing is written, and the longer way finds out how things stand.
import type { Appended, Commit, Entry, FinishedTurn, Place, SealAt, StateChange } from '../port'
import type { Database, Row } from './database'

const MOST = 20_000
const NOTHING = new Uint8Array(0)

/** The last place of each conversation that was written to here; the one not written to for longest is forgotten. */
export class LastPlaces {
  private readonly places = new Map<string, Place>()

  get(id: string): Place | undefined {
    return this.places.get(id)
  }

  set(id: string, place: Place): void {
    this.places.delete(id)
    this.places.set(id, place)
    const [oldest] = this.places.keys()
    if (this.places.size > MOST && oldest !== undefined) this.places.delete(oldest)
  }
}

/** The row of each conversation is held first, as everywhere, and never waited for; who changed it meanwhile has changed its last place. */
const HOLD = `held AS (SELECT w.* FROM conversations c JOIN wanted w ON c.id = w.id AND c.last_seq = w.last_seq AND c.last_at = w.last_at
    ORDER BY c.id FOR UPDATE OF c SKIP LOCKED)`

/** Something for the end of a conversation's log. `clientId` tells a repeat from something new. */
export interface ToAppend {
  readonly id: string
  readonly clientId: Uint8Array | null
  readonly pending: 0 | 1
  readonly seal: SealAt
  readonly now: number
}

const APPEND = `WITH wanted AS (
    SELECT w.* FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::smallint[], ?::bytea[])
      WITH ORDINALITY AS w(id, last_seq, last_at, seq, at, client_id, pending, sealed, n)
    WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.conversation = w.id AND e.client_id = w.client_id)),
  ${HOLD},
  moved AS (UPDATE conversations c SET last_seq = h.seq, last_at = h.at FROM held h WHERE c.id = h.id),
  written AS (INSERT INTO entries(conversation, seq, at, client_id, pending, sealed)
    SELECT id, seq, at, client_id, pending, sealed FROM held)
  SELECT n FROM held`

/** Something with its place behind the last one that was seen here, sealed for it. */
export interface Placed extends Omit<ToAppend, 'seal' | 'now'> {
  readonly last: Place
  readonly entry: Entry
}

export function placed({ id, clientId, pending, seal, now }: ToAppend, last: Place): Placed {
  const [place] = placesAfter(last, 1, now) as [Place]
  return { id, clientId, pending, last, entry: { ...place, sealed: seal(place) } }
}

/** Null for those of which nothing is written: somebody else wrote meanwhile, or it is a repeat. */
export async function appendAtOnce(database: Database, all: readonly Placed[]): Promise<readonly (Appended | null)[]> {
  const rows = firstOfEach(all)
  const written = await database.all(
    APPEND,
    ...expected(rows),
    rows.map(({ entry }) => entry.seq),
    rows.map(({ entry }) => entry.at),
    rows.map(({ clientId }) => clientId),
    rows.map(({ pending }) => pending),
    rows.map(({ entry }) => entry.sealed),
  )
  return inOrder(all, rows, written, ({ entry: { seq, at } }) => ({ seq, at, isNew: true }))
}

/** A turn that answers a message and changes one thing that is remembered, its replies with their places and sealed for them. */
export interface PlainTurn {
  readonly id: string
  readonly last: Place
  readonly answers: number
  readonly change: { readonly key: string; readonly value: Uint8Array; readonly expected: number }
  readonly entries: readonly [Entry, ...Entry[]]
  readonly now: number
}

/** The turn as a plain one; null for the few that are not. */
export function plainTurn(turn: FinishedTurn, last: Place, now: number): PlainTurn | null {
  const { conversation, answers, erased, replies, states } = turn
  const [change] = states
  if (!answers || erased || states.length !== 1 || !change || !isReplaced(change)) return null
  const [first, ...more] = sealedAt(placesAfter(last, replies.length, now), turn)
  return first ? { id: conversation, last, answers, change, entries: [first, ...more], now } : null
}

function isReplaced(change: StateChange): change is PlainTurn['change'] {
  return change.value !== null && change.expected !== null
}

const ANSWER = `WITH wanted AS (
    SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bytea[], ?::bigint[], ?::bigint[], ?::bigint[])
      WITH ORDINALITY AS w(id, last_seq, last_at, answers, key, version, value, now, end_seq, end_at, n)),
  ${HOLD},
  waits AS (SELECT h.* FROM held h JOIN entries e ON e.conversation = h.id AND e.seq = h.answers AND e.pending = 1
    FOR UPDATE OF e SKIP LOCKED),
  kept AS (SELECT w.* FROM waits w JOIN states s ON s.scope = w.id AND s.key = w.key AND s.version = w.version
    FOR UPDATE OF s SKIP LOCKED),
  answered AS (UPDATE entries e SET pending = 0 FROM kept k WHERE e.conversation = k.id AND e.seq = k.answers),
  saved AS (UPDATE states s SET value = k.value, version = s.version + 1, saved_at = k.now FROM kept k WHERE s.scope = k.id AND s.key = k.key),
  moved AS (UPDATE conversations c SET last_seq = k.end_seq, last_at = k.end_at FROM kept k WHERE c.id = k.id),
  written AS (INSERT INTO entries(conversation, seq, at, client_id, pending, sealed)
    SELECT k.id, new.seq, new.at, NULL, 0, new.sealed
    FROM kept k JOIN unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[]) AS new(n, seq, at, sealed) ON new.n = k.n)
  SELECT n FROM kept`

/** Null for those of which nothing is written: something is not as expected. */
export async function answerAtOnce(database: Database, all: readonly PlainTurn[]): Promise<readonly (Commit | null)[]> {
  const rows = firstOfEach(all)
  const entries = rows.flatMap((row, at) => row.entries.map((entry) => ({ ...entry, n: at + 1 })))
  const ends = rows.map((row) => row.entries.at(-1) ?? row.entries[0])
  const written = await database.all(
    ANSWER,
    ...expected(rows),
    rows.map(({ answers }) => answers),
    rows.map(({ change }) => change.key),
    rows.map(({ change }) => change.expected),
    rows.map(({ change }) => change.value),
    rows.map(({ now }) => now),
    ends.map(({ seq }) => seq),
    ends.map(({ at }) => at),
    entries.map(({ n }) => n),
    entries.map(({ seq }) => seq),
    entries.map(({ at }) => at),
    entries.map(({ sealed }) => sealed),
  )
  return inOrder(all, rows, written, (row) => ({ outcome: 'committed', places: row.entries.map(({ seq, at }) => ({ seq, at })) }))
}

/** What stands in a conversation behind a place that was seen here. */
interface Behind {
  readonly id: string
  readonly last: Place
}

/** Two behind the same place cannot both be written: the later ones go the longer way. */
function firstOfEach<T extends Behind>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()]
}

function expected(rows: readonly Behind[]) {
  return [rows.map(({ id }) => id), rows.map(({ last }) => last.seq), rows.map(({ last }) => last.at)] as const
}

/** What each asker is told: the rows that were tried are counted from 1. */
function inOrder<T extends Behind, Answer>(
  all: readonly T[],
  tried: readonly T[],
  written: readonly Row[],
  answerOf: (one: T) => Answer,
): readonly (Answer | null)[] {
  const through = new Set(written.map(({ n }) => tried[Number(n) - 1]))
  return all.map((one) => (through.has(one) ? answerOf(one) : null))
}

/** Each one more than the last, and later than it even when the clock stood still or went back. */
export function placesAfter(last: Place, many: number, now: number): readonly Place[] {
  const first = Math.max(last.at + 1, now)
  return Array.from({ length: many }, (_, index) => ({ seq: last.seq + 1 + index, at: first + index }))
}

/** The replies of a turn, each sealed for its place. */
export function sealedAt(places: readonly Place[], { replies }: FinishedTurn): readonly Entry[] {
  return places.map((place, index) => ({ ...place, sealed: replies[index]?.(place) ?? NOTHING }))
}
