// Sealing of what a person typed under a key that only the chat's own token carries, bound to the place it belongs to.
import { createHmac, createSecretKey } from 'node:crypto'
import { openBytes, sealBytes } from './sealed-bytes'

export { KEY_BYTES, newKey, SealBroken } from './sealed-bytes'

/** Where a sealed text belongs. Opened anywhere else, it is refused. */
export interface SealLabel {
  readonly conversation: string
  readonly purpose: 'entry' | 'state'
  /** The row within the conversation, its version included where it has one. */
  readonly row: string
}

/** The text, readable again only with this key and label. */
export function seal(key: Uint8Array, label: SealLabel, text: string): Uint8Array {
  return sealBytes(key, placeOf(label), Buffer.from(text, 'utf8'))
}

/** The text again; throws SealBroken. */
export function unseal(key: Uint8Array, label: SealLabel, sealed: Uint8Array): string {
  return openBytes(key, placeOf(label), sealed).toString('utf8')
}

/** Tells later whether a key is this conversation's, and tells nothing about the key. */
export function keyCheck(key: Uint8Array, conversation: string): Uint8Array {
  return createHmac('sha256', createSecretKey(key)).update(`check|${conversation}`).digest().subarray(0, 16)
}

function placeOf({ conversation, purpose, row }: SealLabel): readonly string[] {
  return [conversation, purpose, row]
}
