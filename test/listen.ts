// A server of a test's own on this machine, at a free port or a given one, and its end.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Of node or of restify. */
interface Listener {
  listen(port: number, host: string, ready: () => void): unknown
  address(): unknown
}

interface Closer {
  close(done: () => void): unknown
  readonly server?: unknown
}

/** Gives its address, `http://127.0.0.1:PORT`, once it listens. */
export async function listen(server: Listener, port = 0): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Also ends the connections that a client keeps for later: a test would wait for them, or leave them behind. */
export async function close(server: Closer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  ;((server.server ?? server) as Server).closeAllConnections()
  await closed
}
