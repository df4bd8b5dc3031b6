// How many files and connections one process may hold open. Node raises its own limit to the hard one when it starts; more only the machine can give.
import { readFileSync } from 'node:fs'

/** Files, timers and the store's own connections, besides one for each chat. */
const BESIDES = 500

/** What stands in the way of so many open chats; null when nothing does. Only Linux tells. */
export function tooFewDescriptors(chats: number, limits = readLimits()): string | null {
  const found = /Max open files\s+(\d+)/.exec(limits)?.[1]
  const allowed = found === undefined ? Infinity : Number(found)
  if (allowed >= chats + BESIDES) return null
  return `A process on this machine may hold ${allowed} files and connections open; ${chats} chats need ${chats + BESIDES}. Raise the hard limit (ulimit -Hn, LimitNOFILE, or the container's nofile) or ask for fewer with --chats.`
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return ''
  }
}
