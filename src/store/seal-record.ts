// What was shared, sealed so that one thing can be forgotten alone: each record under a key of its own, which the ring's key wraps.
import type { KeyRing } from './key-ring'
import { newKey, openBytes, SealBroken, sealBytes } from './sealed-bytes'

/** Where a record belongs. Opened anywhere else, it is refused. */
export interface RecordLabel {
  readonly organisation: string
  readonly handoff: string
  readonly purpose: 'summary' | 'contact' | 'conversation-key' | 'relay'
}

/** A record's own key, wrapped by the ring's key of that name. Without it the record is gone. */
export interface WrappedKey {
  readonly kid: string
  readonly wrappedKey: Uint8Array
}

export interface SealedRecord extends WrappedKey {
  readonly sealed: Uint8Array
}

/** The text under a new key of its own. */
export function sealRecord(ring: KeyRing, label: RecordLabel, text: string): SealedRecord {
  const { key, ...wrapped } = newRecordKey(ring, label)
  return { ...wrapped, sealed: sealRow(key, label, '', text) }
}

/** The text again. @throws SealBroken for a moved row, another organisation, a changed bit or a key no longer on the ring */
export function openRecord(ring: KeyRing, label: RecordLabel, { sealed, ...wrapped }: SealedRecord): string {
  return openRow(openRecordKey(ring, label, wrapped), label, '', sealed)
}

/** A new key for a record of several rows, and the same wrapped. */
export function newRecordKey(ring: KeyRing, label: RecordLabel): WrappedKey & { readonly key: Buffer } {
  const key = newKey()
  return { key, ...wrap(ring, label, key) }
}

/** The key of a record of several rows. @throws SealBroken */
export function openRecordKey(ring: KeyRing, label: RecordLabel, { kid, wrappedKey }: WrappedKey): Buffer {
  const found = ring.keys.find((key) => key.kid === kid)
  if (found === undefined) throw new SealBroken()
  return openBytes(found.wrap, placeOfKey(label, kid), wrappedKey)
}

/** One row of a record under the record's key; `row` is what tells it from the others. */
export function sealRow(key: Uint8Array, label: RecordLabel, row: string, text: string): Uint8Array {
  return sealBytes(key, placeOfRow(label, row), Buffer.from(text, 'utf8'))
}

/** The text of a row again. @throws SealBroken */
export function openRow(key: Uint8Array, label: RecordLabel, row: string, sealed: Uint8Array): string {
  return openBytes(key, placeOfRow(label, row), sealed).toString('utf8')
}

/** The same record's key under the ring's current key; the record itself stays as it is. @throws SealBroken */
export function rewrap(ring: KeyRing, label: RecordLabel, wrapped: WrappedKey): WrappedKey {
  return wrap(ring, label, openRecordKey(ring, label, wrapped))
}

function wrap({ current }: KeyRing, label: RecordLabel, key: Uint8Array): WrappedKey {
  return { kid: current.kid, wrappedKey: sealBytes(current.wrap, placeOfKey(label, current.kid), key) }
}

function placeOfKey({ organisation, handoff, purpose }: RecordLabel, kid: string): readonly string[] {
  return ['key', organisation, handoff, purpose, kid]
}

/** Without the name of the ring's key, so that a rotation need not seal the record again. */
function placeOfRow({ organisation, handoff, purpose }: RecordLabel, row: string): readonly string[] {
  return ['row', organisation, handoff, purpose, row]
}
