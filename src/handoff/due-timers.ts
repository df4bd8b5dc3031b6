// What comes due: timers are rows, looked at every second, so that they outlive the process.
import type { Handoff, HandoffEvent } from '../rules/handoff/handoff-types'
import type { DueTimer } from '../store/handoff-port'
import type { Delivery } from '../store/outbox-port'
import { make, SERVICE, type Core } from './core'
import { mayRing, waitedOut } from './end-waits'
import { escalating, type Escalating } from './escalating'
import { waitEnds } from './hours-now'

const AT_ONCE = 200
export const ANNOUNCEMENTS = ['handoff.created', 'callback.requested'] as const

/** Runs everything that is due now; gives how many timers there were. */
export async function runDueTimers(core: Core): Promise<number> {
  const due = await core.store.dueTimers(core.now(), AT_ONCE)
  for (const timer of due) {
    const isReached = timer.timer === 'check-reached' && (await hasReached(core, timer.handoff))
    const kind = timer.timer === 'ping-again' && !(await isSomebodyThere(core, timer.handoff)) ? 'to-lead' : timer.timer
    const isToRing = timer.timer === 'expire' && (await mayRing(core, timer.handoff))
    const closesAt = timer.timer === 'lease' ? await closingOf(core, timer.handoff) : null
    const then = await escalatingOf(core, timer.handoff)
    await make(core, timer.handoff, {
      actor: SERVICE,
      timer,
      events: (handoff) => [eventOf(handoff, kind, { isReached, isToRing, closesAt, then })],
    })
  }
  return due.length
}

interface Facts {
  readonly isReached: boolean
  readonly isToRing: boolean
  /** For a lease that lapsed. */
  readonly closesAt: number | null
  readonly then: Escalating
}

function eventOf(handoff: Handoff, timer: DueTimer['timer'], { isReached, isToRing, closesAt, then }: Facts): HandoffEvent {
  if (timer === 'expire') return waitedOut(handoff, isToRing, then)
  if (timer === 'to-lead') return { kind: 'timer', timer, isReached, leadAgainAt: then(handoff).escalates?.leadAgainAt ?? null }
  if (timer !== 'lease') return { kind: 'timer', timer, isReached }
  return { kind: 'lease-lapsed', closesAt, ...then(handoff) }
}

async function escalatingOf(core: Core, id: string): Promise<Escalating> {
  const handoff = await core.store.find(id)
  return handoff ? escalating(core, handoff.organisation) : () => ({})
}

async function closingOf(core: Core, id: string): Promise<number | null> {
  const handoff = await core.store.find(id)
  return handoff && waitEnds(core, handoff.organisation)
}

/** Where nobody is there, asking those on duty again is asking nobody: it goes to the lead at once. */
async function isSomebodyThere({ store, isAnybodyThere }: Core, id: string): Promise<boolean> {
  const handoff = await store.find(id)
  return handoff === null || isAnybodyThere(handoff.organisation)
}

/** An open desk, or a receiver that took it; a mail is nobody for a family that waits in the chat. */
async function hasReached(core: Core, id: string): Promise<boolean> {
  const handoff = await core.store.find(id)
  if (!handoff || core.news.isStaffed(handoff.organisation)) return true
  const told = await core.outbox.stateOf(id, ANNOUNCEMENTS)
  return told.some(({ dest, state }) => state === 'done' && !(handoff.route === 'live' && dest.startsWith('mail:')))
}

/** A delivery is about to be given up, and this process may end before that is followed up: what has to follow comes first. */
export async function beforeDead(core: Core, { handoff: id, kind, dest }: Delivery): Promise<void> {
  if (!(ANNOUNCEMENTS as readonly string[]).includes(kind)) return
  const told = await core.outbox.stateOf(id, ANNOUNCEMENTS)
  const isLast = told.filter((one) => one.dest === dest && one.state === 'pending').length === 1
  await tellWhereNobodyIsLeft(core, id, isLast ? told.map((one) => (one.dest === dest ? { dest, state: 'dead' } : one)) : told)
}

/** A delivery was given up: when nobody at all can be told of the handoff any more, the family hears it. */
export async function afterDead(core: Core, { handoff: id, kind }: Delivery): Promise<void> {
  const handoff = await core.store.find(id)
  if (!handoff) return
  core.news.spread(handoff.organisation, id)
  if ((ANNOUNCEMENTS as readonly string[]).includes(kind))
    await tellWhereNobodyIsLeft(core, id, await core.outbox.stateOf(id, ANNOUNCEMENTS))
}

async function tellWhereNobodyIsLeft(
  core: Core,
  id: string,
  told: readonly { readonly dest: string; readonly state: string }[],
): Promise<void> {
  const handoff = await core.store.find(id)
  if (!handoff || core.news.isStaffed(handoff.organisation)) return
  const latest = new Map(told.map(({ dest, state }) => [dest, state]))
  if ([...latest.values()].every((state) => state === 'dead'))
    await make(core, id, { actor: SERVICE, events: () => [{ kind: 'all-dead' }] })
}
