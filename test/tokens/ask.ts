// Asks an address with a pass, and says whether it was refused.
import { openStream, type Chat } from '../channels/page'
import { MARK, type HeldService } from './hold-service'
import type { Pass } from './passes'

const UPLOAD = '--x\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{"type":"message","text":"hello"}\r\n--x--\r\n'

/** Whether a stream opens, else the status with which it is refused. */
export async function opens(url: string, headers: Record<string, string> = {}): Promise<number | 'open'> {
  try {
    const stream = await openStream(url, headers)
    stream.close()
    return 'open'
  } catch (error) {
    return Number(/refused (\d+)/.exec(String(error))?.[1])
  }
}

/** Begun by a page of this site. */
export async function newChatFrom(service: HeldService, origin: string): Promise<Chat> {
  const answer = await fetch(`${service.url}/api/directline/token`, { method: 'POST', headers: { origin } })
  return (await answer.json()) as Chat
}

/** `refused`, or what came instead; an address that lets nobody in says nothing of what is behind it. */
export async function ask(
  at: HeldService,
  route: string,
  { headers = {}, id = 'none', query = '', form, body = { type: 'message', text: 'hello' } }: Pass,
): Promise<string> {
  const [method = '', path = ''] = route.split(' ')
  const isForm = form !== undefined
  const isUpload = path.endsWith('/upload')
  const posted = isForm ? new URLSearchParams(form) : isUpload ? UPLOAD : JSON.stringify(body)
  const response = await fetch(at.url + path.replace(/:(?:id|token)/, id) + query, {
    method,
    redirect: 'manual',
    headers: {
      ...(isForm || method !== 'POST' ? {} : { 'content-type': isUpload ? 'multipart/form-data; boundary=x' : 'application/json' }),
      ...headers,
    },
    ...(method === 'POST' ? { body: posted } : {}),
  })
  const { status } = response
  const [to, begun] = [response.headers.get('location') ?? '', response.headers.getSetCookie().some((one) => !one.includes('=;'))]
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) return `stream ${status}`
  const text = await response.text()
  if (status >= 500) return `failed ${status}`
  const isAtTheDoor = [401, 403, 404, 410].includes(status) || (status === 303 && /^\/(?:desk|editor)\/sign-in(?:\?ended=1)?$/.test(to))
  return isAtTheDoor && !text.includes(MARK) && !begun ? 'refused' : `let in ${status}`
}

/** Whatever was not refused, at any of these addresses by any of these passes. */
export async function notRefused(service: HeldService, routes: readonly string[], given: readonly Pass[]): Promise<readonly string[]> {
  const came: string[] = []
  for (const route of routes)
    for (const pass of given) {
      const answer = await ask(service, route, pass)
      if (answer !== 'refused') came.push(`${route}, ${pass.what}: ${answer}`)
    }
  expect([routes.length > 0, given.length > 0]).toEqual([true, true])
  return came
}
