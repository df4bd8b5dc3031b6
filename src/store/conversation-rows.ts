// Conversations and the entries of their logs, read back from whichever database.
import type { Conversation, Entry, Place } from './port'

type Row = Readonly<Record<string, unknown>>

export function conversationOf(id: string, row: Row): Conversation {
  return {
    id,
    council: row['council'] === null ? null : String(row['council']),
    keyCheck: row['key_check'] as Uint8Array | null,
    greeted: row['greeted'] === 1,
    lastSeq: Number(row['last_seq']),
  }
}

export function placeOf(row: Row): Place {
  return { seq: Number(row['seq']), at: Number(row['at']) }
}

export function entryOf(row: Row): Entry {
  return { ...placeOf(row), sealed: row['sealed'] as Uint8Array }
}
