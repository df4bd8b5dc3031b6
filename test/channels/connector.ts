// Stands in for a channel's connector service: notes what the bot sends, or leaves it hanging.
import { createServer } from 'node:http'
import { close, listen } from '../listen'

interface Sent {
  readonly type: string
  readonly text?: string
  readonly attachments?: readonly { readonly contentType: string; readonly content: object }[]
  readonly suggestedActions?: object
}

export interface TestConnector {
  readonly url: string
  readonly sent: Sent[]
  isHanging: boolean
  stop(): Promise<void>
}

export async function startConnector(): Promise<TestConnector> {
  const sent: Sent[] = []
  const server = createServer((request, response) => {
    if (connector.isHanging) return
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      sent.push(JSON.parse(String(Buffer.concat(chunks))) as Sent)
      response.setHeader('content-type', 'application/json')
      response.end('{"id":"1"}')
    })
  })
  const connector: TestConnector = {
    url: await listen(server),
    sent,
    isHanging: false,
    stop: async () => close(server),
  }
  return connector
}
