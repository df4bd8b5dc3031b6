// Of several dates in one text, the one that is meant: the date on the letter before all others.
import { daysBetween, parseCalendarDate } from '../calendar-date'
import { daysOf, isTold, several, type Found, type Told } from './found'
import type { Role } from './roles'

export interface Played {
  readonly found: Found
  readonly role: Role
}

/** The one find that is meant, an ambiguous one where they contradict each other, or null where there is none. */
export function choose(all: readonly Played[]): Found | null {
  const played = all.filter(({ found }) => found.certainty !== 'nothing')
  const finds = inOrder(played)
  const told = finds.filter(isTold)
  const rough = told.filter(({ certainty }) => certainty === 'approximate')
  const firm = finds.filter((found) => found.certainty !== 'approximate' && !isStray(found, rough))
  return firm.length > 0 ? beforeItCame(agreed(firm), played) : narrowest(rough)
}

/** `dated the 6th, came on 14 October`: a bare day of the month that would be later than the day it was sent or came may be of that month. */
function beforeItCame(chosen: Found | null, played: readonly Played[]): Found | null {
  if (chosen?.certainty !== 'exact' || chosen.only !== 'day-of-month') return chosen
  const travelled = played.filter(({ role }) => role === 'sent' || role === 'received').map(({ found }) => found)
  const came = travelled.filter(isTold).find(({ date }) => date < chosen.date)
  const then = came && parseCalendarDate(came.date.slice(0, 8) + chosen.date.slice(8))
  return then && then <= came.date ? several(chosen.from, chosen.to, [then, chosen.date]) : chosen
}

/** `last month, on Tuesday`: not the Tuesday of this week. */
function isStray(found: Found, rough: readonly Told[]): boolean {
  const isOutside = ({ first, last }: Told): boolean => daysOf(found).every((day) => day < first || last < day)
  return found.weekday !== undefined && rough.length > 0 && rough.every(isOutside)
}

/** The finds of the role that counts most; a sent date beside one without a role is weighed with it. */
function inOrder(played: readonly Played[]): readonly Found[] {
  const groups: readonly (readonly Role[])[] = [['letter'], ['none'], ['sent'], ['received'], ['certificate', 'other']]
  const roles = groups.find((group) => played.some(({ role }) => group.includes(role))) ?? []
  const weighed: readonly Role[] = roles.includes('none') ? ['none', 'sent'] : roles
  return played.filter(({ role }) => weighed.includes(role)).map(({ found }) => found)
}

/** In a text with more dates than these only so many are named. */
const MOST_NAMED = 12

/** One reading when all say the same day, else all of them. */
function agreed(finds: readonly Found[]): Found | null {
  const [first = null] = finds
  const days = new Set(finds.flatMap(daysOf))
  const isOne = days.size === 1 && finds.every(({ certainty }) => certainty === 'exact')
  return isOne ? first : several(0, 0, [...days].slice(0, MOST_NAMED))
}

/** The shortest of rough spans that all touch it; all of them where they lie apart. */
function narrowest(finds: readonly Told[]): Found | null {
  const length = ({ first, last }: Told): number => daysBetween(first, last)
  const [shortest = null] = [...finds].sort((a, b) => length(a) - length(b))
  const touches = finds.every(({ first, last }) => shortest !== null && first <= shortest.last && shortest.first <= last)
  return touches ? shortest : several(0, 0, finds.map(({ date }) => date).slice(0, MOST_NAMED))
}
