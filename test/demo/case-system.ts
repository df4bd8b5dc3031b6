// The case system of the organisation: our reference receiver on loopback. It refuses one webhook and loses one acknowledgement, as case systems do.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { receiveWebhook } from '../../src/handoff/reference-receiver'
import type { WebhookBody } from '../../src/handoff/webhook-body'
import { answerWith } from '../answer-with'
import { close, listen } from '../listen'

const SECRET = `whsec_${Buffer.alloc(32, 11).toString('base64')}`
export const CREDENTIAL = 'the-credential-of-the-demonstration'

export interface CaseSystem {
  /** What was taken, each id once, in the order in which it came. */
  readonly taken: WebhookBody[]
  readonly counts: { refused: number; lost: number; repeated: number; forged: number }
  /** The settings that send an organisation's webhooks here: a file for RECEIVERS_FILE. */
  writeSettings(path: string, organisation: string): void
  close(): Promise<void>
}

export async function openCaseSystem(tell: (text: string) => void): Promise<CaseSystem> {
  const taken: WebhookBody[] = []
  const counts = { refused: 0, lost: 0, repeated: 0, forged: 0 }
  const known = new Set<string>()
  const memory = {
    takeOnce: (id: string) => !known.has(id) && known.add(id) !== undefined,
    keep: (_id: string, body: WebhookBody) => void taken.push(body),
  }
  const receive = (headers: Readonly<Record<string, string | undefined>>, body: string, response: ServerResponse): void => {
    if (counts.refused === 0) {
      counts.refused += 1
      tell('A webhook comes. The case system is broken and answers 503.')
      return answerWith(response, 503)
    }
    const answer = receiveWebhook({ headers, body }, [SECRET], memory, Math.floor(Date.now() / 1000))
    const type = taken.at(-1)?.type ?? ''
    if (answer === 'refused') counts.forged += 1
    if (answer === 'repeated') {
      counts.repeated += 1
      tell('The same webhook comes again, with the same id. It is known, so it is not taken twice.')
    }
    if (answer === 'taken' && type === 'handoff.accepted' && counts.lost === 0) {
      counts.lost += 1
      tell(`Takes "${type}", and the line breaks before it can say so.`)
      return void response.destroy()
    }
    if (answer === 'taken') tell(`Takes "${type}". Signed by the service; nothing about the family is in it.`)
    answerWith(response, answer === 'refused' ? 401 : 204)
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => receive(request.headers as Record<string, string | undefined>, body, response))
  })
  const url = await listen(server)
  return {
    taken,
    counts,
    writeSettings: (path, organisation) => {
      const webhook = { url: `${url}/webhooks`, secrets: [SECRET] }
      const credentials = [createHash('sha256').update(CREDENTIAL).digest('hex')]
      writeFileSync(path, JSON.stringify({ receivers: { [organisation]: { webhook, credentials } } }), { mode: 0o600 })
    },
    close: async () => close(server),
  }
}
