// The way through the identity provider's pages, as somebody goes who presses Sign in.
import type { Visitor } from './visitor'

/** Gives the whole address that the provider sends the browser back to: the first that holds `until`. */
export async function throughProvider(visitor: Visitor, name: string, start: string, until: string): Promise<string> {
  let response = await visitor.fetch(start)
  for (let n = 0; n < 12; n += 1) {
    const to = response.headers.get('location')
    if (to?.includes(until)) return to
    if (to) {
      response = await visitor.fetch(new URL(to, response.url).href)
      continue
    }
    const html = await response.text()
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? ''
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const body = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: name, password: 'x' } : {}) })
    response = await visitor.fetch(new URL(action, response.url).href, { method: 'POST', body })
  }
  throw new Error('The provider did not come to an end')
}
