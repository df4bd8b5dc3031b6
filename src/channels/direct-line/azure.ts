// Where Azure's Direct Line is set up, a chat's token comes from there. The secret stays here.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Log } from '../../log'
import type { Reply } from '../http-reply'

const GENERATE = 'https://directline.botframework.com/v3/directline/tokens/generate'
const TIMEOUT = 10_000

const answer = z.object({ conversationId: z.string().min(1), token: z.string().min(1), expires_in: z.number() })

export interface AzureToken {
  readonly reply: Reply
  /** Null when Azure gave none. */
  readonly conversation: string | null
}

/** A token of Azure's for one new conversation; 503 when Azure does not give one. */
export async function azureToken(secret: string, log: Log): Promise<AzureToken> {
  const userId = `dl_${randomBytes(12).toString('hex')}`
  try {
    const response = await fetch(GENERATE, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: userId } }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (!response.ok) return unavailable(log, response.status)
    const body = answer.parse(await response.json())
    return { reply: { status: 200, body: { ...body, userId } }, conversation: body.conversationId }
  } catch {
    return unavailable(log, 0)
  }
}

function unavailable(log: Log, status: number): AzureToken {
  log.event('upstream-failed', { upstream: 'azure-direct-line', status })
  const body = 'The chat cannot be reached at the moment. Please try again in a minute.'
  return { reply: { status: 503, body, headers: { 'retry-after': '30' } }, conversation: null }
}
