// How one message of the conversation looks: who speaks, what they say, the dates card, the sources and the choices.
import { inWords, parseCalendarDate } from '../../rules/calendar-date'
import { directionOf } from '../../rules/writing-direction'
import { datesCard } from './dates-card'
import type { ClockView } from './clock-view'
import type { Freshness } from './dates-card'
import { easyCrisis } from './easy-read'
import { element } from './element'
import type { Element, Markup } from './element'
import { prose } from './prose'
import type { Strings } from './strings'
import type { Given } from './timeline'

export interface ChoiceView {
  readonly label: string
  /** What is sent as if it had been typed. */
  readonly value: string
}

export interface SourceView {
  readonly title: string
  readonly url: string | null
  readonly checkedOn: string | null
}

export interface BotMessageView {
  /** The message id in the content pack, such as `greeting.hello`. */
  readonly message: string
  readonly text: string
  /** The person who speaks, where it is not the program: their words are never read as Markdown. */
  readonly speaker: string | null
  readonly language: string
  readonly choices: readonly ChoiceView[]
  readonly clocks: readonly ClockView[]
  /** What the clocks were counted from; null where the message does not say. */
  readonly given: Given | null
  readonly sources: readonly SourceView[]
  readonly freshness: Freshness
}

const CRISIS = 'interrupt.crisis-stop'

export function botMessage(view: BotMessageView, strings: Strings): Element {
  const card = datesCard(view.clocks, view.given, strings, view.freshness)
  const said = view.speaker === null ? prose(view.text) : [element('p', {}, view.text)]
  return element(
    'article',
    { class: view.speaker === null ? 'turn bot' : 'turn bot person', 'data-message': view.message },
    element('p', { class: 'who' }, view.speaker ?? strings['who-bot']),
    element(
      'div',
      { class: 'words', lang: view.language, dir: view.speaker === null ? directionOf(view.language) : 'auto' },
      ...(card ? [ofPage(card, strings)] : []),
      ...said,
      ...(view.message === CRISIS ? [ofPage(easyCrisis(strings), strings)] : []),
    ),
    ...sourceList(view.sources, strings),
    ...(view.choices.length > 0 ? [choiceGroup(view, strings)] : []),
  )
}

/** A piece that the page adds to a message, in the language of the page. */
function ofPage(piece: Element, { language, direction }: Strings): Element {
  return { ...piece, attributes: { ...piece.attributes, lang: language, dir: direction } }
}

/** What the person said. Not announced: they know it. Never read as Markdown. */
export function ownMessage(text: string, strings: Strings): Element {
  return element(
    'article',
    { class: 'turn own', 'aria-live': 'off', tabindex: '-1' },
    element('p', { class: 'who' }, strings['who-you']),
    element('p', { class: 'words', dir: 'auto' }, text),
  )
}

/** What the page itself has to say in the middle of the conversation. */
export function notice(text: string): Element {
  return element('article', { class: 'turn note' }, ...prose(text))
}

/** Buttons that also work as a form without any script. */
function choiceGroup({ choices, language }: BotMessageView, strings: Strings): Markup {
  const said = { lang: language, dir: directionOf(language) }
  const buttons = choices.map(({ label, value }) =>
    element('button', { type: 'submit', form: 'say', name: 'choice', value, ...said }, label),
  )
  return element('div', { class: 'choices', role: 'group', 'aria-label': strings['choose'] }, ...buttons)
}

function sourceList(sources: readonly SourceView[], strings: Strings): Markup[] {
  if (sources.length === 0) return []
  const items = sources.map(({ title, url, checkedOn }) => {
    const name: Markup = url?.startsWith('https://')
      ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title)
      : title
    return element('li', {}, name, checkedOn ? ` (${strings['checked-on']} ${day(checkedOn)})` : '')
  })
  return [element('details', { class: 'sources' }, element('summary', {}, strings['sources']), element('ul', {}, ...items))]
}

function day(text: string): string {
  const parsed = parseCalendarDate(text)
  return parsed ? inWords(parsed).replace(/^\w+ /, '') : text
}
