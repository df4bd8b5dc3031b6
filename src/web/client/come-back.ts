// A link back: dates and choices from behind the `#`, put into words in the text box for the person to check. Nothing is sent by itself.
import { inWords, parseCalendarDate } from '../../rules/calendar-date'
import { fill } from '../view/strings'
import type { Strings } from '../view/strings'

const BACK = /^#back=(child|me)\.([a-z-]{1,40})\.(letter|event)\.(\d{4}-\d{2}-\d{2})(?:\.(\d{4}-\d{2}-\d{2}))?$/

/** What the link says, in words; null where there is no such link. The address forgets it at once. */
export function readLinkBack(problems: Readonly<Record<string, string>>, strings: Strings): string | null {
  const [, who = '', problem = '', kind = '', day = '', certificate = ''] = BACK.exec(location.hash) ?? []
  if (who === '') return null
  history.replaceState(null, '', location.pathname + location.search)
  const date = parseCalendarDate(day)
  const label = problems[problem]
  if (date === null || label === undefined) return null
  const issued = kind === 'letter' ? parseCalendarDate(certificate) : null
  return [
    `${strings[who === 'me' ? 'back-me' : 'back-child']} ${label.replace(/\.$/, '')}.`,
    fill(strings[kind === 'letter' ? 'back-letter' : 'back-event'], { date: inWords(date) }),
    ...(issued === null ? [] : [fill(strings['back-certificate'], { date: inWords(issued) })]),
  ].join(' ')
}
