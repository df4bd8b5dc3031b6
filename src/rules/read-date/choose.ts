// Of several dates in one text, the one that is meant: the date on the letter before all others.
import type { CalendarDate } from '../calendar-date'
import { daysOf, several, type Found } from './found'
import type { Role } from './roles'

export interface Played {
  readonly found: Found
  readonly role: Role
}

/** A text with more dates than these is asked about. */
const MOST_WEIGHED = 12

/** The one find that is meant, an ambiguous one where they contradict each other, or null where there is none. */
export function choose(all: readonly Played[]): Found | null {
  const played = all.filter(({ found, role }) => found.certainty !== 'nothing' && role !== 'birth')
  const finds = inOrder(played)
  return finds.length === 0 ? null : agree(finds)
}

/** The finds of the role that counts most; a date without a role is only put aside by one on the letter. */
function inOrder(played: readonly Played[]): readonly Found[] {
  const of = (...roles: Role[]): readonly Found[] => played.filter(({ role }) => roles.includes(role)).map(({ found }) => found)
  if (of('letter').length > 0) return of('letter')
  if (of('none').length > 0) return of('none', 'sent')
  if (of('sent').length > 0) return of('sent')
  if (of('received').length > 0) return of('received')
  return of('certificate', 'other')
}

function agree(finds: readonly Found[]): Found | null {
  const [only] = finds
  if (finds.length === 1 && only !== undefined) return only
  if (finds.length > MOST_WEIGHED) return several(0, 0, [...new Set(finds.flatMap(daysOf))].slice(0, MOST_WEIGHED))
  const firm = finds.filter((found) => found.certainty !== 'approximate')
  const kept = (firm.length > 0 ? firm : finds).filter((found, index, all) => !isSaidBetter(found, index, all))
  const [one, another] = kept
  if (one !== undefined && another === undefined) return one
  const days = new Set<CalendarDate>(kept.flatMap(daysOf))
  const sureOf = kept.every((found) => found.certainty === 'exact')
  return days.size === 1 && sureOf && one !== undefined ? one : several(0, 0, [...days])
}

/** A weekday that another date has, a day said twice, a span that holds another find. */
function isSaidBetter(found: Found, index: number, all: readonly Found[]): boolean {
  return all.some((other, place) => other !== found && says(other, found) && (!says(found, other) || place < index))
}

function says(better: Found, found: Found): boolean {
  if (better.date === null || found.date === null) return false
  if (found.certainty === 'approximate') return (found.first ?? found.date) <= better.date && better.date <= (found.last ?? found.date)
  return better.certainty === 'exact' && better.date === found.date
}
