// Reads a form that was sent, up to a cap.
import type { IncomingMessage } from 'node:http'

const USUAL_CAP = 64 * 1024
const DISCARD_CAP = 4 * 1024 * 1024

/** The fields of an urlencoded form; null for what is longer than `cap` bytes, is no such form, or broke off. */
export async function readForm(request: IncomingMessage, cap = USUAL_CAP): Promise<URLSearchParams | null> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  const chunks: Buffer[] = []
  let total = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      total += chunk.length
      if (total <= cap) chunks.push(chunk)
      if (total > DISCARD_CAP) return null
    }
  } catch {
    return null
  }
  if (total > cap || (total > 0 && type !== 'application/x-www-form-urlencoded')) return null
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
