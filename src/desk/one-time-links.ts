// The link that opens the desk on this machine: 128 random bits, used once, good for ten minutes.
import { createHash, randomBytes } from 'node:crypto'

const LIFE_MS = 10 * 60_000
const PAUSE_MS = 10_000

export interface OneTimeLinks {
  /** A fresh link; the one before it is no longer good. `http://127.0.0.1:3978/desk?once=…` */
  make(url: string): string
  /** Makes one and prints it where the server runs; not more than one every ten seconds. */
  printAgain(url: string): void
  /** Whether this is the link that is good now; it stays good. */
  isGood(token: string): boolean
  /** Whether this was the link that was good; from now on it is not. */
  redeem(token: string): boolean
}

/** `page`: which page the link opens. */
export function createOneTimeLinks(now: () => number, print: (line: string) => void, page: '/desk' | '/editor' = '/desk'): OneTimeLinks {
  let good: { readonly hash: string; readonly until: number } | null = null
  let printedAt = -Infinity
  const make = (url: string): string => {
    const token = randomBytes(16).toString('base64url')
    good = { hash: hashOf(token), until: now() + LIFE_MS }
    return `${url}${page}?once=${token}`
  }
  const isGood = (token: string): boolean => good !== null && now() < good.until && good.hash === hashOf(token)
  return {
    make,
    isGood,
    printAgain: (url) => {
      if (now() - printedAt < PAUSE_MS) return
      printedAt = now()
      print(make(url))
    },
    redeem: (token) => {
      const was = isGood(token)
      if (was) good = null
      return was
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
