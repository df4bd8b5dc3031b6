// The service's own keys for what was shared: a ring of named keys, the first one current, the others kept to open what is older.
import { hkdfSync } from 'node:crypto'
import { KEY_BYTES } from './sealed-bytes'

/** One named key, and the keys made from it, one for each use. */
export interface RingKey {
  readonly kid: string
  /** Wraps the keys of records. */
  readonly wrap: Buffer
  /** Makes references. */
  readonly references: Buffer
  /** Hashes what is looked up. */
  readonly lookUps: Buffer
}

export interface KeyRing {
  readonly current: RingKey
  /** All of them, the current one first. */
  readonly keys: readonly RingKey[]
}

/** Keys that cannot be used. Says what is wrong with which, and never a value. */
export class WrongKeys extends Error {
  override readonly name = 'WrongKeys'
  constructor(readonly faults: readonly string[]) {
    super(`The keys for what is shared (SEND_KEYS) cannot be used: ${faults.join('; ')}.`)
  }
}

const MOST = 100
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/

/** The ring of `k2:base64,k1:base64`: 32 bytes each, the first one current. @throws WrongKeys with every fault at once */
export function parseKeys(text: string): KeyRing {
  const given = text.trim() === '' ? [] : text.split(',', MOST + 1).map(nameAndBytes)
  if (given.length > MOST) throw new WrongKeys([`there are more than ${MOST} keys`])
  const faults = given.flatMap(({ name, bytes }, index) => faultOf(name, bytes, index, given))
  const keys = given.map(({ name, bytes }) => ringKey(name, bytes))
  const [current] = keys
  if (current === undefined) throw new WrongKeys(['there is no key'])
  if (faults.length > 0) throw new WrongKeys(faults)
  return { current, keys }
}

interface GivenKey {
  readonly name: string
  /** Empty where it is not base64. */
  readonly bytes: Buffer
}

function nameAndBytes(entry: string): GivenKey {
  const [, name = '', base64 = ''] = /^\s*([^:]*):\s*(\S*)\s*$/.exec(entry) ?? []
  const bytes = Buffer.from(base64, 'base64')
  return { name, bytes: bytes.toString('base64') === base64 ? bytes : Buffer.alloc(0) }
}

/** By its place, not its name: what stands before a colon that was left out may be the key itself. */
function faultOf(name: string, bytes: Buffer, index: number, all: readonly GivenKey[]): readonly string[] {
  const before = all.slice(0, index)
  if (!NAME.test(name)) return [`key ${index + 1} has no name of letters, digits and hyphens before a colon`]
  if (bytes.length !== KEY_BYTES) return [`key ${index + 1} is not ${KEY_BYTES} bytes in base64`]
  if (before.some((other) => other.name === name)) return [`key ${index + 1} has the name of another`]
  return before.some((other) => other.bytes.equals(bytes)) ? [`key ${index + 1} is the same as another`] : []
}

function ringKey(kid: string, bytes: Buffer): RingKey {
  const subKey = (use: string): Buffer => Buffer.from(hkdfSync('sha256', bytes, '', `common-ground/handoff/${use}`, KEY_BYTES))
  return { kid, wrap: subKey('wrap'), references: subKey('references'), lookUps: subKey('look-ups') }
}
