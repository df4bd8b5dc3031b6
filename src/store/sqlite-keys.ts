// The keys of records in SQLite.
import { countsOf, keptReferenceOf, keyOf, REFERENCES, REHASH, REWRAP, UNDER_OTHERS, WRAPPED } from './key-rows'
import type { KeyStore } from './keys-port'
import type { Database } from './sqlite-database'

const NOTHING = new Uint8Array(0)

export function sqliteKeys(database: Database): KeyStore {
  return {
    wrapped: async () => countsOf(database.all(WRAPPED)),
    underOthers: async (kid, after, limit) => database.all(UNDER_OTHERS, kid, after?.handoff ?? '', after?.purpose ?? '', limit).map(keyOf),
    rewrap: async (before, { kid, wrappedKey }) =>
      database.run(REWRAP, kid, wrappedKey, before.handoff, before.purpose, before.kid, before.wrappedKey) === 1,
    references: async (after, limit) => database.all(REFERENCES, after ?? NOTHING, limit).map(keptReferenceOf),
    rehash: async (before, hash) => database.run(REHASH, hash, before.hash, hash) === 1,
  }
}
