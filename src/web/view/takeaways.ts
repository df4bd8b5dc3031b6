// What a family takes away from its dates: a calendar file, a text, a print-out, a message to the adviser, a link back.
import { inWords, parseCalendarDate } from '../../rules/calendar-date'
import type { ClockView } from './clock-view'
import { element } from './element'
import type { Markup } from './element'
import { prose } from './prose'
import { fill } from './strings'
import type { Strings } from './strings'
import type { Given } from './timeline'

export function takeaways(clocks: readonly ClockView[], given: Given, strings: Strings): Markup {
  const isAhead = clocks.some(({ status }) => status !== 'passed' && status !== 'late-window')
  const back = linkBack(given)
  return element(
    'details',
    { class: 'take' },
    element('summary', {}, strings['take-title']),
    ...(isAhead ? [file('calendar', strings['take-calendar'])] : []),
    file('text', strings['take-text']),
    element('button', { type: 'button', name: 'print', class: 'by-script' }, strings['take-print']),
    ...(clocks.some(({ clock }) => clock === 'mediation-adviser') ? [message(given, strings)] : []),
    ...(back === null
      ? []
      : [...prose(strings['take-back-warning']), element('p', {}, element('a', { href: back, class: 'back' }, strings['take-back']))]),
  )
}

/** Sent as a form, so that it works without a script; what comes back is a file, and the page stays. */
function file(kind: string, label: string): Markup {
  return element('button', { type: 'submit', form: 'say', formtarget: '_self', name: 'take', value: kind }, label)
}

/** A message for the family's own mail app, to an address that they fill in: the one in their letter is right. SEND Regs 2014 reg 33. */
function message({ letterDate }: Given, strings: Strings): Markup {
  const date = letterDate === undefined ? null : parseCalendarDate(letterDate)
  const dated = date ? fill(strings['mail-dated'], { date: inWords(date) }) : ''
  const body = fill(strings['mail-body'], { dated }).replaceAll(/ +\n/g, '\n')
  const address = `mailto:?subject=${encodeURIComponent(strings['mail-subject'])}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
  return element('p', {}, element('a', { href: address, class: 'button' }, strings['take-mail']), ' ', strings['take-mail-note'])
}

/** Only dates and choices, and only behind the `#`: that part is never sent to any server. `#back=child.refuse-assess.letter.2026-10-09.2026-11-20` */
export function linkBack({ voice, problem, letterDate, certificateDate, conductDate }: Given): string | null {
  const date = letterDate ?? conductDate
  if (problem === undefined || date === undefined) return null
  const dates = letterDate === undefined ? ['event', date] : ['letter', date, ...(certificateDate === undefined ? [] : [certificateDate])]
  return `#back=${[voice === 'young-person' ? 'me' : 'child', problem, ...dates].join('.')}`
}
