// The wire between a service and its database: it can be cut, and it can go silent as it does when a machine vanishes.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Line {
  /** The address of the database, through here. */
  readonly url: string
  /** What is open stays open, what comes new is taken, and nothing goes through. */
  silence(): void
  /** As before; what was open is broken off. */
  restore(): void
  close(): Promise<void>
}

export async function openLine(database: string): Promise<Line> {
  const [to, open] = [new URL(database), new Set<Socket>()]
  let isSilent = false
  const keep = (socket: Socket): void => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
  }
  const server = createServer((here) => {
    keep(here)
    if (isSilent) return
    const there = connect(Number(to.port), to.hostname)
    keep(there)
    for (const [from, onto] of [
      [here, there],
      [there, here],
    ] as const) {
      // prettier-ignore
      from.on('data', (bytes) => void (isSilent || onto.write(bytes)))
      from.on('close', () => isSilent || onto.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const url = new URL(database)
  url.port = String((server.address() as AddressInfo).port)
  const breakOff = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: url.href,
    silence: () => void (isSilent = true),
    restore: () => {
      isSilent = false
      breakOff()
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      breakOff()
      await closed
    },
  }
}
