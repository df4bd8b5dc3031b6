// The database behind the handoff faults: a file in their folder, or a PostgreSQL.
import { join } from 'node:path'
import type { HandoffStore } from '../../src/store/handoff-port'
import type { OutboxStore } from '../../src/store/outbox-port'
import { NOBODY_ELSE } from '../../src/store/nobody-else'
import type { Others } from '../../src/store/others-port'
import { openDatabase as openPostgres } from '../../src/store/postgres/database'
import { openPostgresStore } from '../../src/store/postgres/open-store'
import { openDatabase } from '../../src/store/sqlite-database'
import { sqliteHandoffs } from '../../src/store/sqlite-handoffs'
import { sqliteOutbox } from '../../src/store/sqlite-outbox'

export interface FaultDatabase {
  readonly handoffs: HandoffStore
  readonly outbox: OutboxStore
  readonly others: Others
  all(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  close(): Promise<void>
}

/** `url` of a PostgreSQL; null for the file in `folder`. */
export async function openFaultDatabase(folder: string, url: string | null): Promise<FaultDatabase> {
  if (url === null) {
    const file = openDatabase(join(folder, 'store.db'))
    const [handoffs, outbox] = [sqliteHandoffs(file), sqliteOutbox(file)]
    return { handoffs, outbox, others: NOBODY_ELSE, all: async (sql) => file.all(sql), close: async () => file.close() }
  }
  const [store, asked] = [await openPostgresStore({ url, connections: 4 }), openPostgres(url, 1)]
  const { handoffs, outbox, others } = store
  const close = async (): Promise<void> => {
    await store.close()
    await asked.close()
  }
  return { handoffs, outbox, others, all: async (sql) => asked.all(sql), close }
}
