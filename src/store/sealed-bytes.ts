// AES-256-GCM, bound to the place that the bytes belong to. Keys are made key objects first: bare bytes cost Node three times as much at each call.
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, randomFillSync, type KeyObject } from 'node:crypto'
import { onceFor } from '../rules/once-for'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Something sealed that does not open: wrong key, wrong place, or changed. */
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

/** A conversation's key is used with every message. Its object is gone with the bytes. */
const keyObjectOf = onceFor((key: Uint8Array): KeyObject => createSecretKey(key))

/** Random bytes are had for many nonces at once; each is given out one time. */
const nonces = Buffer.alloc(NONCE_BYTES * 256)
let nextNonce = nonces.length

function newNonce(): Buffer {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces)
    nextNonce = 0
  }
  nextNonce += NONCE_BYTES
  return nonces.subarray(nextNonce - NONCE_BYTES, nextNonce)
}

/** Version byte, 96-bit random nonce, ciphertext and 128-bit tag, in this order. `place` says where it belongs. */
export function sealBytes(key: Uint8Array, place: readonly string[], bytes: Uint8Array): Buffer {
  const nonce = newNonce()
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key), nonce)
  cipher.setAAD(additionalData(place))
  const body = cipher.update(bytes)
  cipher.final()
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()])
}

/** The bytes again. @throws SealBroken */
export function openBytes(key: Uint8Array, place: readonly string[], sealed: Uint8Array): Buffer {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new SealBroken()
  const bodyEnd = sealed.length - TAG_BYTES
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key), sealed.subarray(1, 1 + NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(additionalData(place))
    decipher.setAuthTag(sealed.subarray(bodyEnd))
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES, bodyEnd)), decipher.final()])
  } catch {
    throw new SealBroken()
  }
}

/** Each part behind its length, so that no two places read the same. */
function additionalData(place: readonly string[]): Buffer {
  return Buffer.from([String(VERSION), ...place].map((part) => `${part.length}:${part}`).join('|'), 'utf8')
}
