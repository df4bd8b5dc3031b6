// The summary as the adviser reads it: exactly what the family saw, then the dates with their working and what the family was told.
import type { ToldClock } from '../rules/deadlines/types'
import { daysBetween, inWords, type CalendarDate } from '../rules/calendar-date'
import { inVoice } from '../content/wording'
import type { Case } from '../handoff/handoffs'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import type { Told } from './handoff-lines'

export function summarySection({ say }: Told, { shown }: Case): Element {
  return section(
    'summary',
    say('summary-title'),
    ...(shown === null
      ? [element('p', {}, say('summary-gone'))]
      : [element('p', { class: 'quiet' }, say('summary-exact')), element('div', { class: 'shown', dir: 'auto' }, ...shownLines(shown))]),
  )
}

/** Every character as it was shown; a label before a colon is set in bold. */
function shownLines(shown: string): readonly Markup[] {
  return shown.split('\n').map((line) => {
    const label = /^[^:]{1,60}:(?=\s)/.exec(line)?.[0]
    return element('p', { class: 'line' }, ...(label === undefined ? [line] : [element('strong', {}, label), line.slice(label.length)]))
  })
}

export function datesSection(told: Told, summary: Case['summary']): Element {
  const { say } = told
  if (!summary || summary.clocks.length === 0) return section('dates', say('dates-title'), element('p', {}, say('dates-none')))
  const { clocks, calculatedOn } = summary
  const how = element('p', { class: 'quiet' }, say('dates-told', { date: inWords(calculatedOn) }))
  return section('dates', say('dates-title'), ...clocks.map((clock) => clockCard(told, clock)), how)
}

/** The days are counted from today; the dates are those that the family was given. */
function clockCard(told: Told, { clock, safeDate, lastDate, outerDate, working, sources }: ToldClock): Markup {
  const { say, pack, london, now } = told
  const { today } = london(now())
  const line = (word: 'dates-safe' | 'dates-last' | 'dates-outer', date: CalendarDate | null): readonly Markup[] =>
    date === null ? [] : [element('p', {}, say(word, { date: inWords(date), days: String(daysBetween(today, date)) }))]
  const words = pack.deadlines.clocks.get(clock)
  return element(
    'div',
    { class: 'clock' },
    element('h3', {}, words ? inVoice(words.title, 'parent') : clock),
    ...line('dates-safe', safeDate),
    ...line('dates-last', lastDate),
    ...line('dates-outer', outerDate),
    workingDetails(told, { working, sources }),
  )
}

export function workingDetails({ say }: Told, { working, sources }: Pick<ToldClock, 'working' | 'sources'>): Markup {
  return element(
    'details',
    {},
    element('summary', {}, say('dates-working')),
    element('p', {}, working),
    element('ul', { class: 'quiet' }, ...sources.map((source) => element('li', {}, source))),
  )
}

/** By topic and version of the words, so that what was said can be read again as it was. */
export function toldSection(told: Told, summary: Case['summary'], packVersion: string): Element {
  const { say } = told
  const items = [...new Set((summary?.toldSoFar ?? []).map(({ id }) => toldLine(told, id)))].map((line) => element('li', {}, line))
  return section(
    'told',
    say('told-title'),
    items.length === 0 ? element('p', {}, say('told-none')) : element('ul', {}, ...items),
    element('p', { class: 'quiet' }, say('told-version', { version: packVersion })),
  )
}

/** A topic by its title; a message by what it was about. `id` has hyphens where a message's own id has dots. */
function toldLine({ say, pack }: Told, id: string): string {
  const topic = pack.topics.get(id)
  if (topic) return topic.title
  const [, message] = [...pack.messages].find(([key]) => key.replaceAll('.', '-') === id) ?? []
  if (message?.kind === 'route') return say('told-route')
  return message?.kind === 'deadlines' ? say('told-dates') : say('told-other', { id })
}

export function section(id: string, title: string, ...children: readonly Markup[]): Element {
  return element('section', { 'aria-labelledby': `head-${id}` }, element('h2', { id: `head-${id}`, tabindex: '-1' }, title), ...children)
}
