// The least that a Direct Line client does, over HTTP only, for tests of the whole service.
export interface Heard {
  readonly id: string
  readonly text: string
  readonly from: string
  readonly choices: readonly string[]
  readonly advice: Readonly<Record<string, unknown>> | undefined
}

export class DirectLineClient {
  private watermark = ''

  private constructor(
    public url: string,
    readonly token: string,
    readonly conversation: string,
  ) {}

  static async open(url: string, council: string | null = null): Promise<DirectLineClient> {
    const body = JSON.stringify(council === null ? {} : { council })
    const made = await post(`${url}/api/directline/token`, null, body)
    const { token } = (await made.json()) as { token: string }
    const started = await post(`${url}/v3/directline/conversations`, token, '{}')
    const { conversationId, token: fresh } = (await started.json()) as { conversationId: string; token: string }
    return new DirectLineClient(url, fresh, conversationId)
  }

  /** Sends a message; gives the status. */
  async send(text: string, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const activity = { type: 'message', text, from: { id: 'somebody' }, ...more }
    const response = await post(
      `${this.url}/v3/directline/conversations/${this.conversation}/activities`,
      this.token,
      JSON.stringify(activity),
    )
    await response.text()
    return response.status
  }

  /** What is new; waits until the bot has said at least `count` messages or ten seconds have passed. */
  async hear(count = 1): Promise<readonly Heard[]> {
    const heard: Heard[] = []
    for (let tries = 0; tries < 100; tries += 1) {
      heard.push(...(await this.poll()))
      if (heard.filter(({ from }) => from === 'bot').length >= count) return heard
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return heard
  }

  /** Everything from the beginning, as a reloaded page asks for it. */
  async everything(): Promise<readonly Heard[]> {
    this.watermark = ''
    return this.poll()
  }

  /** Sends, and gives the bot's answer: every message of it. */
  async say(text: string, count = 1): Promise<readonly Heard[]> {
    await this.send(text)
    return (await this.hear(count)).filter(({ from }) => from === 'bot')
  }

  private async poll(): Promise<Heard[]> {
    const query = this.watermark === '' ? '' : `?watermark=${this.watermark}`
    const response = await fetch(`${this.url}/v3/directline/conversations/${this.conversation}/activities${query}`, {
      headers: { authorization: `Bearer ${this.token}` },
    })
    if (response.status !== 200) return []
    const { activities, watermark } = (await response.json()) as { activities: Record<string, never>[]; watermark: string }
    this.watermark = watermark
    return activities.map((activity) => heardOf(activity as unknown as Sent))
  }
}

interface Sent {
  readonly id: string
  readonly text?: string
  readonly from: { readonly role?: string; readonly id: string }
  readonly suggestedActions?: { readonly actions: readonly { readonly value: string }[] }
  readonly channelData?: { readonly advice?: Record<string, unknown> }
}

function heardOf({ id, text, from, suggestedActions, channelData }: Sent): Heard {
  return {
    id,
    text: text ?? '',
    from: from.role ?? from.id,
    choices: (suggestedActions?.actions ?? []).map(({ value }) => value),
    advice: channelData?.advice,
  }
}

function post(url: string, token: string | null, body: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body,
  })
}
