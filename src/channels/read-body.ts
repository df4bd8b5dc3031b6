// Reads a request's body up to a cap, and JSON out of it that is not too deep.
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal'

const BODY_CAP = 256 * 1024
const DISCARD_CAP = 24 * 1024 * 1024
const DEPTH_CAP = 20
const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** The whole body. What is longer than `cap` is read to its end and thrown away, so that the sender gets to read the 413. */
async function readBody(request: IncomingMessage, cap = BODY_CAP): Promise<Buffer> {
  const { head, total } = await readHead(request, cap)
  if (total > cap) throw new Refusal(413, 'too-long', 'That is too long.')
  return head
}

/** The first `cap` bytes, and how many there were in all. */
export function readHead(request: IncomingMessage, cap = BODY_CAP): Promise<{ head: Buffer; total: number }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let total = 0
    const breakOff = (): void => reject(new Refusal(400, 'malformed', 'The request broke off.'))
    request.on('data', (chunk: Buffer) => {
      if (total < cap) chunks.push(chunk.subarray(0, cap - total))
      total += chunk.length
      if (total > DISCARD_CAP) {
        reject(new Refusal(413, 'too-long', 'That is too long.'))
        request.destroy()
      }
    })
    request.on('end', () => resolve({ head: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks), total }))
    request.on('error', breakOff)
    request.on('close', () => {
      if (!request.complete) breakOff()
    })
    if (request.destroyed) breakOff()
  })
}

/** The JSON object in a request's body; `{}` for an empty body. Refuses all else. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  return parseObject(await readBody(request))
}

/** The JSON object in these bytes; refuses broken UTF-8, broken JSON, what is no object, and what is too deep. */
export function parseObject(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) return {}
  const value = parse(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed()
  if (!isShallow(value, DEPTH_CAP)) throw malformed()
  return value as Record<string, unknown>
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes))
  } catch {
    throw malformed()
  }
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every((inner) => isShallow(inner, depth - 1))
}

function malformed(): Refusal {
  return new Refusal(400, 'malformed', 'The request is not understood.')
}
