// The one-time code that links a channel to an organisation: nine digits with a check digit, kept only as a keyed hash, for a quarter of an hour.
import { createHmac, randomInt } from 'node:crypto'
import { withCheckDigit } from '../rules/handoff/reference'
import type { KeyRing } from './key-ring'

/** Milliseconds. */
export const LINK_CODE_LIFE = 15 * 60_000

export function newLinkCode(): string {
  return withCheckDigit(String(randomInt(100_000_000)).padStart(8, '0'))
}

export function hashLinkCode({ current }: KeyRing, digits: string): Uint8Array {
  return createHmac('sha256', current.lookUps).update(`link-code|${digits}`).digest()
}
