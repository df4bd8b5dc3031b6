// What other instances do in the conversations that are open here: pages are brought up to date, and what nobody answers is answered.
import type { Log } from '../../log'
import type { ConversationStore } from '../../store/port'
import type { Others } from '../../store/others-port'
import type { Session } from './session'
import type { Sessions } from './sessions'
import type { Turns } from './turns'

/** Hints come at once; this is for the one that did not, and for what an instance that is gone left unanswered. Milliseconds. */
const LOOK_EVERY = 5000
const AT_ONCE = 1000

export interface FollowParts {
  readonly store: ConversationStore
  readonly others: Others
  readonly sessions: Sessions
  readonly turns: Turns
  readonly log: Log
}

/** Follows until it is told to stop. Where one process works alone there is nothing to follow. */
export function followOthers(parts: FollowParts): () => void {
  const { others, sessions, log } = parts
  if (others.mayBe === 'none') return () => undefined
  const waiting = new Set<string>()
  let isLooking = false
  const look = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    await lookAtAll(parts, waiting)
      .catch((error: unknown) => log.failure('direct-line', error))
      .finally(() => (isLooking = false))
  }
  const timer = setInterval(() => void look(), LOOK_EVERY)
  timer.unref()
  const deaf = others.hear((hint) => {
    if (hint.kind === 'entries') sessions.get(hint.conversation)?.look(Infinity)
    if (hint.kind === 'missed') void look()
  })
  return () => {
    clearInterval(timer)
    deaf()
  }
}

/** `waiting`: where somebody waited at the last look. Who waits at this one too is answered from here: whoever was at it may be gone. */
async function lookAtAll({ store, sessions, turns }: FollowParts, waiting: Set<string>): Promise<void> {
  const open = new Map<string, Session>([...sessions.all()].map((session) => [session.id, session]))
  const before = new Set(waiting)
  waiting.clear()
  const ids = [...open.keys()]
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const { id, lastSeq, isWaiting } of await store.standing(ids.slice(from, from + AT_ONCE))) {
      const session = open.get(id)
      session?.look(lastSeq)
      if (!isWaiting) continue
      waiting.add(id)
      if (session && before.has(id)) turns.answer(session)
    }
  }
}
