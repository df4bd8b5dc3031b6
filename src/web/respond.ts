// Sends a page or a script in the most compressed form that the browser takes.
import type { Request, Response } from 'restify'
import { gzipSync } from 'node:zlib'
import { pack } from './assets'
import type { Asset, Packed } from './assets'
import { commonHeaders } from './security'

export type Keeping = 'for-an-hour' | 'for-ever'

const CACHE: Readonly<Record<Keeping, string>> = {
  'for-an-hour': 'public, max-age=3600',
  'for-ever': 'public, max-age=31536000, immutable',
}

/** Pages are few and differ only by council, so each is compressed once. */
const packedPages = new Map<string, Packed>()
const MOST_PAGES = 200

export function sendPage(req: Request, res: Response, html: string, headers: Record<string, string>, status = 200): void {
  send(req, res, status, packedPage(html), { ...headers, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
}

/** A page with somebody's words in it: nobody keeps it, neither the browser nor we. */
export function sendPrivatePage(req: Request, res: Response, html: string, headers: Record<string, string>, status: number): void {
  const isSmaller = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))
  const bytes = isSmaller ? gzipSync(html) : Buffer.from(html)
  res.writeHead(status, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding, Cookie',
    'Content-Length': bytes.length,
    ...(isSmaller ? { 'Content-Encoding': 'gzip' } : {}),
  })
  res.end(bytes)
}

/** Sends the browser on, after a form too: a refresh does not send the form again. */
export function sendSomewhere(res: Response, location: string, cookies: readonly string[]): void {
  res.writeHead(303, {
    ...commonHeaders(),
    Location: location,
    'Cache-Control': 'no-store',
    'Content-Length': 0,
    ...(cookies.length > 0 ? { 'Set-Cookie': [...cookies] } : {}),
  })
  res.end()
}

/** `Cross-Origin-Resource-Policy`: a council's page loads the embed script from here. */
export function sendAsset(req: Request, res: Response, asset: Asset, keeping: Keeping): void {
  const headers = {
    ...commonHeaders(),
    'Content-Type': asset.type,
    'Cache-Control': CACHE[keeping],
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  send(req, res, 200, asset.body, headers)
}

function send(req: Request, res: Response, status: number, body: Packed, headers: Record<string, string>): void {
  const accepted = String(req.headers['accept-encoding'] ?? '')
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  const bytes = body[encoding ?? 'plain']
  res.writeHead(status, {
    Vary: 'Accept-Encoding',
    ...headers,
    'Content-Length': bytes.length,
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  })
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

function packedPage(html: string): Packed {
  const known = packedPages.get(html)
  if (known) return known
  if (packedPages.size >= MOST_PAGES) packedPages.clear()
  const packed = pack(Buffer.from(html))
  packedPages.set(html, packed)
  return packed
}
