// The life of a handoff: what may happen in which state, and what follows. Whoever keeps it does so by compare-and-set on state and version.
import {
  announced,
  changed,
  DESK,
  family,
  intoQueue,
  isOver,
  receivers,
  refused,
  shownAgain,
  toAdviser,
  toEnd,
  toExpired,
  toFailed,
  toTalking,
} from './handoff-steps'
import { leadTimers, NO_TIMERS, talkTimers, WAITS } from './handoff-timers'
import type { BackInQueue, Changed, Handoff, HandoffEvent, Refused } from './handoff-types'

type Of<K extends HandoffEvent['kind']> = Extract<HandoffEvent, { kind: K }>

/** The handoff one change later with all that follows, or why nothing may change. `now` in epoch milliseconds. */
export function changeHandoff(handoff: Handoff, event: HandoffEvent, now: number): Changed | Refused {
  switch (event.kind) {
    case 'consent':
      return consent(handoff, event, now)
    case 'queue':
      return handoff.state === 'consented' ? intoQueue(handoff, { ...event, now }) : refused('wrong-state')
    case 'accept':
      return accept(handoff, event, now)
    case 'first-word':
      return heldBy(handoff, event.staff, ['accepted']) ?? toTalking(handoff, handoff.acceptedBy ?? { id: event.staff, name: '' }, now)
    case 'word':
      return word(handoff, event, now)
    case 'put-back':
      return heldBy(handoff, event.staff, ['accepted']) ?? backToQueue(handoff, event, now)
    case 'lease-lapsed':
      return lapsed(handoff, now) ? backToQueue(handoff, event, now) : refused('wrong-state')
    case 'end':
      return end(handoff, event, now)
    case 'decline':
      return handoff.state === 'offered' ? toEnd(handoff, 'declined', now) : refused('wrong-state')
    case 'withdraw':
      return isOver(handoff) ? refused('wrong-state') : toEnd(handoff, 'withdrawn', now)
    case 'erase':
      return erase(handoff, now)
    case 'timer':
      return onTimer(handoff, event, now)
    case 'all-dead':
      return handoff.state === 'queued' ? toFailed(handoff, now) : refused('wrong-state')
    case 'contact-made':
      return contactMade(handoff, event)
    case 'outcome':
      return outcome(handoff, event, now)
    case 'hub-status':
      return hubStatus(handoff, event, now)
  }
}

function consent(handoff: Handoff, { summaryHash, decision, flags, actBy, actByClocks }: Of<'consent'>, now: number): Changed | Refused {
  if (handoff.state === 'offered') {
    const next: Partial<Handoff> = { state: 'consented', consentedAt: now, summaryHash, decision, flags, actBy, actByClocks }
    return changed(handoff, next, [], NO_TIMERS)
  }
  return refused(handoff.summaryHash !== null && handoff.summaryHash !== summaryHash ? 'wrong-summary' : 'wrong-state')
}

function accept(handoff: Handoff, { staff, version, staffHasLive }: Of<'accept'>, now: number): Changed | Refused {
  if (isHeld(handoff)) return refused('taken', handoff.acceptedBy?.name)
  if (handoff.state !== 'queued') return refused('wrong-state')
  if (handoff.version !== version) return refused('other-version')
  if (handoff.route === 'live' && staffHasLive) return refused('busy')
  return toAdviser(handoff, staff, now)
}

function word(handoff: Handoff, { from, staff }: Of<'word'>, now: number): Changed | Refused {
  const not = from === 'adviser' ? heldBy(handoff, staff, ['live']) : isHeld(handoff) ? null : refused('wrong-state')
  return not ?? changed(handoff, { lastWordAt: now }, [DESK], handoff.state === 'live' ? talkTimers(handoff, now) : [])
}

function backToQueue(handoff: Handoff, queue: BackInQueue, now: number): Changed {
  return intoQueue(handoff, { ...queue, now, told: family('handoff.told-back-in-queue') })
}

function lapsed({ state, leaseUntil }: Handoff, now: number): boolean {
  return state === 'accepted' && leaseUntil !== null && leaseUntil <= now
}

function end(handoff: Handoff, { reason, staff }: Of<'end'>, now: number): Changed | Refused {
  if (staff !== null) return heldBy(handoff, staff, ['accepted', 'live']) ?? toEnd(handoff, reason, now)
  return isOver(handoff) || handoff.state === 'offered' ? refused('wrong-state') : toEnd(handoff, reason, now)
}

/** Also when it is over: then it stays as it ended, and only what is left of it goes. */
function erase(handoff: Handoff, now: number): Changed | Refused {
  if (handoff.endReason === 'erased') return refused('wrong-state')
  if (!isOver(handoff)) return toEnd(handoff, 'erased', now)
  return changed(
    handoff,
    { endReason: 'erased' },
    handoff.consentedAt === null ? [DESK] : [receivers('handoff.withdrawn'), DESK],
    NO_TIMERS,
  )
}

