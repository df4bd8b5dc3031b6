// Steps that several events of a handoff share: into the queue, to an adviser, to talking, to the end.
import { leaseEnd, NO_TIMERS, only, queueTimers, talkTimers } from './handoff-timers'
import type {
  Accepter,
  Announcement,
  BackInQueue,
  Changed,
  EndReason,
  FamilyMessage,
  Handoff,
  ReceiverEvent,
  Refusal,
  Refused,
} from './handoff-types'

export const DESK: Announcement = { to: 'desk' }

/** Tells the organisation's receivers of an event. */
export function receivers(type: ReceiverEvent): Announcement {
  return { to: 'receivers', type }
}

/** Tells the family a message of the pack; `vars` fill its placeholders. */
export function family(message: FamilyMessage, vars: Readonly<Record<string, string>> = {}): Announcement {
  return { to: 'family', message, vars }
}

/** A step that is not taken, and who was before where that is why. */
export function refused(refusal: Refusal, by?: string): Refused {
  return by === undefined ? { refused: refusal } : { refused: refusal, by }
}

/** One change: the next version of it, with what follows. */
export function changed(
  handoff: Handoff,
  next: Partial<Handoff>,
  announce: readonly Announcement[] = [DESK],
  timers: Changed['timers'] = [],
): Changed {
  return { handoff: { ...handoff, ...next, version: handoff.version + 1 }, announce, timers }
}

/** Whether nothing but erasing can happen to it any more. */
export function isOver({ state }: Handoff): boolean {
  return state === 'ended' || state === 'expired' || state === 'failed'
}

/** Announced (again) to everybody who may take it. `queuedAt` stays where the family has waited since. */
export function intoQueue(
  handoff: Handoff,
  { now, told, ...queue }: BackInQueue & { readonly now: number; readonly told?: Announcement },
): Changed {
  const next: Partial<Handoff> = {
    state: 'queued',
    attempt: handoff.attempt + 1,
    acceptedBy: null,
    leaseUntil: null,
    queuedAt: handoff.queuedAt ?? now,
  }
  return changed(handoff, next, [announced(handoff), ...(told ? [told] : []), DESK], queueTimers(handoff, queue, now))
}

/** Nobody has taken it so far: shown once more to staff. Receivers have been told, or are still being told, of it. */
export function shownAgain(handoff: Handoff, timers: Changed['timers'] = []): Changed {
  return changed(handoff, { attempt: handoff.attempt + 1 }, [DESK], timers)
}

/** What receivers hear when a handoff of this route waits for somebody. */
export function announced({ route }: Handoff): Announcement {
  return receivers(route === 'callback' ? 'callback.requested' : 'handoff.created')
}

/** An adviser has taken the case; `now` is in milliseconds since 1970. */
export function toAdviser(handoff: Handoff, { id, name }: Accepter, now: number): Changed {
  const leaseUntil = leaseEnd(handoff, now)
  const announce = [receivers('handoff.accepted'), family('handoff.told-accepted', { name }), DESK]
  return changed(handoff, { state: 'accepted', acceptedBy: { id, name }, leaseUntil }, announce, only({ lease: leaseUntil }))
}

/** The adviser's first word; in a chat the family hears who has joined. */
export function toTalking(handoff: Handoff, { id, name }: Accepter, now: number): Changed {
  const joined = handoff.route === 'live' ? [family('handoff.told-joined', { name })] : []
  const next: Partial<Handoff> = { state: 'live', acceptedBy: { id, name }, leaseUntil: null, lastWordAt: now }
  return changed(handoff, next, [receivers('handoff.live'), ...joined, DESK], talkTimers(handoff, now))
}

const TOLD_AT_END: Readonly<Partial<Record<EndReason, FamilyMessage>>> = {
  'adviser-ended': 'handoff.told-ended-by-adviser',
  idle: 'handoff.told-ended-idle',
  'no-answer': 'handoff.told-no-answer',
  closed: 'handoff.told-ended',
  done: 'handoff.told-done',
}

/** Over, for a reason that is told to whoever did not give it. */
export function toEnd(handoff: Handoff, reason: EndReason, now: number): Changed {
  const message = TOLD_AT_END[reason]
  const isKnownOutside = handoff.consentedAt !== null
  const type = reason === 'withdrawn' || reason === 'erased' ? 'handoff.withdrawn' : 'handoff.ended'
  const announce = [...(isKnownOutside ? [receivers(type)] : []), ...(isKnownOutside && message ? [family(message)] : []), DESK]
  return changed(handoff, { state: 'ended', endReason: reason, ...over(now) }, announce, NO_TIMERS)
}

/** Nobody took the case in time; `now` is in milliseconds since 1970. */
export function toExpired(handoff: Handoff, now: number): Changed {
  const announce = [receivers('handoff.expired'), family('handoff.told-expired'), DESK]
  return changed(handoff, { state: 'expired', endReason: 'no-answer', ...over(now) }, announce, NO_TIMERS)
}

/** The organisation could not be reached; `now` is in milliseconds since 1970. */
export function toFailed(handoff: Handoff, now: number): Changed {
  const announce = [receivers('handoff.failed'), family('handoff.told-undeliverable'), DESK]
  return changed(handoff, { state: 'failed', endReason: 'undeliverable', ...over(now) }, announce, NO_TIMERS)
}

function over(now: number): Partial<Handoff> {
  return { endedAt: now, leaseUntil: null }
}
