// The desk's two cookies: the session, and what a sign-in under way must remember until the identity provider sends the person back.
import type { IncomingMessage } from 'node:http'

export type CookieName = 'desk' | 'desk-signing-in'

export interface Cookies {
  read(request: IncomingMessage, name: CookieName): string | null
  /** The value of a `Set-Cookie` header. A session cookie is never sent with a request that another site caused. */
  write(name: CookieName, value: string): string
  clear(name: CookieName): string
}

/** The way back from the identity provider is caused by another site, so what it needs cannot be `Strict`. */
const SAME_SITE: Readonly<Record<CookieName, string>> = { desk: 'Strict', 'desk-signing-in': 'Lax' }
const MAX_AGE: Readonly<Record<CookieName, number>> = { desk: 8 * 3600, 'desk-signing-in': 600 }

/** `https` where families and staff reach the server by it: then the cookie is bound to exactly this host. */
export function createCookies(scheme: 'http' | 'https'): Cookies {
  const isSecure = scheme === 'https'
  const full = (name: CookieName): string => (isSecure ? `__Host-${name}` : name)
  const set = (name: CookieName, value: string, age: number): string =>
    `${full(name)}=${value}; ${isSecure ? 'Path=/; Secure' : 'Path=/desk'}; HttpOnly; SameSite=${SAME_SITE[name]}; Max-Age=${age}`
  return {
    read: (request, name) => {
      const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
      const own = pairs.find((pair) => pair.startsWith(`${full(name)}=`))
      return own === undefined ? null : own.slice(full(name).length + 1)
    },
    write: (name, value) => set(name, value, MAX_AGE[name]),
    clear: (name) => set(name, '', 0),
  }
}
