// How every API route answers: a status with plain text or JSON, never cached, and never the words of an error.
import type { Request, RequestHandlerType, Response } from 'restify'
import type { Log, LogPlace } from '../log'
import { Refusal } from './refusal'

export interface Reply {
  readonly status: number
  /** Plain text, or something written as JSON; a string of JSON when `json` is true. */
  readonly body?: string | object
  readonly json?: true
  readonly headers?: Readonly<Record<string, string>>
}

/** A restify handler from a function that gives a reply or throws a Refusal. Anything else thrown is our own failure: 500 and a reference number. */
export function route(log: Log, place: LogPlace, answer: (request: Request) => Promise<Reply>): RequestHandlerType {
  return async (request: Request, response: Response) => {
    sendReply(response, await answerOrRefuse(log, place, () => answer(request)))
  }
}

async function answerOrRefuse(log: Log, place: LogPlace, answer: () => Promise<Reply>): Promise<Reply> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refusal))
      return { status: 500, body: `Something went wrong on our side. Reference ${log.failure(place, error)}.` }
    log.event('refused', { status: error.status, why: error.why })
    return { status: error.status, body: error.message, ...(error.status === 413 ? { headers: { connection: 'close' } } : {}) }
  }
}

export function sendReply(response: Response, { status, body, json, headers }: Reply): void {
  if (response.headersSent || response.destroyed) return
  const isText = typeof body === 'string' && !json
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': isText || body === undefined ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
}
