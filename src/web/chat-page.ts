// The chat page as HTML: the greeting and the first choices are in it before any script has run.
import { htmlDocument } from './document'
import { element } from './view/element'
import type { Element, Markup } from './view/element'
import { botMessage } from './view/message'
import { inline } from './view/inline'
import { prose } from './view/prose'
import type { StringId, Strings } from './view/strings'
import type { WebCouncil, WebDeps } from './web-deps'

/** `page`: by itself. `frame`: inside a council's page, which has the landmarks already. */
export type Setting = 'page' | 'frame'

/** The words that the script says; the rest of the interface is in the HTML. */
const FOR_SCRIPT: readonly StringId[] = [
  'who-bot', 'who-you', 'choose', 'connecting', 'connected', 'lost', 'lost-long', 'reconnected', 'not-sent', 'refused', 'ended', 'cleared',
  'card-title', 'card-last-day', 'card-outer', 'card-days', 'card-day', 'card-today', 'card-late', 'card-passed', 'card-working', 'card-rests-on',
  'clock-appeal', 'clock-mediation-adviser', 'clock-discrimination-claim', 'sources', 'checked-on',
] // prettier-ignore

export function chatPage(deps: WebDeps, council: WebCouncil | null, setting: Setting, style: string, script: string): string {
  const { strings } = deps
  const content = [
    element('p', { class: 'safety' }, ...inline(strings.safety)),
    log(deps, council),
    element('noscript', {}, ...prose(strings['no-script'])),
    element('p', { id: 'typing', hidden: '', 'aria-hidden': 'true' }, strings.thinking),
    composer(deps, council),
  ]
  return htmlDocument({
    language: deps.language,
    title: strings['tab-title'],
    style,
    bodyClass: `chat ${setting}`,
    scripts: [script],
    config: {
      council: council?.id ?? null,
      tokenUrl: deps.tokenUrl,
      directLine: deps.directLine,
      strings: Object.fromEntries(FOR_SCRIPT.map((id) => [id, strings[id]])),
    },
    body: [
      element('a', { class: 'skip', href: '#box' }, strings.skip),
      top(deps, setting),
      element(setting === 'page' ? 'main' : 'div', { class: 'column' }, ...content),
      foot(strings, council, setting),
    ],
  })
}

/** The title scrolls away; the two buttons stay within reach. */
function top({ strings, leaveTo }: WebDeps, setting: Setting): Markup {
  const title = element(
    'div',
    { class: 'title' },
    element('div', { class: 'column' }, element('h1', { id: 'title', tabindex: '-1' }, strings.title)),
  )
  const tools = element(
    'div',
    { class: 'tools' },
    element(
      'div',
      { class: 'column' },
      element('button', { type: 'button', id: 'clear' }, strings.clear),
      element('a', { id: 'leave', href: leaveTo, target: '_top', rel: 'nofollow noreferrer' }, strings.leave),
    ),
  )
  return element(setting === 'page' ? 'header' : 'div', { class: 'top' }, title, tools)
}

function log(deps: WebDeps, council: WebCouncil | null): Element {
  const greeting = {
    ...deps.greeting(council),
    speaker: null,
    language: deps.language,
    clocks: [],
    sources: [],
    freshness: 'said-today' as const,
  }
  return element('div', { id: 'log', role: 'log', 'aria-label': deps.strings.log }, botMessage(greeting, deps.strings))
}

/** How the connection stands, always in sight beside the text box. */
function standing(strings: Strings): Markup {
  return element(
    'div',
    { class: 'standing' },
    element('p', { id: 'status', role: 'status' }, strings.connecting),
    element('button', { type: 'button', id: 'try-now', hidden: '' }, strings['try-now']),
  )
}

function composer({ strings }: WebDeps, council: WebCouncil | null): Markup {
  return element(
    'form',
    { id: 'say', method: 'post', action: council ? `/chat?council=${council.id}` : '/chat', autocomplete: 'off' },
    element('div', { class: 'line' }, element('label', { for: 'box' }, strings.box), standing(strings)),
    element(
      'div',
      { class: 'row' },
      element('textarea', {
        id: 'box',
        name: 'text',
        rows: '1',
        maxlength: '20000',
        spellcheck: 'true',
        dir: 'auto',
        enterkeyhint: 'send',
      }),
      element('button', { type: 'submit', class: 'send' }, strings.send),
    ),
  )
}

function foot(strings: Strings, council: WebCouncil | null, setting: Setting): Markup {
  const query = council ? `?council=${council.id}` : ''
  const link = (path: string, text: string) => element('a', { href: path + query, target: '_blank', rel: 'noopener' }, text)
  return element(
    setting === 'page' ? 'footer' : 'div',
    { class: 'foot column' },
    link('/privacy', strings.privacy),
    ' ',
    link('/accessibility', strings.accessibility),
  )
}
