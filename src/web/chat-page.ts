// The chat page as HTML: the greeting and the first choices are in it before any script has run.
import { chatQuery } from './chat-query'
import { conversation } from './conversation'
import { htmlDocument } from './document'
import type { FormChat } from './form-chats'
import { element } from './view/element'
import type { Element, Markup } from './view/element'
import { botMessage, notice } from './view/message'
import { inline } from './view/inline'
import { prose } from './view/prose'
import type { StringId, Strings } from './view/strings'
import type { WebCouncil, WebDeps } from './web-deps'

/** `page`: by itself. `frame`: inside a council's page, which has the landmarks already. */
export type Setting = 'page' | 'frame'

/** What is on the page beside the greeting. */
export interface ChatShown {
  /** What was said so far, where forms were sent; null before the first. */
  readonly chat: FormChat | null
  /** What the page itself has to say. */
  readonly notice: string | null
  /** What was typed and not taken: back in the text box. */
  readonly typed: string
}

export interface ChatOf {
  readonly council: WebCouncil | null
  readonly setting: Setting
  readonly shown: ChatShown
}

/** The words that the script says; the rest of the interface is in the HTML. */
const FOR_SCRIPT: readonly StringId[] = [
  'language', 'direction', 'who-bot', 'who-you', 'choose', 'connecting', 'connected', 'lost', 'lost-long', 'reconnected', 'not-sent', 'refused', 'ended', 'cleared', 'plain-way',
  'card-title', 'card-last-day', 'card-outer', 'card-days', 'card-day', 'card-today', 'card-late', 'card-passed', 'card-working', 'card-rests-on',
  'clock-appeal', 'clock-mediation-adviser', 'clock-discrimination-claim', 'sources', 'checked-on',
  'way-words', 'way-letter', 'way-letter-on', 'way-adviser', 'way-adviser-by', 'way-certificate', 'way-certificate-on', 'way-certificate-next',
  'way-tribunal', 'way-tribunal-by', 'way-claim-by', 'way-event', 'way-event-on',
  'easy-title', 'easy-adviser', 'easy-appeal', 'easy-claim', 'easy-late', 'easy-help', 'easy-crisis',
  'take-title', 'take-calendar', 'take-text', 'take-print', 'take-mail', 'take-mail-note', 'take-back', 'take-back-warning', 'take-copied',
  'mail-subject', 'mail-body', 'mail-dated', 'back-child', 'back-me', 'back-letter', 'back-event', 'back-certificate', 'back-ready', 'read-aloud', 'read-stop',
] // prettier-ignore

export function chatPage(deps: WebDeps, { council, setting, shown }: ChatOf, style: string, script: string): string {
  const { strings, leaveTo } = deps
  const content = [
    element('p', { class: 'safety' }, ...inline(strings.safety)),
    log(deps, council, shown),
    ...(shown.chat ? [lookAgain(strings)] : [element('noscript', {}, ...prose(strings['no-script']))]),
    element('p', { id: 'typing', hidden: '', 'aria-hidden': 'true' }, strings.thinking),
    composer(deps, council, setting, shown),
  ]
  return htmlDocument({
    language: deps.language,
    direction: strings.direction,
    title: strings['tab-title'],
    style,
    bodyClass: `chat ${setting}`,
    scripts: [script],
    config: {
      council: council?.id ?? null,
      tokenUrl: deps.tokenUrl,
      directLine: deps.directLine,
      leaveTo,
      problems: deps.problems,
      ...(shown.chat ? { session: sessionOf(shown.chat) } : {}),
      strings: Object.fromEntries(FOR_SCRIPT.map((id) => [id, strings[id]])),
    },
    body: [
      element('a', { class: 'skip', href: '#box' }, strings.skip),
      top(deps, setting),
      element(setting === 'page' ? 'main' : 'div', { class: 'column' }, ...content),
      foot(deps, council, setting),
    ],
  })
}

/** The title scrolls away; the two buttons stay within reach. */
function top({ strings }: WebDeps, setting: Setting): Markup {
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
      element('button', { type: 'submit', form: 'say', name: 'do', value: 'clear', id: 'clear' }, strings.clear),
      element('a', { id: 'leave', href: '/chat/leave', target: '_top', rel: 'nofollow' }, strings.leave),
    ),
  )
  return element(setting === 'page' ? 'header' : 'div', { class: 'top' }, title, tools)
}

/** What the script needs to go on with a chat that forms began. */
function sessionOf({ conversationId, userId, token, expiresIn, watermark }: FormChat): object {
  return { conversationId, userId, token, expiresIn, watermark }
}

/** Without a script nothing comes by itself, such as an adviser's words. */
function lookAgain(strings: Strings): Markup {
  return element('p', { id: 'look' }, element('button', { type: 'submit', form: 'say', name: 'do', value: 'look' }, strings.look))
}

function log(deps: WebDeps, council: WebCouncil | null, { chat, notice: said }: ChatShown): Element {
  const greeting = {
    ...deps.greeting(council),
    speaker: null,
    clocks: [],
    given: null,
    sources: [],
    freshness: 'said-today' as const,
  }
  const turns = chat ? conversation(chat, deps) : [botMessage(greeting, deps.strings)]
  const note = said === null ? [] : [notice(said)]
  return element('div', { id: 'log', role: 'log', 'aria-label': deps.strings.log }, ...(chat ? [...turns, ...note] : [...note, ...turns]))
}

/** How the connection stands, always in sight beside the text box. */
function standing(strings: Strings): Markup {
  return element(
    'div',
    { class: 'standing' },
    element('p', { id: 'status', role: 'status' }),
    element('button', { type: 'button', id: 'try-now', hidden: '' }, strings['try-now']),
  )
}

function composer({ strings, chosen }: WebDeps, council: WebCouncil | null, setting: Setting, { chat, typed }: ChatShown): Markup {
  return element(
    'form',
    {
      id: 'say',
      method: 'post',
      action: `/chat${chatQuery(council, chosen)}`,
      autocomplete: 'off',
      // Inside a council's page the browser would not send our cookie back.
      target: setting === 'frame' ? '_top' : undefined,
    },
    hidden('seen', chat?.watermark ?? '0'),
    hidden('chat', ''),
    hidden('message', ''),
    element('div', { class: 'line' }, element('label', { for: 'box' }, strings.box), standing(strings)),
    element(
      'div',
      { class: 'row' },
      element(
        'textarea',
        {
          id: 'box',
          name: 'text',
          rows: '1',
          maxlength: '20000',
          spellcheck: 'true',
          dir: 'auto',
          enterkeyhint: 'send',
        },
        typed,
      ),
      element('button', { type: 'submit', class: 'send' }, strings.send),
    ),
  )
}

/** `chat` and `message` are filled by the script when it hands over to the form. */
function hidden(name: string, value: string): Markup {
  return element('input', { type: 'hidden', name, value })
}

function foot({ strings, chosen, deleting }: WebDeps, council: WebCouncil | null, setting: Setting): Markup {
  const query = chatQuery(council, chosen)
  const link = (path: string, text: string) => element('a', { href: path + query, target: '_blank', rel: 'noopener' }, text)
  return element(
    setting === 'page' ? 'footer' : 'div',
    { class: 'foot column' },
    element('button', { type: 'button', id: 'read', hidden: '' }, strings['read-aloud']),
    ' ',
    element('button', { type: 'submit', form: 'say', id: 'delete', name: 'choice', value: deleting }, strings.delete),
    ' ',
    link('/privacy', strings.privacy),
    ' ',
    link('/accessibility', strings.accessibility),
  )
}
