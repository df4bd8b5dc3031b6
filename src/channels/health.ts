// Whether the server lives, whether it should be given work, and which release it is.
import type { Server } from 'restify'
import type { Log } from '../log'
import { route, type Reply } from './http-reply'

export interface HealthParts {
  readonly log: Log
  readonly version: string
  /** False while the server must not be given work. */
  readonly isReady: () => Promise<boolean>
}

export interface Health {
  mount(server: Server): void
}

export function createHealth({ log, version, isReady }: HealthParts): Health {
  const alive: Reply = { status: 200, body: 'live' }
  const ready: Reply = { status: 200, body: 'ready' }
  const notReady: Reply = { status: 503, body: 'not ready' }
  return {
    mount: (server) => {
      server.get(
        '/healthz/live',
        route(log, 'server', async () => alive),
      )
      server.get(
        '/healthz/ready',
        route(log, 'server', async () => ((await isReady()) ? ready : notReady)),
      )
      server.get(
        '/version',
        route(log, 'server', async () => ({ status: 200, body: { name: 'common-ground', version } })),
      )
    },
  }
}
