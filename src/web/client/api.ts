// The calls that the page makes: our token endpoint and Direct Line 3.0, each with an answer that says what to do next.
import type { Activity, ActivitySet } from '../view/activity'

/** `ended`: this conversation cannot go on. `unreachable`: try again. `refused`: trying again would not help. */
export type Answer<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'ended' | 'refused' | 'unreachable' }

export interface Started {
  readonly conversationId: string
  readonly token?: string
  readonly expires_in?: number
  readonly streamUrl?: string
}

export interface Granted extends Started {
  readonly token: string
  readonly userId?: string
}

const TIME_LIMIT_MS = 20_000

export class Api {
  constructor(
    private readonly tokenUrl: string,
    private readonly directLine: string,
  ) {}

  grant(council: string | null): Promise<Answer<Granted>> {
    return call('POST', this.tokenUrl, null, council === null ? {} : { council })
  }

  start(token: string): Promise<Answer<Started>> {
    return call('POST', `${this.directLine}/conversations`, token, {})
  }

  rejoin(token: string, conversation: string, watermark: string): Promise<Answer<Started>> {
    return call('GET', `${this.conversation(conversation)}?watermark=${encodeURIComponent(watermark)}`, token)
  }

  read(token: string, conversation: string, watermark: string): Promise<Answer<ActivitySet>> {
    return call('GET', `${this.conversation(conversation)}/activities?watermark=${encodeURIComponent(watermark)}`, token)
  }

  post(token: string, conversation: string, activity: Activity): Promise<Answer<{ id: string }>> {
    return call('POST', `${this.conversation(conversation)}/activities`, token, activity)
  }

  refresh(token: string): Promise<Answer<Granted>> {
    return call('POST', `${this.directLine}/tokens/refresh`, token, {})
  }

  private conversation(id: string): string {
    return `${this.directLine}/conversations/${encodeURIComponent(id)}`
  }
}

async function call<T>(method: string, url: string, token: string | null, body?: object): Promise<Answer<T>> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIME_LIMIT_MS)
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (token !== null) headers['Authorization'] = `Bearer ${token}`
  if (body) headers['Content-Type'] = 'application/json'
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
      signal: abort.signal,
      cache: 'no-store',
      credentials: 'omit',
    })
    if (response.ok) return { kind: 'ok', value: (await response.json()) as T }
    return { kind: meaningOf(response.status) }
  } catch {
    return { kind: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}

function meaningOf(status: number): 'ended' | 'refused' | 'unreachable' {
  if (status === 401 || status === 403 || status === 404 || status === 410) return 'ended'
  return status >= 500 || status === 408 || status === 429 ? 'unreachable' : 'refused'
}
