// /api/handoffs/{id}: with its own bearer credential a receiver fetches the case that a webhook told it of, and a hub says how it went on.
import type { Request, Server } from 'restify'
import type { Log } from '../log'
import { route, type Reply } from './http-reply'
import { readJson } from './read-body'
import { Refusal } from './refusal'

type CaseRead = { readonly kind: 'case'; readonly summary: object } | { readonly kind: 'not-authenticated' } | { readonly kind: 'unknown' }

export interface HandoffEndpointParts {
  readonly log: Log
  /** `credential` stands behind `Bearer `. Each case that is given is written down there. */
  readonly readCase: (credential: string, id: string) => Promise<CaseRead>
  /** What a hub says, the Bot Framework's `handoff.status`. */
  readonly hubStatus: (
    credential: string,
    id: string,
    said: unknown,
  ) => Promise<'done' | 'refused' | 'not-a-status' | 'not-authenticated' | 'unknown'>
}

export interface HandoffEndpoint {
  mount(server: Server): void
}

const ID = /^[\w-]{22}$/

/** 200 with send-handoff/1 (204 for a status), 401 without a credential we know, 404 for everything that is not this credential's. */
export function createHandoffEndpoint({ log, readCase, hubStatus }: HandoffEndpointParts): HandoffEndpoint {
  return {
    mount: (server) => {
      server.get(
        '/api/handoffs/:id',
        route(log, 'handoff', async (request) => {
          const credential = credentialOf(request)
          return replyOf(await readCase(credential, idOf(request)))
        }),
      )
      server.post(
        '/api/handoffs/:id/status',
        route(log, 'handoff', async (request) => {
          const credential = credentialOf(request)
          return statusReply(await hubStatus(credential, idOf(request), await readJson(request)))
        }),
      )
    },
  }
}

function credentialOf({ headers }: Request): string {
  const credential = /^Bearer ([\x21-\x7e]{16,200})$/i.exec(headers.authorization ?? '')?.[1]
  if (credential === undefined) throw notAuthenticated()
  return credential
}

/** Empty where it can be none. The credential is asked first, so that a stranger learns nothing from the form of an id. */
function idOf({ params }: Request): string {
  const id = String((params as Record<string, unknown>)['id'])
  return ID.test(id) ? id : ''
}

function statusReply(answered: Awaited<ReturnType<HandoffEndpointParts['hubStatus']>>): Reply {
  switch (answered) {
    case 'done':
      return { status: 204 }
    case 'refused':
      throw new Refusal(409, 'not-allowed', 'This handoff cannot change that way now.')
    case 'not-a-status':
      throw new Refusal(400, 'malformed', 'A handoff.status activity with accepted, completed or failed is wanted.')
    case 'not-authenticated':
      throw notAuthenticated()
    case 'unknown':
      throw new Refusal(404, 'unknown', 'There is no such handoff.')
  }
}

function replyOf(read: CaseRead): Reply {
  if (read.kind === 'case') return { status: 200, body: read.summary }
  if (read.kind === 'not-authenticated') throw notAuthenticated()
  throw new Refusal(404, 'unknown', 'There is no such handoff.')
}

function notAuthenticated(): Refusal {
  return new Refusal(401, 'not-authenticated', 'This needs a credential of a receiver.')
}
