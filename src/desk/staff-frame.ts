// The frame around every page of staff, at the desk and at the editor's: the way past it, who is signed in, the menu, the notice; and the forms in it.
import { htmlDocument } from '../web/document'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import type { Notice, Session } from './sessions'

export interface View {
  readonly title: string
  /** Bare words are a paragraph. */
  readonly main: readonly Markup[]
  readonly status?: number
}

export interface StaffFrame {
  readonly say: (word: 'skip' | 'title' | 'sign-out' | 'menu') => string
  readonly style: string
  /** Who is signed in, in words. */
  readonly who: string
  readonly signOut: string
  /** Address and words of each entry; `at` is marked. */
  readonly menu: readonly (readonly [href: string, words: string])[]
  readonly at: string
  readonly notice: Notice | null
}

/** What only one of the two has. */
export interface StaffExtras {
  readonly scripts?: readonly string[]
  readonly config?: object
  /** Before the notice, and below everything. */
  readonly above?: readonly Markup[]
  readonly below?: readonly Markup[]
}

/** A page for somebody who is signed in. The title of the window begins with the notice, since it is read first. */
export function signedInPage(frame: StaffFrame, session: Session, { title, main }: View, extras: StaffExtras = {}): string {
  const { say, style, menu, at, notice } = frame
  const { scripts = [], config, above = [], below = [] } = extras
  return htmlDocument({
    language: 'en-GB',
    title: [...(notice ? [notice.text] : []), title, say('title')].join(' – '),
    style,
    bodyClass: 'desk',
    scripts,
    ...(config ? { config } : {}),
    body: [
      element('a', { class: 'skip', href: '#main' }, say('skip')),
      bar(frame, session),
      element(
        'nav',
        { class: 'menu', 'aria-label': say('menu') },
        element('ul', { class: 'column' }, ...menu.map((one) => entryOf(one, at))),
      ),
      element(
        'main',
        { id: 'main', class: 'column', tabindex: '-1' },
        ...above,
        ...(notice ? [told(notice)] : []),
        element('h1', { id: 'title' }, title),
        ...main.map(asParagraph),
      ),
      ...below,
    ],
  })
}

/** A page for somebody who is not signed in: words and at most one thing to press. */
export function openPage({ say, style }: Pick<StaffFrame, 'say' | 'style'>, { title, main }: View): string {
  return htmlDocument({
    language: 'en-GB',
    title: `${title} – ${say('title')}`,
    style,
    bodyClass: 'desk',
    scripts: [],
    body: [
      element('header', { class: 'bar' }, element('div', { class: 'column' }, element('p', { class: 'name' }, say('title')))),
      element('main', { id: 'main', class: 'column' }, element('h1', { id: 'title' }, title), ...main.map(asParagraph)),
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

function asParagraph(piece: Markup): Element {
  return typeof piece === 'string' ? element('p', {}, piece) : piece
}

function bar({ say, who, signOut }: StaffFrame, session: Session): Element {
  return element(
    'header',
    { class: 'bar' },
    element(
      'div',
      { class: 'column' },
      element('p', { class: 'name' }, say('title')),
      element('p', { class: 'who' }, who),
      form(session, signOut, {}, element('button', { type: 'submit' }, say('sign-out'))),
    ),
  )
}

function entryOf([href, words]: readonly [string, string], at: string): Element {
  return element('li', {}, element('a', { href, 'aria-current': href === at ? 'page' : undefined }, words))
}

function told({ kind, text }: Notice): Element {
  return element('div', { class: `notice ${kind}`, id: 'notice', role: 'alert' }, element('p', {}, text))
}
