// The easy-read twins: short words, one thing a line, one press away.
import { inWords, parseCalendarDate } from '../../rules/calendar-date'
import type { ClockView } from './clock-view'
import { element } from './element'
import type { Element } from './element'
import { inline } from './inline'
import { fill } from './strings'
import type { StringId, Strings } from './strings'

const TWINS: Readonly<Record<string, StringId>> = {
  'mediation-adviser': 'easy-adviser',
  appeal: 'easy-appeal',
  'discrimination-claim': 'easy-claim',
}

/** The twin of the dates card. A date that is past is not said as one to keep. */
export function easyDates(clocks: readonly ClockView[], strings: Strings): Element {
  const said = clocks.map(({ clock, status, safeDate, lastDate }) => {
    if (status === 'passed' || status === 'late-window') return strings['easy-late']
    const date = parseCalendarDate(safeDate ?? lastDate)
    return fill(strings[TWINS[clock] ?? 'easy-late'], { date: date ? inWords(date) : '' })
  })
  return twin([...new Set(said), strings['easy-help']].join('\n'), strings)
}

/** The twin of the stop card. */
export function easyCrisis(strings: Strings): Element {
  return twin(strings['easy-crisis'], strings)
}

function twin(text: string, strings: Strings): Element {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return element(
    'details',
    { class: 'easy' },
    element('summary', {}, strings['easy-title']),
    element('div', {}, ...lines.map((line) => element('p', {}, ...inline(line)))),
  )
}
