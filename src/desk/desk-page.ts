// The frame around every page of the desk: where you are, who you are, what the last form came to.
import { htmlDocument } from '../web/document'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import type { DeskAssets } from './assets'
import type { DeskWord, Say } from './desk-words'
import type { Notice, Session } from './sessions'

export interface View {
  readonly title: string
  readonly main: readonly Markup[]
  readonly status?: number
}

export interface Frame {
  readonly say: Say
  readonly assets: DeskAssets
}

const MENU: readonly (readonly [string, DeskWord])[] = [
  ['/desk', 'nav-queue'],
  ['/desk/callbacks', 'nav-callbacks'],
  ['/desk/find', 'nav-find'],
  ['/desk/undelivered', 'nav-undelivered'],
  ['/desk/asked', 'nav-asked'],
]

export interface Shown {
  readonly organisation: string
  /** The page's own address, to mark it in the menu. */
  readonly at: string
  readonly notice: Notice | null
  /** The last news before this page was read: what comes after it is to be heard. */
  readonly since: string
}

/** A page for somebody who is signed in. */
export function staffPage({ say, assets }: Frame, session: Session, view: View, { organisation, at, notice, since }: Shown): string {
  const who = say('signed-in', { name: session.staff.name, organisation })
  return htmlDocument({
    language: 'en-GB',
    title: [...(notice ? [notice.text] : []), view.title, say('title')].join(' – '),
    style: assets.style,
    bodyClass: 'desk',
    scripts: [assets.scriptPath],
    config: {
      since,
      words: Object.fromEntries(
        (['updates-on', 'updates-off', 'changed-since', 'look-again', 'problem', 'ended-now', 'talk-sent', 'talk-empty'] as const).map(
          (id) => [id, say(id)],
        ),
      ),
    },
    body: [
      element('a', { class: 'skip', href: '#main' }, say('skip')),
      element(
        'header',
        { class: 'bar' },
        element(
          'div',
          { class: 'column' },
          element('p', { class: 'name' }, say('title')),
          element('p', { class: 'who' }, who),
          form(session, '/desk/sign-out', {}, element('button', { type: 'submit' }, say('sign-out'))),
        ),
      ),
      element('nav', { class: 'menu', 'aria-label': say('menu') }, menu(say, at)),
      element(
        'main',
        { id: 'main', class: 'column', tabindex: '-1' },
        ending(say, session),
        ...(notice ? [told(notice)] : []),
        element('h1', { id: 'title' }, view.title),
        ...view.main,
      ),
      element(
        'footer',
        { class: 'column' },
        element('p', { id: 'updates', class: 'quiet' }),
        element('p', { id: 'said', role: 'status', class: 'unseen' }),
      ),
    ],
  })
}

function menu(say: Say, at: string): Markup {
  const items = MENU.map(([href, word]) =>
    element('li', {}, element('a', { href, 'aria-current': href === at ? 'page' : undefined }, say(word))),
  )
  return element('ul', { class: 'column' }, ...items)
}

function told({ kind, text }: Notice): Markup {
  return element('div', { class: `notice ${kind}`, id: 'notice', role: 'alert' }, element('p', {}, text))
}

/** Shown by the script two minutes before the idle time is over (WCAG 2.2, 2.2.1). */
function ending(say: Say, session: Session): Markup {
  return element(
    'div',
    { id: 'ending', class: 'notice problem', hidden: '' },
    element('p', {}, say('ending-soon')),
    form(session, '/desk/stay', {}, element('button', { type: 'submit' }, say('stay'))),
  )
}

/** A page for somebody who is not signed in: words and at most one thing to press. */
export function openPage({ say, assets }: Frame, view: View): string {
  return htmlDocument({
    language: 'en-GB',
    title: `${view.title} – ${say('title')}`,
    style: assets.style,
    bodyClass: 'desk',
    scripts: [],
    body: [
      element('header', { class: 'bar' }, element('div', { class: 'column' }, element('p', { class: 'name' }, say('title')))),
      element('main', { id: 'main', class: 'column' }, element('h1', { id: 'title' }, view.title), ...view.main),
    ],
  })
}

/** A form for whoever is signed in: it carries the token that no other site knows. */
export function form(session: Session, action: string, attributes: Record<string, string>, ...children: readonly Markup[]): Element {
  return element('form', { method: 'post', action, ...attributes }, hidden('csrf', session.csrf), ...children)
}

export function hidden(name: string, value: string): Element {
  return element('input', { type: 'hidden', name, value })
}

/** A piece of a page that is read again when something changed. `say`: what is announced when it is not what it was. */
export function part(id: string, say: string | undefined, ...children: readonly Markup[]): Element {
  return element('div', { id: `part-${id}`, 'data-part': 'whole', 'data-say': say }, ...children)
}

/** The pieces of a page that are read again, by id. */
export function partsOf(main: readonly Markup[]): Readonly<Record<string, Element>> {
  const found: Record<string, Element> = {}
  const walk = (markup: Markup): void => {
    if (typeof markup === 'string') return
    const { id } = markup.attributes
    if (id !== undefined && markup.attributes['data-part'] !== undefined) found[id] = markup
    else markup.children.forEach(walk)
  }
  main.forEach(walk)
  return found
}
