// The store's port for changing the keys of the ring: which records and references stand under which key, and how one is put under another.
import type { Purpose } from './handoff-port'
import type { WrappedKey } from './seal-record'

/** The key of one record, and where it belongs. */
export interface KeptKey extends WrappedKey {
  readonly handoff: string
  readonly organisation: string
  readonly purpose: Purpose
}

/** A reference by its stored hash, and whose it is. */
export interface KeptReference {
  readonly hash: Uint8Array
  readonly organisation: string
  readonly handoff: string
}

export interface KeyStore {
  /** How many records each key wraps, by the key's name. */
  wrapped(): Promise<Readonly<Record<string, number>>>
  /** Records that another key than this one wraps, after `after` in a fixed order; null: from the first. */
  underOthers(kid: string, after: KeptKey | null, limit: number): Promise<readonly KeptKey[]>
  /** Only the wrapped key is written. False, and nothing written, when the record is gone or wrapped otherwise meanwhile. */
  rewrap(before: KeptKey, wrapped: WrappedKey): Promise<boolean>
  /** In the order of their hashes, after this one; null: from the first. */
  references(after: Uint8Array | null, limit: number): Promise<readonly KeptReference[]>
  /** False, and nothing written, when the reference is gone or another stands under that hash. */
  rehash(before: KeptReference, hash: Uint8Array): Promise<boolean>
}
