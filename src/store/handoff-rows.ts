// A handoff as a row of its table, and back.
import { parseCalendarDate } from '../rules/calendar-date'
import type { ClockName } from '../rules/deadlines/types'
import type { Decision } from '../rules/decisions'
import type { EndReason, Flag, Handoff, HandoffState, Route } from '../rules/handoff/handoff-types'

export const HANDOFF_COLUMNS = [
  'id',
  'council',
  'organisation',
  'conversation',
  'route',
  'state',
  'version',
  'attempt',
  'decision',
  'flags',
  'act_by',
  'is_to_mediation',
  'contact_made_on',
  'accepted_by',
  'accepted_name',
  'summary_hash',
  'pack_version',
  'created_at',
  'consented_at',
  'queued_at',
  'lease_until',
  'last_word_at',
  'ended_at',
  'end_reason',
  'act_by_clocks',
] as const

type Value = string | number | null

/** The values in the order of the columns. */
export function rowOf(handoff: Handoff): readonly Value[] {
  const { acceptedBy } = handoff
  return [
    handoff.id,
    handoff.council,
    handoff.organisation,
    handoff.conversation,
    handoff.route,
    handoff.state,
    handoff.version,
    handoff.attempt,
    handoff.decision,
    JSON.stringify(handoff.flags),
    handoff.actBy,
    handoff.isToMediation ? 1 : 0,
    handoff.contactMadeOn,
    acceptedBy?.id ?? null,
    acceptedBy?.name ?? null,
    handoff.summaryHash,
    handoff.packVersion,
    handoff.createdAt,
    handoff.consentedAt,
    handoff.queuedAt,
    handoff.leaseUntil,
    handoff.lastWordAt,
    handoff.endedAt,
    handoff.endReason,
    JSON.stringify(handoff.actByClocks),
  ]
}

export function handoffOf(row: Readonly<Record<string, unknown>>): Handoff {
  const text = (name: string): string => String(row[name])
  const textOrNull = (name: string): string | null => (row[name] === null ? null : text(name))
  const numberOrNull = (name: string): number | null => (row[name] === null ? null : Number(row[name]))
  const acceptedBy = textOrNull('accepted_by')
  return {
    id: text('id'),
    council: text('council'),
    organisation: text('organisation'),
    conversation: textOrNull('conversation'),
    route: text('route') as Route,
    state: text('state') as HandoffState,
    version: Number(row['version']),
    attempt: Number(row['attempt']),
    decision: textOrNull('decision') as Decision | null,
    flags: JSON.parse(text('flags')) as readonly Flag[],
    actBy: parseCalendarDate(text('act_by')),
    actByClocks: JSON.parse(text('act_by_clocks')) as readonly ClockName[],
    isToMediation: Number(row['is_to_mediation']) === 1,
    contactMadeOn: parseCalendarDate(text('contact_made_on')),
    acceptedBy: acceptedBy === null ? null : { id: acceptedBy, name: text('accepted_name') },
    summaryHash: textOrNull('summary_hash'),
    packVersion: text('pack_version'),
    createdAt: Number(row['created_at']),
    consentedAt: numberOrNull('consented_at'),
    queuedAt: numberOrNull('queued_at'),
    leaseUntil: numberOrNull('lease_until'),
    lastWordAt: numberOrNull('last_word_at'),
    endedAt: numberOrNull('ended_at'),
    endReason: textOrNull('end_reason') as EndReason | null,
  }
}
