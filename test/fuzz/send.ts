// Sends a request as it is, whatever stands in it, and hears how it is answered.
import { request as ask, type Agent, type IncomingMessage } from 'node:http'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The status; 0 when the connection was closed without one. */
export async function send(agent: Agent, url: string, { method, path, headers, body: given }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(given, 'utf8')
    const options = {
      method,
      agent,
      headers: { ...headers, ...(bytes.length > 0 ? { 'content-length': bytes.length } : {}) },
      timeout: 20_000,
    }
    const request = ask(url + path, options, (response: IncomingMessage) => {
      // A stream of events never ends.
      if (String(response.headers['content-type']).startsWith('text/event-stream')) response.destroy()
      response.on('error', () => undefined)
      response.on('close', () => resolve(response.statusCode ?? 0))
      response.resume()
    })
    request.on('timeout', () => reject(new Error(`no answer to ${method} ${path.slice(0, 200)}`)))
    request.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? reject(error) : resolve(0)))
    request.end(bytes)
  })
}
