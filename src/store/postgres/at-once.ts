// A message or the answer to it, in one statement and one way there and back, as it nearly always goes through: behind the last entry that was
// seen here. Where somebody else was there meanwhile nothing is written, and the longer way finds out how things stand.
import type { Appended, Commit, Entry, FinishedTurn, Place, SealAt, StateChange } from '../port'
import type { Database } from './database'
import type { Tell } from './hints'

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

/** A turn that answers a message and changes one thing that is remembered. */
interface PlainTurn {
  readonly id: string
  readonly answers: number
  readonly change: { readonly key: string; readonly value: Uint8Array; readonly expected: number }
}

/** The turn as a plain one; null for the few that are not. */
function plainTurn({ conversation, answers, erased, replies, states }: FinishedTurn): PlainTurn | null {
  const [change] = states
  if (!answers || erased || replies.length === 0 || states.length !== 1 || !change || !isReplaced(change)) return null
  return { id: conversation, answers, change }
}

function isReplaced(change: StateChange): change is PlainTurn['change'] {
  return change.value !== null && change.expected !== null
}

/** The row of the conversation is held first, as everywhere: whoever changed it meanwhile has changed its last place, or what follows here. */
const COMMIT = `WITH held AS (SELECT id FROM conversations WHERE id = ? AND last_seq = ? AND last_at = ? FOR UPDATE),
  waits AS (SELECT conversation, seq FROM entries WHERE conversation = (SELECT id FROM held) AND seq = ? AND pending = 1 FOR UPDATE),
  kept AS (SELECT scope, key FROM states WHERE scope = (SELECT conversation FROM waits) AND key = ? AND version = ? FOR UPDATE),
  answered AS (UPDATE entries e SET pending = 0 FROM waits w, kept WHERE e.conversation = w.conversation AND e.seq = w.seq),
  saved AS (UPDATE states s SET value = ?, version = s.version + 1, saved_at = ? FROM kept k WHERE s.scope = k.scope AND s.key = k.key),
  moved AS (UPDATE conversations c SET last_seq = ?, last_at = ? FROM kept k WHERE c.id = k.scope),
  written AS (INSERT INTO entries(conversation, seq, at, client_id, pending, sealed)
    SELECT k.scope, new.seq, new.at, NULL, 0, new.sealed FROM kept k, unnest(?::bigint[], ?::bigint[], ?::bytea[]) AS new(seq, at, sealed))
  SELECT pg_notify(?, ?) FROM kept`

/** Answers, remembers and writes the replies behind `last`. Null, and nothing is written, where anything is not as expected. */
export async function answerAtOnce(
  database: Database,
  tell: Tell,
  last: Place | undefined,
  { turn, now }: { readonly turn: FinishedTurn; readonly now: number },
): Promise<Commit | null> {
  const plain = last ? plainTurn(turn) : null
  if (!last || !plain) return null
  const { id, answers, change } = plain
  const places = placesAfter(last, turn.replies.length, now)
  const entries = sealedAt(places, turn)
  const end = places.at(-1) ?? last
  const columns = [entries.map(({ seq }) => seq), entries.map(({ at }) => at), entries.map(({ sealed }) => sealed)] as const
  const hint = tell.inWords({ kind: 'entries', conversation: id })
  const expected = [id, last.seq, last.at, answers, change.key, change.expected] as const
  const written = await database.run(COMMIT, ...expected, change.value, now, end.seq, end.at, ...columns, ...hint)
  return written === 1 ? { outcome: 'committed', places } : null
}

/** Something for the end of a conversation's log. `clientId` tells a repeat from something new. */
export interface ToAppend {
  readonly id: string
  readonly clientId: Uint8Array | null
  readonly pending: 0 | 1
  readonly seal: SealAt
  readonly now: number
}

const APPEND = `WITH held AS (SELECT id FROM conversations WHERE id = ? AND last_seq = ? AND last_at = ?
    AND NOT EXISTS (SELECT 1 FROM entries WHERE conversation = ? AND client_id = ?) FOR UPDATE),
  moved AS (UPDATE conversations c SET last_seq = ?, last_at = ? FROM held h WHERE c.id = h.id),
  written AS (INSERT INTO entries(conversation, seq, at, client_id, pending, sealed)
    SELECT h.id, ?::bigint, ?::bigint, ?::bytea, ?::smallint, ?::bytea FROM held h)
  SELECT pg_notify(?, ?) FROM held`

/** Appends behind `last`. Null, and nothing is written, where anybody else wrote meanwhile or this is a repeat. */
export async function appendAtOnce(
  database: Database,
  tell: Tell,
  last: Place | undefined,
  { id, clientId, pending, seal, now }: ToAppend,
): Promise<Appended | null> {
  if (!last) return null
  const [place] = placesAfter(last, 1, now) as [Place]
  const hint = tell.inWords({ kind: 'entries', conversation: id })
  const values = [place.seq, place.at, place.seq, place.at, clientId, pending, seal(place)] as const
  const written = await database.run(APPEND, id, last.seq, last.at, id, clientId, ...values, ...hint)
  return written === 1 ? { ...place, isNew: true } : null
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
