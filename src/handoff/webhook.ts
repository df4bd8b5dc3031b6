// Sends a signed webhook: to a judged and pinned address, without following redirects, within ten seconds, dropping what comes back.
import { request as requestHttp } from 'node:http'
import { request as requestHttps, type RequestOptions } from 'node:https'
import { TryAgain, Undeliverable } from './delivery-faults'
import { safeAddress, type Address, type LookUp } from './safe-address'
import { signatures } from './webhook-signature'

export interface WebhookTarget {
  readonly url: string
  /** The newest first; two while one is replaced. */
  readonly secrets: readonly string[]
}

export interface WebhookWay {
  readonly loopback: 'allowed' | 'refused'
  /** Epoch milliseconds. */
  readonly now: number
  readonly lookUp?: LookUp
  readonly timeoutMs?: number
}

const TIMEOUT = 10_000

/** Resolves on 2xx. The id stays the same over all tries, the time is that of this one. @throws TryAgain, Undeliverable */
export async function sendWebhook(target: WebhookTarget, id: string, body: string, way: WebhookWay): Promise<void> {
  const url = new URL(target.url)
  const address = await safeAddress(url, way.loopback, way.lookUp)
  const timestamp = Math.floor(way.now / 1000)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'common-ground-handoff',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures({ id, timestamp, body }, target.secrets),
  }
  const status = await post(url, { address, headers, body, timeoutMs: way.timeoutMs ?? TIMEOUT })
  if (status >= 200 && status < 300) return
  if (status >= 300 && status < 400) throw new Undeliverable('redirected')
  throw status === 410 ? new Undeliverable('status-410') : new TryAgain(`status-${status}`)
}

interface Posted {
  readonly address: Address
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string
  readonly timeoutMs: number
}

/** The status. The time counts from the first byte out to the status line in, not from one byte to the next. */
async function post(url: URL, { address, headers, body, timeoutMs }: Posted): Promise<number> {
  const options: RequestOptions = {
    method: 'POST',
    headers,
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    lookup: (_host, asked, answer) => {
      if (asked.all === true) answer(null, [{ address: address.address, family: address.family }])
      else answer(null, address.address, address.family)
    },
  }
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(new TryAgain(error.name === 'AbortError' ? 'timeout' : codeOf(error)))
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      response.on('error', () => undefined)
      response.destroy()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

function codeOf({ code }: NodeJS.ErrnoException): string {
  return code !== undefined && /^[A-Z_]{3,40}$/.test(code) ? code.toLowerCase() : 'connection'
}
