// A small load balancer for tests: each request and each stream goes to the next instance, without a memory of who went where.
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { answerWith } from '../answer-with'

export interface Balancer {
  readonly url: string
  /** How many requests and streams each instance was given, by its address. */
  readonly given: ReadonlyMap<string, number>
  close(): Promise<void>
}

/** `targets`: the addresses of the instances that are up now. */
export async function openBalancer(targets: () => readonly string[]): Promise<Balancer> {
  const given = new Map<string, number>()
  let turn = 0
  /** All of them, the one whose turn it is first. */
  const inTurn = (): readonly string[] => {
    const all = targets()
    turn += 1
    return all.map((_, index) => all[(turn + index) % all.length] ?? '')
  }
  const count = (target: string): void => void given.set(target, (given.get(target) ?? 0) + 1)
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => forward(request, response, Buffer.concat(chunks), inTurn(), count))
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => pipe(request, socket, head, inTurn(), count))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** To the next one where nobody listens; what broke after it was taken is answered 502, because nobody knows how far it came. */
function forward(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  [target, ...others]: readonly string[],
  count: (target: string) => void,
): void {
  if (target === undefined) return void response.writeHead(503).end()
  const options = { method: request.method, headers: { ...request.headers, connection: 'close' }, agent: false }
  const onward = ask(`${target}${request.url ?? '/'}`, options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  onward.on('socket', (socket) => socket.once('connect', () => count(target)))
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') forward(request, response, body, others, count)
    else if (response.headersSent) response.destroy()
    else answerWith(response, 502)
  })
  onward.end(body)
}

function pipe(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  [target, ...others]: readonly string[],
  count: (target: string) => void,
): void {
  if (target === undefined) return void socket.destroy()
  const { hostname, port } = new URL(target)
  const onward = connect(Number(port), hostname)
  onward.once('connect', () => {
    count(target)
    const headers = request.rawHeaders.flatMap((name, index, all) => (index % 2 ? [] : [`${name}: ${all[index + 1] ?? ''}`]))
    onward.write(`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
    onward.write(head)
    onward.pipe(socket).pipe(onward)
  })
  socket.on('error', () => onward.destroy())
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') pipe(request, socket, head, others, count)
    else socket.destroy()
  })
  onward.on('close', () => onward.connecting || socket.destroy())
}
