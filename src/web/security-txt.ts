// /.well-known/security.txt (RFC 9116): where to report a weakness. Only where the deployment says whom to tell.
import type { Request, Response, Server } from 'restify'
import { commonHeaders } from './security'

const GOOD_FOR_MS = 180 * 24 * 3_600_000

/** `contact`: a `mailto:` or `https:` address; null: there is no such page. */
export function mountSecurityTxt(server: Server, contact: string | null, now: () => number = Date.now): void {
  if (contact === null) return
  server.get('/.well-known/security.txt', async (_req: Request, res: Response) => {
    const expires = new Date(now() + GOOD_FOR_MS).toISOString().replace(/\.\d+Z$/, 'Z')
    const body = `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en\n`
    res.writeHead(200, { ...commonHeaders(), 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(body) })
    res.end(body)
  })
}
