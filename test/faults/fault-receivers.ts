// The other side of the handoff faults: a receiver that fails and loses acknowledgements, one that is gone, and the families' chats. Remembers in a file.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { receiveWebhook } from '../../src/handoff/reference-receiver'
import { FAULT_SECRET } from './fault-settings'
import { answerWith } from '../answer-with'
import { close, listen } from '../listen'

const FAILS = 0.25
const LOSES = 0.05

export interface Seen {
  /** Ids of deliveries, webhooks and families alike, in the order in which they were taken. */
  readonly ids: Map<string, number>
  twice: number
  outOfOrder: number
  forged: number
  posts: number
  repeated: number
}

export interface FaultReceivers {
  readonly url: string
  readonly seen: Seen
  close(): Promise<void>
}

interface Line {
  readonly id: string
  /** Handoff, version and type of a webhook; null for a family's message. */
  readonly what: string | null
}

export async function openReceivers(folder: string, now: () => number): Promise<FaultReceivers> {
  const journal = join(folder, 'receivers.jsonl')
  const seen: Seen = { ids: new Map(), twice: 0, outOfOrder: 0, forged: 0, posts: 0, repeated: 0 }
  const last = new Map<string, number>()
  const announced = new Set<string>()
  const remember = ({ id, what }: Line): void => {
    seen.ids.set(id, seen.ids.size)
    if (what === null) return
    if (announced.has(what)) seen.twice += 1
    announced.add(what)
    const [handoff = '', version] = what.split('|')
    if (Number(version) <= (last.get(handoff) ?? 0)) seen.outOfOrder += 1
    last.set(handoff, Number(version))
  }
  if (existsSync(journal)) for (const text of readFileSync(journal, 'utf8').split('\n').filter(Boolean)) remember(JSON.parse(text) as Line)
  const take = (line: Line): void => {
    appendFileSync(journal, `${JSON.stringify(line)}\n`)
    remember(line)
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      seen.posts += 1
      if (request.url === '/family') return toFamily(body, response)
      if (request.url === '/gone') return answerWith(response, 410)
      if (Math.random() < FAILS) return answerWith(response, 503)
      const headers = request.headers as Record<string, string | undefined>
      const memory = {
        takeOnce: (id: string) => !seen.ids.has(id),
        keep: (id: string, { type, data }: { type: string; data: { id: string; version: number } }) =>
          take({ id, what: `${data.id}|${data.version}|${type}` }),
      }
      const answer = receiveWebhook({ headers, body }, [FAULT_SECRET], memory, Math.floor(now() / 1000))
      if (answer === 'refused') seen.forged += 1
      if (answer === 'repeated') seen.repeated += 1
      acknowledge(response, answer === 'refused' ? 401 : 204)
    })
  })
  const toFamily = (body: string, response: ServerResponse): void => {
    const { deliveryId } = JSON.parse(body) as { deliveryId: string }
    if (seen.ids.has(deliveryId)) seen.repeated += 1
    else take({ id: deliveryId, what: null })
    acknowledge(response, 204)
  }
  return { url: await listen(server), seen, close: async () => close(server) }
}

/** Now and then the answer is lost although everything was taken. */
function acknowledge(response: ServerResponse, status: number): void {
  if (Math.random() < LOSES) response.destroy()
  else answerWith(response, status)
}
