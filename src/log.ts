// The log: one line of JSON an event, and only the events and fields of this table. There is no way to pass it a sentence.
import { hash, randomBytes, randomInt } from 'node:crypto'
import { writeSync } from 'node:fs'
import pino from 'pino'
import { framesOf, nameOf } from './log-failure'

/** A field is a number, a hashed id, a truth value, or one of the words listed. */
type Field = 'number' | 'hash' | 'boolean' | readonly string[]

/** Where turns come from; anything else is 'other'. */
export const CHANNEL = ['directline', 'webchat', 'msteams', 'emulator', 'other'] as const
/** Milliseconds. */
const DAY = 86_400_000
const PLACE = [
  'turn',
  'greeting',
  'proactive',
  'messages',
  'direct-line',
  'stream',
  'server',
  'sweep',
  'store',
  'unanswered',
  'handoff',
  'other',
] as const

const EVENTS = {
  started: { port: 'number', profile: ['local', 'production'] },
  stopping: { sockets: 'number', turns: 'number' },
  stopped: { clean: 'boolean', ms: 'number' },
  turn: { channel: CHANNEL, conversation: 'hash', ms: 'number', replies: 'number', outcome: ['done', 'repeated', 'discarded'] },
  recovered: { conversation: 'hash', entries: 'number' },
  refused: {
    status: 'number',
    why: ['malformed', 'too-long', 'token', 'expired', 'unknown', 'too-many', 'not-allowed', 'not-authenticated'],
  },
  'look-up-refused': { staff: 'hash', organisation: 'hash' },
  swept: { conversations: 'number', entries: 'number', states: 'number', activities: 'number', questions: 'number' },
  'sdk-console': { lines: 'number' },
  'upstream-failed': { upstream: ['azure-direct-line'], status: 'number' },
} as const satisfies Record<string, Record<string, Field>>

type Events = typeof EVENTS
type Value<F> = F extends 'number'
  ? number
  : F extends 'boolean'
    ? boolean
    : F extends 'hash'
      ? HashedId
      : F extends readonly (infer Word)[]
        ? Word
        : never
export type LogFields<E extends keyof Events> = { readonly [K in keyof Events[E]]: Value<Events[E][K]> }
export type LogPlace = (typeof PLACE)[number]

declare const brand: unique symbol
/** Ten hex digits that mean nothing outside this process and this day. */
type HashedId = string & { readonly [brand]: 'HashedId' }

export interface Log {
  event<E extends keyof Events>(name: E, fields: LogFields<E>): void
  /** Our own failure: writes its kind and where in our code it happened, never its words. Gives the reference number for the apology. */
  failure(place: LogPlace, error: unknown): string
  /** What stands for an id in the log. */
  hashed(id: string): HashedId
}

export interface LogTarget {
  write(line: string): void
}

/** Milliseconds that a line may wait for others. */
const SOON = 20
/** What a pipe takes whole or not at all, in bytes. */
const AT_ONCE = 4096

/**
 * Writes to an open file, together what comes within a few turns of the event loop: each call into the system costs as much as making several lines.
 * A line that cannot be written is lost: neither a full disk nor a reader that is gone may stop the service.
 */
export function lineWriter(file: number): LogTarget {
  let lines = ''
  const flush = (): void => {
    const text = lines
    lines = ''
    try {
      if (text !== '') writeSync(file, text)
    } catch {
      // There is nowhere to say it. pino's own destination would try again for ever, and hold up everything meanwhile.
    }
  }
  process.on('exit', flush)
  return {
    write: (line) => {
      if (lines.length + line.length > AT_ONCE) flush()
      if (lines === '') setTimeout(flush, SOON).unref()
      lines += line
    },
  }
}

/** A log that writes to `target`, standard error by default. */
export function createLog(target: LogTarget = lineWriter(2)): Log {
  const writer = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, target as pino.DestinationStream)
  const salt = dailySalt()
  return {
    event: (name, fields) => writer.info(allowed(name, EVENTS[name], fields as Record<string, unknown>)),
    failure: (place, error) => {
      const reference = newReference()
      const where = PLACE.includes(place) ? place : 'other'
      writer.error({ event: 'failure', reference, place: where, kind: nameOf(error), frames: framesOf(error) })
      return reference
    },
    // Ten digits of a hash that begins with a secret: too few for it to be carried on to another id.
    hashed: (id) => hash('sha256', `${salt()} ${id}`).slice(0, 10) as HashedId,
  }
}

/** The second net, for what the types did not stop: a value that is not what the table says is left out. */
function allowed(name: string, table: Record<string, Field>, fields: Record<string, unknown>): Record<string, unknown> {
  const line: Record<string, unknown> = { event: name }
  for (const field in table) if (fits(table[field] as Field, fields[field])) line[field] = fields[field]
  return line
}

function fits(field: Field, value: unknown): boolean {
  if (field === 'number' || field === 'boolean') return typeof value === field
  if (field === 'hash') return typeof value === 'string' && /^[0-9a-f]{10}$/.test(value)
  return typeof value === 'string' && field.includes(value)
}

function dailySalt(): () => string {
  let day = -1
  let salt = ''
  return () => {
    const now = Math.floor(Date.now() / DAY)
    if (now !== day) [day, salt] = [now, randomBytes(16).toString('base64url')]
    return salt
  }
}

function newReference(): string {
  return String(randomInt(100_000_000, 1_000_000_000))
}
