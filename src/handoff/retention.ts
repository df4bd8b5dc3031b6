// How long a handoff is kept: unopened 14 days, opened 30 days after its end, a chat's lines a day, the contact 14 days, events 13 months.
import type { HandoffLimits } from '../store/handoff-port'

const DAY = 24 * 3600 * 1000

export function handoffLimits(now: number): HandoffLimits {
  return {
    now,
    unopenedBefore: now - 14 * DAY,
    endedBefore: now - 30 * DAY,
    linesBefore: now - DAY,
    contactBefore: now - 14 * DAY,
    eventsBefore: now - 395 * DAY,
  }
}
