// Sealing of what a person typed: AES-256-GCM under a key that only the chat's own token carries, bound to the place it belongs to.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Where a sealed text belongs. Opened anywhere else, it is refused. */
export interface SealLabel {
  readonly conversation: string
  readonly purpose: 'entry' | 'state'
  /** The row within the conversation, its version included where it has one. */
  readonly row: string
}

/** A sealed text that does not open: wrong key, wrong place, or changed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  constructor() {
    super('a sealed text does not open')
  }
}

/** 32 random bytes. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Version byte, 96-bit random nonce, ciphertext and 128-bit tag, in this order. */
export function seal(key: Uint8Array, label: SealLabel, text: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(additionalData(label))
  const body = cipher.update(text, 'utf8')
  cipher.final()
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()])
}

/** The text again; throws SealBroken. */
export function unseal(key: Uint8Array, label: SealLabel, sealed: Uint8Array): string {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new SealBroken()
  const bodyEnd = sealed.length - TAG_BYTES
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(additionalData(label))
    decipher.setAuthTag(sealed.subarray(bodyEnd))
    return decipher.update(sealed.subarray(1 + NONCE_BYTES, bodyEnd), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    throw new SealBroken()
  }
}

/** Tells later whether a key is this conversation's, and tells nothing about the key. */
export function keyCheck(key: Uint8Array, conversation: string): Uint8Array {
  return createHmac('sha256', key).update(`check|${conversation}`).digest().subarray(0, 16)
}

/** Each part behind its length, so that no two labels read the same. */
function additionalData(label: SealLabel): Buffer {
  const parts = [String(VERSION), label.conversation, label.purpose, label.row]
  return Buffer.from(parts.map((part) => `${part.length}:${part}`).join('|'), 'utf8')
}
