// A person who presses the links and forms of the desk as a browser without scripts does.
export interface Page {
  readonly status: number
  readonly html: string
  /** What is read, without the marks. */
  readonly text: string
  readonly path: string
  readonly headers: Headers
}

export class Visitor {
  readonly cookies = new Map<string, string>()
  page: Page = { status: 0, html: '', text: '', path: '', headers: new Headers() }

  constructor(readonly url: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.follow(path, { headers })
  }

  /** Sends the form of the page that goes to this address, with what is hidden in it and what is filled in. */
  async press(action: string, filled: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Page> {
    const form = formsOf(this.page.html).find((one) => one.action === action)
    if (!form) throw new Error(`No form to ${action} on ${this.page.path}: ${this.page.text}`)
    return this.post(action, { ...form.hidden, ...filled })
  }

  async post(
    action: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
    )
    return this.follow(action, { method: 'POST', body, headers })
  }

  get csrf(): string {
    return /name="csrf" value="([^"]+)"/.exec(this.page.html)?.[1] ?? ''
  }

  /** Is at the desk until the signal. What comes is read, as the page does: an answer that nobody reads is closed when memory is tidied up, and then nobody is there. */
  async stayAtDesk(signal: AbortSignal): Promise<void> {
    const events = await this.fetch('/desk/events', { signal })
    if (events.status !== 200) throw new Error('The desk does not follow changes.')
    events.body?.pipeTo(new WritableStream()).catch(() => undefined)
  }

  private async follow(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Page> {
    const response = await this.fetch(path, init)
    const to = response.headers.get('location')
    if (response.status === 303 && to !== null) return this.follow(to, { headers: {} })
    const html = await response.text()
    this.page = { status: response.status, html, text: textOf(html), path, headers: response.headers }
    return this.page
  }

  async fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const address = path.startsWith('http') ? path : this.url + path
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }
}

function formsOf(html: string): readonly { readonly action: string; readonly hidden: Record<string, string> }[] {
  return [...html.matchAll(/<form [^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].map(([, action = '', inside = '']) => ({
    action,
    hidden: Object.fromEntries(
      [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>,
  }))
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body')).replace(/<script.*?<\/script>/gs, '')
  return body
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\n+/g, '\n')
}
