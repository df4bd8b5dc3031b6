// Sends a page of the desk: never kept by anyone, never in a frame, and with nothing from anywhere else.
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { commonHeaders } from '../web/security'

export function guards(style: string): Readonly<Record<string, string>> {
  return {
    ...commonHeaders(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      `img-src data:`,
      `connect-src 'self'`,
      `frame-ancestors 'none'`,
      `form-action 'self'`,
      `base-uri 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types 'none'`,
    ].join('; '),
  }
}

export interface Sent {
  readonly status: number
  readonly type: 'text/html' | 'application/json' | 'text/plain' | 'text/javascript'
  readonly body: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
}

export function send(response: ServerResponse, { status, type, body, headers }: Sent): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    ...(headers as Record<string, string | string[]>),
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}
