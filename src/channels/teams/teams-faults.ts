// What a refusal of Teams means for a delivery.
import { AddressRefused } from '../authentication'
import { TryAgain, Undeliverable } from '../../handoff/delivery-faults'

export type TeamsFault = { readonly kind: 'binding-broken' | 'gone' } | { readonly kind: 'other'; readonly error: unknown }

const BROKEN = ['BotNotInConversationRoster', 'BotDisabledByAdmin', 'ConversationBlockedByUser', 'TenantNotAllowed']

/** Ours as they are; what may pass is tried again; what Teams refuses for good is not. */
export function faultOf(error: unknown): TeamsFault {
  if (error instanceof TryAgain || error instanceof Undeliverable) return { kind: 'other', error }
  if (error instanceof AddressRefused) return { kind: 'other', error: new Undeliverable('address-refused') }
  const status = statusOf(error)
  if (status === 403 && BROKEN.includes(codeOf(error))) return { kind: 'binding-broken' }
  if (status === 404) return { kind: 'gone' }
  if (status === null || status === 408 || status === 412 || status === 429 || status >= 500)
    return { kind: 'other', error: new TryAgain(status === null ? 'no-answer' : `status-${status}`, waitOf(error)) }
  return { kind: 'other', error: new Undeliverable(`status-${status}`) }
}

/** Whether it is sure that Teams took nothing: it said so, or there was nobody to say anything. */
export function wasNotTaken(error: unknown): boolean {
  if (error instanceof AddressRefused) return true
  const status = statusOf(error)
  if (status !== null) return status >= 400 && status < 500 && status !== 408
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String((error as { code?: unknown }).code))
}

function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' ? status : null
}

const LONGEST_WAIT = 3600_000

/** `Retry-After` in seconds, as the SDK's error carries it; milliseconds, an hour at most. */
function waitOf(error: unknown): number {
  const { response } = (error ?? {}) as { response?: { headers?: { get?: (name: string) => string | undefined } } }
  const seconds = Number(response?.headers?.get?.('retry-after') ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(LONGEST_WAIT, Math.ceil(seconds * 1000)) : 0
}

/** `{"error": {"code": "BotNotInConversationRoster"}}`, as the SDK gives it. */
function codeOf(error: unknown): string {
  const { details, code, body } = error as {
    details?: { error?: { code?: unknown } }
    code?: unknown
    body?: { error?: { code?: unknown } }
  }
  return String(body?.error?.code ?? details?.error?.code ?? code)
}
