// References of handoffs: made from the handoff's id, kept only as keyed hashes, made again when somebody asks twice.
import { createHmac } from 'node:crypto'
import { withCheckDigit } from '../rules/handoff/reference'
import type { KeyRing, RingKey } from './key-ring'

/** The nine digits of a handoff. `attempt` counts from 0 and goes up where another handoff has the same digits. */
export function referenceFor({ current }: KeyRing, handoff: string, attempt: number): string {
  return digitsUnder(current, handoff, attempt)
}

/** What is stored in place of the nine digits, under the current key; the same digits differ between organisations. */
export function hashReference({ current }: KeyRing, organisation: string, digits: string): Buffer {
  return hashUnder(current, organisation, digits)
}

/** Every hash under which these digits may be stored, the current key's first. */
export function referenceHashes({ keys }: KeyRing, organisation: string, digits: string): readonly Buffer[] {
  return keys.map((key) => hashUnder(key, organisation, digits))
}

/** The name of the key under which these digits are stored as this hash; null where it is not on the ring. */
export function keyOfReference({ keys }: KeyRing, organisation: string, digits: string, stored: Uint8Array): string | null {
  return keys.find((key) => hashUnder(key, organisation, digits).equals(stored))?.kid ?? null
}

/** The digits that a handoff was given before, found by their stored hash; null when no key on the ring made them in so many attempts. */
export function recallReference(
  { keys }: KeyRing,
  { organisation, handoff, attempts }: { readonly organisation: string; readonly handoff: string; readonly attempts: number },
  stored: Uint8Array,
): string | null {
  for (const key of keys) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const digits = digitsUnder(key, handoff, attempt)
      if (hashUnder(key, organisation, digits).equals(stored)) return digits
    }
  }
  return null
}

function digitsUnder({ references }: RingKey, handoff: string, attempt: number): string {
  const bytes = createHmac('sha256', references).update(`${handoff}|${attempt}`).digest()
  return withCheckDigit(String(bytes.readUIntBE(0, 6) % 100_000_000).padStart(8, '0'))
}

function hashUnder({ lookUps }: RingKey, organisation: string, digits: string): Buffer {
  return createHmac('sha256', lookUps).update(`${organisation}|${digits}`).digest()
}
