// Who is signed in: kept in this process, named by the hash of what the cookie holds, 30 minutes idle and 8 hours at most.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Staff } from '../handoff/handoffs'

const IDLE_MS = 30 * 60_000
const LIFE_MS = 8 * 3_600_000
/** More than this many at once, and the one that was used longest ago is signed out. */
const MOST = 10_000

/** What the last form came to. `problem`: nothing was changed. */
export interface Notice {
  readonly kind: 'done' | 'problem'
  readonly text: string
}

export interface Session {
  readonly staff: Staff
  /** Stands in every form of this session. */
  readonly csrf: string
  readonly beganAt: number
  readonly endsAt: number
  usedAt: number
  /** What the last form came to; shown once. */
  notice: Notice | null
}

export interface Sessions {
  /** Signs in; gives what the cookie is to hold. */
  begin(staff: Staff): string
  find(cookie: string): Session | null
  /** The person did something: the idle time begins again. */
  touch(session: Session): void
  end(session: Session): void
  /** Milliseconds until the session ends if nobody does anything; 0 when it has ended. */
  left(session: Session): number
}

export function createSessions(now: () => number): Sessions {
  const kept = new Map<string, Session>()
  const left = (session: Session): number => Math.max(0, Math.min(session.endsAt, session.usedAt + IDLE_MS) - now())
  const end = (session: Session): void => {
    for (const [key, one] of kept) if (one === session) kept.delete(key)
  }
  const sweep = (): void => {
    for (const [key, one] of kept) if (left(one) === 0 || kept.size >= MOST) kept.delete(key)
  }
  return {
    begin: (staff) => {
      sweep()
      const cookie = randomBytes(32).toString('base64url')
      kept.set(hashOf(cookie), {
        staff,
        csrf: randomBytes(32).toString('base64url'),
        beganAt: now(),
        endsAt: now() + LIFE_MS,
        usedAt: now(),
        notice: null,
      })
      return cookie
    },
    find: (cookie) => {
      const session = kept.get(hashOf(cookie))
      if (!session) return null
      if (left(session) > 0) return session
      end(session)
      return null
    },
    touch: (session) => {
      session.usedAt = now()
    },
    end: (session) => {
      end(session)
      session.usedAt = -Infinity
    },
    left,
  }
}

/** Whether a form holds this session's token. */
export function hasToken(session: Session, given: string): boolean {
  const [a, b] = [Buffer.from(session.csrf), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function hashOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex')
}
