// The dates card: for each clock the day to plan for first, then the law's last day, with the working on demand.
import { inWords, parseCalendarDate } from '../../rules/calendar-date'
import { CLOCK_TITLES } from './clock-view'
import type { ClockView } from './clock-view'
import { easyDates } from './easy-read'
import { element } from './element'
import type { Element, Markup } from './element'
import { fill } from './strings'
import type { Strings } from './strings'
import { takeaways } from './takeaways'
import { timeline } from './timeline'
import type { Given } from './timeline'

/** What a clock still leaves was true on the day it was said: on a later day the count is left out rather than shown stale. */
export type Freshness = 'said-today' | 'said-earlier'

/** Dates and sums stay as the letter and the law have them, in every language. */
const IN_ENGLISH = { lang: 'en-GB', dir: 'ltr' }

/** The card, or null when no clock is one that the page has a title for (the text alone says those). */
export function datesCard(clocks: readonly ClockView[], given: Given | null, strings: Strings, freshness: Freshness): Element | null {
  const known = clocks.filter((clock) => CLOCK_TITLES[clock.clock] !== undefined).sort((a, b) => place(a) - place(b))
  if (known.length === 0) return null
  return element(
    'section',
    { class: 'dates', 'aria-label': strings['card-title'] },
    ...known.map((clock) => clockRow(clock, strings, freshness)),
    ...(given === null ? [] : beside(known, given, strings)),
  )
}

/** The picture of the way, the easy-read twin and what can be taken away, where the card was counted for this family. */
function beside(clocks: readonly ClockView[], given: Given, strings: Strings): Markup[] {
  const way = timeline(clocks, given, strings)
  return [element('div', { class: 'beside' }, ...(way ? [way] : []), easyDates(clocks, strings), takeaways(clocks, given, strings))]
}

/** In the order in which a family acts: the adviser before the Tribunal. */
function place({ clock }: ClockView): number {
  return Object.keys(CLOCK_TITLES).indexOf(clock)
}

function clockRow(clock: ClockView, strings: Strings, freshness: Freshness): Markup {
  const title = strings[CLOCK_TITLES[clock.clock] ?? 'card-title']
  const plan = clock.safeDate ?? clock.lastDate
  const remaining = freshness === 'said-today' ? timeLeft(clock, strings) : ''
  return element(
    'div',
    { class: `clock ${clock.status}` },
    element('h2', {}, title),
    element('p', { class: 'day' }, date(plan)),
    ...(remaining ? [element('p', { class: 'left' }, remaining)] : []),
    ...(clock.lastDate === plan ? [] : [sentence(strings['card-last-day'], clock.lastDate)]),
    ...(clock.outerDate === null ? [] : [sentence(strings['card-outer'], clock.outerDate)]),
    working(clock, strings),
  )
}

function timeLeft({ status, daysLeft }: ClockView, strings: Strings): string {
  if (status === 'passed') return strings['card-passed']
  if (status === 'late-window') return strings['card-late']
  if (daysLeft <= 0) return strings['card-today']
  return daysLeft === 1 ? strings['card-day'] : fill(strings['card-days'], { n: String(daysLeft) })
}

function sentence(text: string, day: string): Markup {
  const [before = '', after = ''] = text.split('{date}')
  return element('p', {}, before, date(day), after)
}

function working(clock: ClockView, strings: Strings): Markup {
  const rests =
    clock.sources.length > 0 ? [element('p', { class: 'quiet' }, `${strings['card-rests-on']} ${clock.sources.join('; ')}`)] : []
  return element('details', {}, element('summary', {}, strings['card-working']), element('p', IN_ENGLISH, clock.working), ...rests)
}

function date(day: string): Markup {
  const parsed = parseCalendarDate(day)
  return element('time', { datetime: day, ...IN_ENGLISH }, parsed ? inWords(parsed) : day)
}
