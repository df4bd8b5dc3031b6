// Standard Webhooks 1.0.0 signatures: HMAC-SHA256 over `id.timestamp.body`, several side by side while a secret changes.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** A secret as `whsec_` and base64 of 24 to 64 bytes. Null where it is not one. */
export function secretBytes(secret: string): Buffer | null {
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1]
  const bytes = base64 === undefined ? null : Buffer.from(base64, 'base64')
  return bytes && bytes.length >= 24 && bytes.length <= 64 ? bytes : null
}

export interface Signed {
  readonly id: string
  /** Whole seconds. */
  readonly timestamp: number
  readonly body: string
}

/** One signature for each secret, the newest first: `v1,… v1,…`. */
export function signatures({ id, timestamp, body }: Signed, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = secretBytes(secret)
      if (!key) throw new Error('a webhook secret is not in the form whsec_…')
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
    })
    .join(' ')
}

/** Whether one of the signatures is ours and the time is within five minutes of `nowSeconds`. */
export function isSigned(signed: Signed, given: string, secrets: readonly string[], nowSeconds: number): boolean {
  if (!Number.isInteger(signed.timestamp) || Math.abs(nowSeconds - signed.timestamp) > 300) return false
  const expected = signatures(signed, secrets)
    .split(' ')
    .map((text) => Buffer.from(text))
  return given
    .split(' ')
    .map((text) => Buffer.from(text))
    .some((text) => expected.some((ours) => ours.length === text.length && timingSafeEqual(ours, text)))
}