function onTimer(
  handoff: Handoff,
  { timer, isReached, leadAgainAt = null, ringInstead = null }: Of<'timer'>,
  now: number,
): Changed | Refused {
  const { state, lastWordAt } = handoff
  const quiet = state === 'live' && lastWordAt !== null ? now - lastWordAt : -1
  switch (timer) {
    case 'offer-lapses':
      return state === 'offered' ? toEnd(handoff, 'declined', now) : refused('wrong-state')
    case 'check-reached':
      return state === 'queued' && !isReached ? changed(handoff, {}, [family('handoff.told-not-reached'), DESK]) : refused('wrong-state')
    case 're-ping':
      if (state !== 'queued') return refused('wrong-state')
      return changed(handoff, { attempt: handoff.attempt + 1 }, [announced(handoff), family('handoff.told-still-waiting'), DESK])
    case 'ping-again':
      return state === 'queued' ? shownAgain(handoff) : refused('wrong-state')
    case 'to-lead':
      return state === 'queued' ? shownAgain(handoff, leadTimers(handoff, leadAgainAt)) : refused('wrong-state')
    case 'offer-others':
      return state === 'queued' ? changed(handoff, {}, [family('handoff.told-other-ways'), DESK]) : refused('wrong-state')
    case 'expire':
      return state === 'queued' ? waitedTooLong(handoff, ringInstead, now) : refused('wrong-state')
    case 'nudge':
      return quiet >= WAITS.nudge && handoff.route === 'live'
        ? changed(handoff, {}, [family('handoff.told-nudge'), DESK])
        : refused('wrong-state')
    case 'idle-end':
      if (handoff.route !== 'live') return quiet >= WAITS.call ? toEnd(handoff, 'done', now) : refused('wrong-state')
      return quiet >= WAITS.idle ? toEnd(handoff, 'idle', now) : refused('wrong-state')
  }
}

/** A chat that nobody took goes on as the call that the family agreed to: under its reference, with what was shared, as one thing to take back. */
function waitedTooLong(handoff: Handoff, ringInstead: BackInQueue | null, now: number): Changed {
  if (handoff.route !== 'live' || ringInstead === null) return toExpired(handoff, now)
  return intoQueue({ ...handoff, route: 'callback' }, { ...ringInstead, now, told: family('handoff.told-will-ring') })
}

/** SEND Regs 2014 reg 33: only the day that an adviser records counts as contact. */
function contactMade(handoff: Handoff, { staff, on }: Of<'contact-made'>): Changed | Refused {
  if (!handoff.isToMediation || handoff.queuedAt === null || handoff.endReason === 'erased') return refused('wrong-state')
  if (isHeld(handoff) && handoff.acceptedBy?.id !== staff) return refused('not-yours', handoff.acceptedBy?.name)
  return changed(handoff, { contactMadeOn: on })
}

function outcome(handoff: Handoff, { staff, outcome: what, ...queue }: Of<'outcome'>, now: number): Changed | Refused {
  const not =
    handoff.state === 'queued' ? null : heldBy(handoff, staff.id, what === 'certificate-issued' ? ['accepted', 'live'] : ['accepted'])
  if (not) return not
  if (what === 'spoke') return toTalking(handoff, staff, now)
  if (what === 'certificate-issued') return toEnd({ ...handoff, acceptedBy: { id: staff.id, name: staff.name } }, 'done', now)
  return intoQueue(handoff, { ...queue, now, told: family('handoff.told-no-answer') })
}

function hubStatus(handoff: Handoff, { status, staff }: Of<'hub-status'>, now: number): Changed | Refused {
  if (status === 'accepted') return accept(handoff, { kind: 'accept', staff, version: handoff.version, staffHasLive: false }, now)
  if (status === 'completed')
    return isHeld(handoff) ? toEnd(handoff, handoff.route === 'live' ? 'adviser-ended' : 'done', now) : refused('wrong-state')
  return handoff.state === 'queued' || isHeld(handoff) ? toFailed(handoff, now) : refused('wrong-state')
}

function isHeld({ state }: Handoff): boolean {
  return state === 'accepted' || state === 'live'
}

/** Null when this member of staff holds it in one of these states. */
function heldBy(handoff: Handoff, staff: string | null, states: readonly Handoff['state'][]): Refused | null {
  if (isHeld(handoff) && handoff.acceptedBy?.id !== staff) return refused('not-yours', handoff.acceptedBy?.name)
  return states.includes(handoff.state) ? null : refused('wrong-state')
}
