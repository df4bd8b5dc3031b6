// In what order a desk sees who is waiting: by the day by which somebody must act.
import type { Handoff } from './handoff-types'

type Waiting = Pick<Handoff, 'actBy' | 'flags' | 'queuedAt' | 'createdAt' | 'id'>

/** The earliest day to act by first, none last; then those whose deadline is flagged; then who has waited longest. */
export function byUrgency(a: Waiting, b: Waiting): number {
  return (
    compare(a.actBy ?? LATEST, b.actBy ?? LATEST) ||
    compare(deadlineRank(a), deadlineRank(b)) ||
    compare(a.queuedAt ?? a.createdAt, b.queuedAt ?? b.createdAt) ||
    compare(a.id, b.id)
  )
}

const LATEST = '9999-12-31'

/** A date that may be over comes before one that is near, and that before none. */
function deadlineRank({ flags }: Waiting): number {
  if (flags.includes('possibly-late')) return 0
  return flags.includes('deadline-within-5-working-days') ? 1 : 2
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
