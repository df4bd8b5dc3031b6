// The line that says when something was last checked, under what must be said even after the day of its review.
import { inWords, type CalendarDate } from '../rules/calendar-date'
import type { Pack } from './pack'
import type { MessageKind } from './schema/message'
import { words } from './wording'

/** What never goes silent: somebody may be in danger, or a day may pass. */
const NEVER_SILENT: readonly MessageKind[] = ['crisis', 'route', 'deadlines', 'contact']

/** The line for a message of that kind on a day; empty before the review is due, and for every other kind. */
export function checkedLine(pack: Pack, kind: MessageKind, today: CalendarDate): string {
  if (!NEVER_SILENT.includes(kind)) return ''
  const { checkedOn, reviewBy } = kind === 'crisis' ? pack.safeguarding : { checkedOn: pack.lawReadOn, reviewBy: pack.reviewBy }
  if (today <= reviewBy) return ''
  const id = kind === 'crisis' ? 'bot.checked-crisis' : 'bot.checked-law'
  return words(pack, id, { voice: 'parent', vars: { day: inWords(checkedOn) } }).text.trim()
}
