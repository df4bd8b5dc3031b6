// What of handoffs has been kept long enough, in the order in which it goes.
import type { HandoffLimits } from './handoff-port'

const ENDED = 'SELECT id FROM handoffs WHERE ended_at IS NOT NULL AND ended_at <'
const UNOPENED =
  "SELECT id FROM handoffs h WHERE h.consented_at < ? AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.handoff = h.id AND a.what = 'open')"

/** Each statement with the moment that stands for its `?`. */
export function sweepStatements(limits: HandoffLimits): readonly (readonly [string, number])[] {
  const { now, unopenedBefore, endedBefore, linesBefore, contactBefore, eventsBefore } = limits
  return [
    [`DELETE FROM handoff_secrets WHERE handoff IN (${UNOPENED})`, unopenedBefore],
    [`DELETE FROM handoff_references WHERE handoff IN (${UNOPENED})`, unopenedBefore],
    [`DELETE FROM handoff_secrets WHERE handoff IN (${ENDED} ?)`, endedBefore],
    [`DELETE FROM handoff_references WHERE handoff IN (${ENDED} ?)`, endedBefore],
    ['DELETE FROM handoff_references WHERE expires_at <= ?', now],
    [`DELETE FROM relay WHERE handoff IN (${ENDED} ?)`, linesBefore],
    [`DELETE FROM handoff_secrets WHERE purpose IN ('relay', 'conversation-key') AND handoff IN (${ENDED} ?)`, linesBefore],
    [
      "DELETE FROM handoff_secrets WHERE purpose = 'contact' AND handoff IN (SELECT id FROM handoffs WHERE consented_at < ?)",
      contactBefore,
    ],
    ["DELETE FROM outbox WHERE state <> 'pending' AND created_at < ?", endedBefore],
    ['DELETE FROM handoff_events WHERE at < ?', eventsBefore],
    ['DELETE FROM audit WHERE at < ?', eventsBefore],
    ['DELETE FROM handoffs WHERE ended_at IS NOT NULL AND ended_at < ?', eventsBefore],
    ["DELETE FROM handoffs WHERE state = 'ended' AND consented_at IS NULL AND ended_at < ?", endedBefore],
  ]
}
