// GET /api/handoffs/{id}: a receiver fetches the case that a webhook told it of, with its own bearer credential.
import type { Server } from 'restify'
import type { Log } from '../log'
import { route, type Reply } from './http-reply'
import { Refusal } from './refusal'

type CaseRead = { readonly kind: 'case'; readonly summary: object } | { readonly kind: 'not-authenticated' } | { readonly kind: 'unknown' }

export interface HandoffEndpointParts {
  readonly log: Log
  /** `credential` stands behind `Bearer `. Each case that is given is written down there. */
  readonly readCase: (credential: string, id: string) => Promise<CaseRead>
}

export interface HandoffEndpoint {
  mount(server: Server): void
}

const ID = /^[\w-]{22}$/

/** 200 with send-handoff/1, 401 without a credential we know, 404 for everything that is not this credential's. */
export function createHandoffEndpoint({ log, readCase }: HandoffEndpointParts): HandoffEndpoint {
  return {
    mount: (server) => {
      server.get(
        '/api/handoffs/:id',
        route(log, 'handoff', async (request) => {
          const credential = /^Bearer ([\x21-\x7e]{16,200})$/i.exec(request.headers.authorization ?? '')?.[1]
          if (credential === undefined) throw notAuthenticated()
          const id = String((request.params as Record<string, unknown>)['id'])
          // The credential is asked first, so that a stranger learns nothing from the form of an id.
          return replyOf(await readCase(credential, ID.test(id) ? id : ''))
        }),
      )
    },
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
