// The contract test that a provider runs against its own receiver: the same webhook twice, forged, old, and with a key that nobody knows.
import { randomBytes } from 'node:crypto'
import { newId } from './core'
import type { WebhookBody } from './webhook-body'
import { signatures } from './webhook-signature'

/** Sends one request to the receiver; gives the status. */
export type Send = (headers: Readonly<Record<string, string>>, body: string) => Promise<number>

export interface ContractResult {
  readonly check: string
  readonly isKept: boolean
  readonly status: number
}

/** Every check with what came back. `nowSeconds`: the sender's clock. */
export async function checkReceiver(send: Send, secret: string, nowSeconds: number): Promise<readonly ContractResult[]> {
  const body = JSON.stringify(sample(nowSeconds))
  const id = newId()
  const stranger = `whsec_${randomBytes(32).toString('base64')}`
  const headers = (more: { at?: number; by?: string; of?: string; id?: string } = {}): Readonly<Record<string, string>> => {
    const timestamp = more.at ?? nowSeconds
    const signed = { id: more.id ?? id, timestamp, body: more.of ?? body }
    return {
      'content-type': 'application/json',
      'webhook-id': signed.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures(signed, [more.by ?? secret]),
    }
  }
  const checks: readonly (readonly [string, Readonly<Record<string, string>>, string, 'takes' | 'refuses'])[] = [
    ['takes a signed webhook', headers(), body, 'takes'],
    ['answers a repeat like the first', headers(), body, 'takes'],
    ['refuses a signature of somebody else', headers({ by: stranger, id: newId() }), body, 'refuses'],
    ['refuses a changed body', headers({ id: newId() }), body.replace('"queued"', '"ended"'), 'refuses'],
    ['refuses an id that was not signed', { ...headers(), 'webhook-id': newId() }, body, 'refuses'],
    ['refuses what is older than five minutes', headers({ at: nowSeconds - 301, id: newId() }), body, 'refuses'],
    ['refuses what comes from the future', headers({ at: nowSeconds + 330, id: newId() }), body, 'refuses'],
    ['refuses a request without a signature', { 'content-type': 'application/json', 'webhook-id': newId() }, body, 'refuses'],
    ['takes it where one of two signatures is right', twoSignatures(headers({ id: newId() }), body, stranger), body, 'takes'],
  ]
  const results: ContractResult[] = []
  for (const [check, sent, text, expected] of checks) {
    const status = await send(sent, text)
    const isKept = expected === 'takes' ? status >= 200 && status < 300 : status >= 400 && status < 500
    results.push({ check, isKept, status })
  }
  return results
}

function twoSignatures(headers: Readonly<Record<string, string>>, body: string, stranger: string): Readonly<Record<string, string>> {
  const signed = { id: headers['webhook-id'] ?? '', timestamp: Number(headers['webhook-timestamp']), body }
  return { ...headers, 'webhook-signature': `${signatures(signed, [stranger])} ${headers['webhook-signature']}` }
}

function sample(nowSeconds: number): WebhookBody {
  const id = newId()
  return {
    type: 'handoff.created',
    timestamp: new Date(nowSeconds * 1000).toISOString(),
    data: {
      id,
      reference: null,
      council: 'demo',
      organisation: 'contract-test',
      route: 'phone',
      state: 'queued',
      version: 3,
      attempt: 1,
      topic: null,
      flags: [],
      actBy: null,
      isContact: false,
      links: { self: `https://example.org/api/handoffs/${id}` },
    },
  }
}
