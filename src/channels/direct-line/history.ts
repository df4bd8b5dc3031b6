// Reads a conversation's log back for its page.
import type { Log } from '../../log'
import type { ConversationStore, Entry } from '../../store/port'
import { openEntry } from './log-entry'
import type { Session } from './session'

const PAGE = 500

export interface Stretch {
  /** Each activity as JSON, in order. */
  readonly json: readonly string[]
  /** The last place that was read, or where the reading began. */
  readonly last: number
}

/** What stands after `seq`, at most 500 entries. An entry that does not open is left out. */
export async function readAfter(store: ConversationStore, log: Log, session: Session, seq: number): Promise<Stretch> {
  const entries = await store.entriesAfter(session.id, seq, PAGE)
  return { json: entries.flatMap((entry) => open(log, session, entry)), last: entries.at(-1)?.seq ?? seq }
}

function open(log: Log, session: Session, entry: Entry): string[] {
  try {
    return [openEntry(session, entry, entry.sealed)]
  } catch (error) {
    log.failure('direct-line', error)
    return []
  }
}

/** The set of activities as Direct Line writes it. */
export function activitySet(json: readonly string[], watermark: number): string {
  return `{"activities":[${json.join(',')}],"watermark":"${watermark}"}`
}
