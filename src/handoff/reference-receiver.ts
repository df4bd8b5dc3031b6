// What a provider's case system has to do with our webhooks, in a small form: refuse what is forged or old, take each id once, keep the latest of each handoff.
import { webhookSchema, type WebhookBody } from './webhook-body'
import { isSigned } from './webhook-signature'

export interface Received {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export interface ReceiverMemory {
  /** False when this id was taken before. Kept for at least as long as tries go on: four days. */
  takeOnce(id: string): boolean
  /** Called in the order in which it was taken in. */
  keep(id: string, body: WebhookBody): void
}

export type Answer = 'taken' | 'repeated' | 'refused'

/** 'taken' and 'repeated' are answered 204, 'refused' 401. `nowSeconds` is the receiver's own clock. */
export function receiveWebhook(
  { headers, body }: Received,
  secrets: readonly string[],
  memory: ReceiverMemory,
  nowSeconds: number,
): Answer {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  const given = headers['webhook-signature']
  if (id === undefined || given === undefined || !/^\d{1,12}$/.test(timestamp ?? '')) return 'refused'
  if (!isSigned({ id, timestamp: Number(timestamp), body }, given, secrets, nowSeconds)) return 'refused'
  const read = webhookSchema.safeParse(parsed(body))
  if (!read.success) return 'refused'
  if (!memory.takeOnce(id)) return 'repeated'
  memory.keep(id, read.data)
  return 'taken'
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
