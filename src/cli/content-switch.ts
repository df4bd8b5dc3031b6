// `content withdraw TOPIC --reason "..."` and `content restore TOPIC`: the running server hears of it within 30 seconds.
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { londonNow } from '../clock'
import { loadPack } from '../content/load'
import { restoreTopic, withdrawTopic } from '../content/overlay/withdraw'
import { contentDir } from '../project-root'
import { dirOfOverlay } from './live-pack'

const TOLD = {
  done: {
    withdraw: 'is withdrawn. Within 30 seconds no conversation says it any more.',
    restore: 'is back. Within 30 seconds every conversation says it again.',
  },
  already: { withdraw: 'was withdrawn already.', restore: 'is not withdrawn.' },
  unknown: { withdraw: 'is no topic of the pack.', restore: 'is no topic of the pack.' },
} as const

export const SWITCH_USAGE = 'content withdraw TOPIC --reason "why" [--by NAME] | content restore TOPIC [--reason "why"] [--by NAME]'

/** Run where the server runs, with its DATA_DIR. Gives 0 when done, 1 when there was nothing to do, 2 on wrong usage. */
export function switchTopic(how: 'withdraw' | 'restore', args: readonly string[]): number {
  const read = readFlags(args)
  const reason = read?.reason ?? (how === 'restore' ? 'It may be said again' : null)
  if (read === null || reason === null) {
    console.error(SWITCH_USAGE)
    return 2
  }
  const name = read.by ?? whoRuns()
  const by = { id: `command:${name}`, name }
  const switching = { topic: read.topic, reason, by, on: londonNow().today, at: Date.now() }
  const came = (how === 'withdraw' ? withdrawTopic : restoreTopic)(loadPack(contentDir), dirOfOverlay(), switching)
  console.log(`${read.topic} ${TOLD[came][how]}`)
  return came === 'done' ? 0 : 1
}

/** In a container the user that the service runs as may have a number and no name. */
function whoRuns(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}

function readFlags(args: readonly string[]): { topic: string; reason: string | null; by: string | null } | null {
  try {
    const options = { reason: { type: 'string' }, by: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [topic, ...more] = positionals
    if (topic === undefined || more.length > 0) return null
    return { topic, reason: values.reason?.trim() || null, by: values.by?.trim() || null }
  } catch {
    return null
  }
}
