// What has been kept long enough, in the order in which it goes.
import type { CalendarDate } from '../rules/calendar-date'
import type { HandoffLimits } from './handoff-port'
import type { SweepMore, Swept } from './port'
import { byCouncil, byOwner, type Condition } from './whose'

/** A statement and what stands for its `?`. */
export type Statement = readonly [sql: string, ...values: (string | number)[]]

const ENDED = 'SELECT id FROM handoffs WHERE ended_at IS NOT NULL AND ended_at <'
const UNOPENED =
  "SELECT id FROM handoffs h WHERE h.consented_at < ? AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.handoff = h.id AND a.what = 'open')"

/** Of handoffs. */
export function sweepStatements(limits: HandoffLimits): readonly Statement[] {
  const { now, unopenedBefore, endedBefore, linesBefore, contactBefore, eventsBefore, whose = 'everybody' } = limits
  const of = (column: string): Condition => byOwner(whose, column, 'handoffs')
  const handoff = of('handoff')
  return [
    when(`DELETE FROM handoff_secrets WHERE handoff IN (${UNOPENED})`, unopenedBefore, handoff),
    when(`DELETE FROM handoff_references WHERE handoff IN (${UNOPENED})`, unopenedBefore, handoff),
    when(`DELETE FROM handoff_secrets WHERE handoff IN (${ENDED} ?)`, endedBefore, handoff),
    when(`DELETE FROM handoff_references WHERE handoff IN (${ENDED} ?)`, endedBefore, handoff),
    ['DELETE FROM handoff_references WHERE expires_at <= ?', now],
    when(`DELETE FROM relay WHERE handoff IN (${ENDED} ?)`, linesBefore, handoff),
    when(`DELETE FROM handoff_secrets WHERE purpose IN ('relay', 'conversation-key') AND handoff IN (${ENDED} ?)`, linesBefore, handoff),
    when(
      "DELETE FROM handoff_secrets WHERE purpose = 'contact' AND handoff IN (SELECT id FROM handoffs WHERE consented_at < ?)",
      contactBefore,
      handoff,
    ),
    when("DELETE FROM outbox WHERE state <> 'pending' AND created_at < ?", endedBefore, of('group_key')),
    when('DELETE FROM handoff_events WHERE at < ?', eventsBefore, handoff),
    when('DELETE FROM audit WHERE at < ?', eventsBefore, handoff),
    when('DELETE FROM handoffs WHERE ended_at IS NOT NULL AND ended_at < ?', eventsBefore, byCouncil(whose, 'council')),
    when("DELETE FROM handoffs WHERE state = 'ended' AND consented_at IS NULL AND ended_at < ?", endedBefore, byCouncil(whose, 'council')),
    ['DELETE FROM asked_again WHERE handoff NOT IN (SELECT id FROM handoffs)'],
  ]
}

/** Of conversations and questions, each with what it is counted as. */
export function conversationStatements(
  before: number,
  questionsUntil: CalendarDate,
  { whose = 'everybody', countsUntil }: SweepMore,
): readonly (readonly [keyof Swept | null, Statement])[] {
  const conversation = byOwner(whose, 'conversation', 'conversations')
  const council = byCouncil(whose, 'council')
  const old = 'DELETE FROM entries WHERE conversation IN (SELECT id FROM conversations WHERE last_at < ?)'
  const isOfAll = typeof whose === 'string' || 'except' in whose
  return [
    ['entries', when('DELETE FROM entries WHERE at < ?', before, conversation)],
    ['entries', when(old, before, conversation)],
    ['states', when('DELETE FROM states WHERE saved_at < ?', before, byOwner(whose, 'scope', 'conversations'))],
    ['conversations', when('DELETE FROM conversations WHERE last_at < ?', before, council)],
    // Ids of activities, hashed: nothing tells of which council.
    ...(isOfAll ? ([['activities', ['DELETE FROM inbox WHERE seen_at < ?', before]]] as const) : []),
    ['questions', when('DELETE FROM kept_questions WHERE day <= ?', questionsUntil, council)],
    ...(countsUntil === undefined ? [] : ([[null, when('DELETE FROM unanswered_counts WHERE day <= ?', countsUntil, council)]] as const)),
  ]
}

function when(sql: string, before: string | number, { sql: and, values }: Condition): Statement {
  return [`${sql}${and}`, before, ...values]
}
