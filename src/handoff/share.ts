// The yes: what was shown is sealed, gets a reference and goes into the queue, in one transaction. Before it nothing personal is kept.
import { actByClocksOf, actByOf } from '../rules/handoff/summary-flags'
import { SUMMARY_FIELDS, type Summary } from '../rules/handoff/summary'
import type { Handoff } from '../rules/handoff/handoff-types'
import { hashReference, referenceFor } from '../store/handoff-reference'
import type { Purpose, Secret } from '../store/handoff-port'
import { newRecordKey, sealRecord } from '../store/seal-record'
import { FAMILY, hashOf, isThereForChat, make, type Core } from './core'
import { escalating } from './escalating'
import type { Shared, ShareRequest } from './handoffs'
import { hoursNow } from './hours-now'
import { openSummary, relayLabel, writeSummary } from './open-case'

const NO_BYTES = new Uint8Array(0)
/** A reference lives at most so long; a handoff that is over loses it 30 days later. */
const REFERENCE_LIFE = 60 * 24 * 3600 * 1000
const ATTEMPTS = 20
const DAY = 24 * 3600 * 1000

export async function share(core: Core, request: ShareRequest): Promise<Shared> {
  const handoff = await core.store.find(request.id)
  if (!handoff) return { kind: 'refused', why: 'unknown' }
  if (handoff.summaryHash !== null) return sharedBefore(core, handoff, request.shown)
  const place = core.places.find(handoff.organisation)
  const hours = place && (await hoursNow(core, place))
  if (handoff.route === 'live' && !(hours?.isOpen && place && (await isThereForChat(core, place))))
    return { kind: 'refused', why: 'closed' }
  if (await hasSharedEnough(core, handoff)) return { kind: 'refused', why: 'too-many' }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const shared = await tryShare(core, handoff, request, { attempt, closesAt: hours?.closesAt ?? null })
    if (shared) return shared
  }
  throw new Error('no free reference')
}

async function hasSharedEnough({ store, now, sharesADay }: Core, { conversation }: Handoff): Promise<boolean> {
  return conversation !== null && (await store.sharedSince(conversation, now() - DAY)) >= sharesADay
}

/** Null when another handoff has the reference of this attempt. */
async function tryShare(
  core: Core,
  handoff: Handoff,
  request: ShareRequest,
  { attempt, closesAt }: { readonly attempt: number; readonly closesAt: number | null },
): Promise<Shared | null> {
  const now = core.now()
  const reference = referenceFor(core.ring, handoff.id, attempt)
  const summary = completed(handoff, { ...request.summary, reference }, now)
  const { decisionType: decision, flags, clocks, calculatedOn } = summary
  const summaryHash = hashOf(request.shown)
  const actBy = actByOf(clocks, calculatedOn)
  const then = await escalating(core, handoff.organisation)
  const result = await make(core, handoff.id, {
    actor: FAMILY,
    events: () => [
      { kind: 'consent', summaryHash, decision, flags, actBy, actByClocks: actByClocksOf(clocks, calculatedOn) },
      { kind: 'queue', closesAt, ...then({ actBy }) },
    ],
    extras: {
      secrets: secretsOf(core, handoff, request, writeSummary(summary, request.shown)),
      reference: { hash: hashReference(core.ring, handoff.organisation, reference), expiresAt: now + REFERENCE_LIFE },
    },
  })
  if (result.kind === 'reference-taken') return null
  if (result.kind === 'changed') return { kind: 'shared', reference, state: result.handoff.state }
  if (result.kind !== 'refused') return { kind: 'refused', why: 'unknown' }
  return result.handoff.summaryHash === null ? { kind: 'refused', why: result.refused } : sharedBefore(core, result.handoff, request.shown)
}

async function sharedBefore(core: Core, handoff: Handoff, shown: string): Promise<Shared> {
  if (handoff.summaryHash !== hashOf(shown)) return { kind: 'refused', why: 'wrong-summary' }
  const reference = (await openSummary(core, handoff))?.summary.reference
  return reference ? { kind: 'shared', reference, state: handoff.state } : { kind: 'refused', why: 'wrong-state' }
}

/** With what was agreed to. The contact is kept apart. */
function completed(handoff: Handoff, summary: Summary, now: number): Summary {
  const consent = summary.consent ?? {
    wordingVersion: handoff.packVersion,
    givenAt: new Date(now).toISOString(),
    recipient: handoff.organisation,
    fieldsShared: SUMMARY_FIELDS.filter((field) => summary.provenance[field] !== 'unknown'),
    language: 'en' as const,
  }
  if (consent.recipient !== handoff.organisation) throw new Error('the permission names another organisation')
  return { ...summary, consent, contactValue: null }
}

function secretsOf(core: Core, handoff: Handoff, { contact, conversationKey }: ShareRequest, summary: string): readonly Secret[] {
  const sealed = (purpose: Exclude<Purpose, 'relay'>, text: string): Secret => ({
    purpose,
    ...sealRecord(core.ring, { organisation: handoff.organisation, handoff: handoff.id, purpose }, text),
  })
  const { kid, wrappedKey } = newRecordKey(core.ring, relayLabel(handoff))
  return [
    sealed('summary', summary),
    ...(contact === null ? [] : [sealed('contact', contact)]),
    ...(conversationKey === null ? [] : [sealed('conversation-key', Buffer.from(conversationKey).toString('base64url'))]),
    ...(handoff.conversation === null ? [] : [{ purpose: 'relay' as const, kid, wrappedKey, sealed: NO_BYTES }]),
  ]
}
