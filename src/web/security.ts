// What a page may do: nothing that is not named here. No page may fetch anything from another host.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface PagePolicy {
  readonly scripts: 'none' | 'self'
  /** Style sheets written into the page, allowed by their hash. */
  readonly styles: readonly string[]
  /** Where the page may send requests: `none`, or this host (and a Direct Line elsewhere when one is configured). */
  readonly connect: readonly string[]
  readonly frames: 'none' | 'self'
  /** Origins whose pages may show this one in a frame, besides our own. */
  readonly ancestors: readonly string[]
  /** `own`: the page sends forms here, and the browser is to tell us that it was this page. */
  readonly forms?: 'own'
}

/** The headers of one of our own pages. */
export function pageHeaders(policy: PagePolicy): Record<string, string> {
  return {
    ...commonHeaders(),
    ...(policy.forms === 'own' ? { 'Referrer-Policy': 'same-origin' } : {}),
    'Content-Security-Policy': contentPolicy(policy),
  }
}

export function commonHeaders(): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  }
}

/** The `host` of a request when it is safe to write into a header, as the two WebSocket origins it stands for. */
export function socketOrigins(host: string | undefined): string[] {
  return host !== undefined && /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i.test(host) ? [`ws://${host}`, `wss://${host}`] : []
}

/** Whether a page of ours sent this, as far as the browser says; programs that say nothing carry nobody's cookie. Under `no-referrer` browsers send `null` for every form. */
export function isOwnPage({ headers }: IncomingMessage, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  if (origin === undefined || origin === publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function styleHash(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`
}

function contentPolicy(policy: PagePolicy): string {
  const self = (allowed: 'none' | 'self') => `'${allowed}'`
  return [
    `default-src 'none'`,
    `script-src ${self(policy.scripts)}`,
    `style-src ${policy.styles.map(styleHash).join(' ')}`,
    `img-src data:`,
    `connect-src ${policy.connect.join(' ') || `'none'`}`,
    `frame-src ${self(policy.frames)}`,
    `frame-ancestors ${[`'self'`, ...policy.ancestors].join(' ')}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ')
}

/** Web Chat styles itself while it runs and reads its own pictures as blobs; the hash is that of an empty style sheet. */
export function webChatPolicy(nonce: string, connect: readonly string[], style: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'nonce-${nonce}' ${styleHash('')} ${styleHash(style)}`,
    `img-src blob: data:`,
    `connect-src blob: ${connect.join(' ')}`,
    `worker-src blob:`,
    `frame-ancestors 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ')
}
