// Cookies that no script reads and that another site's pages cannot send.
import type { IncomingMessage } from 'node:http'

export interface CookieRule {
  /** Where it is sent; everywhere on this host where families and staff reach it by https, so that the browser binds it to the host. */
  readonly path: string
  readonly sameSite: 'Strict' | 'Lax'
  /** How long the browser keeps it; null: until it is closed. */
  readonly seconds: number | null
}

export interface Cookies<Name extends string> {
  read(request: IncomingMessage, name: Name): string | null
  /** The value of a `Set-Cookie` header. */
  write(name: Name, value: string): string
  clear(name: Name): string
}

/** Cookies by these rules. `https` where the server is reached by it: then the cookie is bound to exactly this host. */
export function createCookies<Name extends string>(scheme: 'http' | 'https', rules: Readonly<Record<Name, CookieRule>>): Cookies<Name> {
  const isSecure = scheme === 'https'
  const full = (name: Name): string => (isSecure ? `__Host-${name}` : name)
  const set = (name: Name, value: string, seconds: number | null): string => {
    const { path, sameSite } = rules[name]
    const age = seconds === null ? '' : `; Max-Age=${seconds}`
    return `${full(name)}=${value}; ${isSecure ? 'Path=/; Secure' : `Path=${path}`}; HttpOnly; SameSite=${sameSite}${age}`
  }
  return {
    read: (request, name) => {
      const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
      const own = pairs.find((pair) => pair.startsWith(`${full(name)}=`))
      return own === undefined ? null : own.slice(full(name).length + 1)
    },
    write: (name, value) => set(name, value, rules[name].seconds),
    clear: (name) => set(name, '', 0),
  }
}
