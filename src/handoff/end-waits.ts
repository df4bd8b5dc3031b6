// The end of a wait for a chat: it goes on as the call that the family agreed to beforehand, or is over and they are told.
import type { Handoff, HandoffEvent } from '../rules/handoff/handoff-types'
import { make, SERVICE, type Core } from './core'
import { escalating, type Escalating } from './escalating'

/** A number given with a chat is given to be rung on if nobody takes the chat. */
export async function mayRing({ store }: Core, id: string): Promise<boolean> {
  return (await store.secret(id, 'contact')) !== null
}

export function waitedOut(handoff: Handoff, isToRing: boolean, then: Escalating): HandoffEvent {
  return {
    kind: 'timer',
    timer: 'expire',
    isReached: false,
    ringInstead: isToRing ? { closesAt: null, ...then(handoff) } : null,
  }
}

/** Nobody takes a chat here any more today: whoever waits for one hears it now, not when their half hour is over. */
export async function endWaits(core: Core, organisation: string): Promise<void> {
  const waiting = (await core.store.openAt(organisation)).filter(({ state, route }) => state === 'queued' && route === 'live')
  const then = await escalating(core, organisation)
  for (const { id } of waiting) {
    const isToRing = await mayRing(core, id)
    await make(core, id, { actor: SERVICE, events: (handoff) => [waitedOut(handoff, isToRing, then)] })
  }
}
