// The summary as the adviser reads it: exactly what the family saw, then the dates with their working and what the family was told.
import { daysBetween, inWords, parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import type { ClockName } from '../rules/deadlines/types'
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
  const clocks = records(summary?.['clocks'])
  const { say } = told
  const on = dateOf(summary?.['calculatedOn'])
  const none = [element('p', {}, say('dates-none'))]
  return section(
    'dates',
    say('dates-title'),
    ...(clocks.length === 0 ? none : clocks.map((clock) => clockCard(told, clock))),
    ...(clocks.length === 0 || on === null ? [] : [element('p', { class: 'quiet' }, say('dates-told', { date: inWords(on) }))]),
  )
}

type Given = Readonly<Record<string, unknown>>

function clockCard(told: Told, clock: Given): Markup {
  const { say } = told
  const line = (word: 'dates-safe' | 'dates-last' | 'dates-outer', value: unknown): Markup[] => {
    const date = dateOf(value)
    return date === null ? [] : [element('p', {}, say(word, { date: inWords(date), days: daysTo(told, date) }))]
  }
  return element(
    'div',
    { class: 'clock' },
    element('h3', {}, clockTitle(told, clock['clock'])),
    ...line('dates-safe', clock['safeDate']),
    ...line('dates-last', clock['lastDate']),
    ...line('dates-outer', clock['outerDate']),
    ...(typeof clock['working'] === 'string'
      ? [
          element(
            'details',
            {},
            element('summary', {}, say('dates-working')),
            element('p', {}, clock['working']),
            ...sources(clock['sources']),
          ),
        ]
      : []),
  )
}

function dateOf(value: unknown): CalendarDate | null {
  return typeof value === 'string' ? parseCalendarDate(value) : null
}

function clockTitle({ pack }: Told, clock: unknown): string {
  const words = pack.deadlines.clocks.get(clock as ClockName)
  return words ? inVoice(words.title, 'parent') : String(clock)
}

function daysTo({ london, now }: Told, date: CalendarDate): string {
  return String(daysBetween(london(now()).today, date))
}

function sources(given: unknown): readonly Markup[] {
  const all = Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : []
  return all.length === 0 ? [] : [element('ul', { class: 'quiet' }, ...all.map((one) => element('li', {}, one)))]
}

/** By topic and version of the words, so that what was said can be read again as it was. */
export function toldSection({ say, pack }: Told, summary: Case['summary'], packVersion: string): Element {
  const ids = given(summary?.['toldSoFar']).flatMap((one) => idOf(one) ?? [])
  const items = ids.map((id) => element('li', {}, pack.topics.get(id)?.title ?? id))
  return section(
    'told',
    say('told-title'),
    items.length === 0 ? element('p', {}, say('told-none')) : element('ul', {}, ...items),
    element('p', { class: 'quiet' }, say('told-version', { version: packVersion })),
  )
}

function idOf(one: unknown): string | null {
  if (typeof one === 'string') return one
  const { id, topic, message } = (typeof one === 'object' && one !== null ? one : {}) as Given
  return [topic, id, message].find((name): name is string => typeof name === 'string') ?? null
}

function given(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function records(value: unknown): readonly Given[] {
  return given(value).filter((one): one is Given => typeof one === 'object' && one !== null)
}

export function section(id: string, title: string, ...children: readonly Markup[]): Element {
  return element('section', { 'aria-labelledby': `head-${id}` }, element('h2', { id: `head-${id}`, tabindex: '-1' }, title), ...children)
}
