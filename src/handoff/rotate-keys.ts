// Puts everything that stands under older keys of the ring under the current one. Records themselves stay as they are. It may be broken off at any point: the next run goes on.
import type { HandoffStore } from '../store/handoff-port'
import { hashReference, keyOfReference } from '../store/handoff-reference'
import type { KeyRing } from '../store/key-ring'
import type { KeptKey, KeptReference, KeyStore } from '../store/keys-port'
import { openRecord, rewrap } from '../store/seal-record'
import { SealBroken } from '../store/sealed-bytes'
import { readKeptSummary } from './open-case'

/** What one key is used for. `isOnRing` false: nothing here opens what stands under it. */
export interface KeyUse {
  readonly kid: string
  readonly isCurrent: boolean
  readonly isOnRing: boolean
  readonly records: number
  readonly references: number
}

export interface Rotated {
  readonly records: number
  readonly references: number
  /** What could not be put under the current key: its own key is not on the ring, it was changed, or its place is taken. */
  readonly left: number
}

export interface Keyed {
  readonly keys: KeyStore
  readonly handoffs: Pick<HandoffStore, 'secret'>
}

const PAGE = 500

/** Each key of the ring, the current one first, then names that are only in the store. */
export async function keyUses(store: Keyed, ring: KeyRing): Promise<readonly KeyUse[]> {
  const records = await store.keys.wrapped()
  const references = await referencesByKey(store, ring)
  const onRing = ring.keys.map(({ kid }) => kid)
  return [...onRing, ...Object.keys(records).filter((kid) => !onRing.includes(kid))].map((kid) => ({
    kid,
    isCurrent: kid === ring.current.kid,
    isOnRing: onRing.includes(kid),
    records: records[kid] ?? 0,
    references: references.get(kid) ?? 0,
  }))
}

async function referencesByKey(store: Keyed, ring: KeyRing): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for await (const reference of references(store)) {
    const kid = (await placeOf(store, ring, reference))?.kid
    if (typeof kid === 'string') found.set(kid, (found.get(kid) ?? 0) + 1)
  }
  return found
}

/** `onProgress` hears how many were put under the current key so far. */
export async function rotateKeys(store: Keyed, ring: KeyRing, onProgress: (done: number) => void): Promise<Rotated> {
  const came = { records: 0, references: 0, left: 0 }
  const count = (what: keyof Rotated): void => {
    came[what] += 1
    const done = came.records + came.references
    if (what !== 'left' && done % PAGE === 0) onProgress(done)
  }
  for await (const kept of keysUnderOthers(store, ring.current.kid)) count((await rewrapOne(store, ring, kept)) ? 'records' : 'left')
  for await (const reference of references(store)) {
    const done = await rehashOne(store, ring, reference)
    if (done !== 'as-it-was') count(done)
  }
  return came
}

/** A record that went meanwhile needs no key any more. */
async function rewrapOne({ keys }: Keyed, ring: KeyRing, kept: KeptKey): Promise<boolean> {
  try {
    await keys.rewrap(kept, rewrap(ring, kept, kept))
    return true
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

/** A reference whose summary is gone leads nowhere: it ends with its time. */
async function rehashOne(store: Keyed, ring: KeyRing, reference: KeptReference): Promise<'references' | 'left' | 'as-it-was'> {
  const place = await placeOf(store, ring, reference)
  if (place === null || place.kid === ring.current.kid) return 'as-it-was'
  const hash = hashReference(ring, reference.organisation, place.digits)
  return place.kid !== null && (await store.keys.rehash(reference, hash)) ? 'references' : 'left'
}

interface ReferencePlace {
  readonly digits: string
  readonly kid: string | null
}

/** The digits stand in the summary that they lead to. Null where that is gone or does not open. */
async function placeOf({ handoffs }: Keyed, ring: KeyRing, { organisation, handoff, hash }: KeptReference): Promise<ReferencePlace | null> {
  const secret = await handoffs.secret(handoff, 'summary')
  if (secret === null) return null
  try {
    const digits = readKeptSummary(openRecord(ring, { organisation, handoff, purpose: 'summary' }, secret)).summary.reference
    return digits === null ? null : { digits, kid: keyOfReference(ring, organisation, digits, hash) }
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

async function* keysUnderOthers({ keys }: Keyed, kid: string): AsyncGenerator<KeptKey> {
  let page = await keys.underOthers(kid, null, PAGE)
  while (page.length > 0) {
    yield* page
    page = await keys.underOthers(kid, page.at(-1) ?? null, PAGE)
  }
}

async function* references({ keys }: Keyed): AsyncGenerator<KeptReference> {
  let page = await keys.references(null, PAGE)
  while (page.length > 0) {
    yield* page
    page = await keys.references(page.at(-1)?.hash ?? null, PAGE)
  }
}
