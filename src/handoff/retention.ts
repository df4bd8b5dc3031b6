// How long a handoff is kept, as moments of a sweep.
import type { Retained } from '../rules/retention'
import type { HandoffLimits } from '../store/handoff-port'

export function handoffLimits({ whose, periods }: Retained, now: number): HandoffLimits {
  return {
    now,
    unopenedBefore: now - periods.unopened,
    endedBefore: now - periods.ended,
    linesBefore: now - periods.lines,
    contactBefore: now - periods.contact,
    eventsBefore: now - periods.events,
    whose,
  }
}
