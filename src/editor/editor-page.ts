// The frame around every page of the editor, and its small pieces. No page needs a script.
import { form, type View } from '../desk/desk-page'
import type { Notice, Session } from '../desk/sessions'
import { htmlDocument } from '../web/document'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import { EVERYTHING } from './editor-deps'
import type { EditorSay } from './editor-words'

export interface Frame {
  readonly say: EditorSay
  readonly style: string
  readonly councilName: (id: string) => string
}

/** A page for an editor who is signed in. `at`: its address, to mark it in the menu. */
export function editorPage(
  { say, style, councilName }: Frame,
  session: Session,
  view: View,
  { at, notice }: { at: string; notice: Notice | null },
): string {
  const { name, organisation } = session.staff
  const scope = organisation === EVERYTHING ? say('everything') : councilName(organisation)
  const own = organisation === EVERYTHING ? '/editor/council' : `/editor/council/${organisation}`
  const menu = [
    ['/editor', say('nav-now')],
    [own, say('nav-council')],
    ['/editor/record', say('nav-record')],
    ['/editor/export', say('nav-export')],
  ].map(([href = '', label = '']) => element('li', {}, element('a', { href, 'aria-current': href === at ? 'page' : undefined }, label)))
  return htmlDocument({
    language: 'en-GB',
    title: [...(notice ? [notice.text] : []), view.title, say('title')].join(' – '),
    style,
    bodyClass: 'desk',
    scripts: [],
    body: [
      element('a', { class: 'skip', href: '#main' }, say('skip')),
      element(
        'header',
        { class: 'bar' },
        element(
          'div',
          { class: 'column' },
          element('p', { class: 'name' }, say('title')),
          element('p', { class: 'who' }, say('signed-in', { name, scope })),
          form(session, '/editor/sign-out', {}, element('button', { type: 'submit' }, say('sign-out'))),
        ),
      ),
      element('nav', { class: 'menu', 'aria-label': say('menu') }, element('ul', { class: 'column' }, ...menu)),
      element(
        'main',
        { id: 'main', class: 'column', tabindex: '-1' },
        ...(notice ? [element('div', { class: `notice ${notice.kind}`, role: 'alert' }, element('p', {}, notice.text))] : []),
        element('h1', { id: 'title' }, view.title),
        ...paragraphs(view),
      ),
    ],
  })
}

/** A page for somebody who is not signed in. */
export function openPage({ say, style }: Frame, view: View): string {
  return htmlDocument({
    language: 'en-GB',
    title: `${view.title} – ${say('title')}`,
    style,
    bodyClass: 'desk',
    scripts: [],
    body: [
      element('header', { class: 'bar' }, element('div', { class: 'column' }, element('p', { class: 'name' }, say('title')))),
      element('main', { id: 'main', class: 'column' }, element('h1', { id: 'title' }, view.title), ...paragraphs(view)),
    ],
  })
}

function paragraphs({ main }: View): readonly Markup[] {
  return main.map((piece) => (typeof piece === 'string' ? element('p', {}, piece) : piece))
}

export function section(id: string, title: string, ...children: readonly Markup[]): Element {
  return element('section', { 'aria-labelledby': id }, element('h2', { id }, title), ...children)
}

export function list(items: readonly (readonly Markup[])[], none: string): Markup {
  return items.length === 0 ? element('p', {}, none) : element('ul', {}, ...items.map((item) => element('li', {}, ...item)))
}

export function button(label: string, look?: 'main'): Element {
  return element('button', { type: 'submit', class: look }, label)
}

export interface FieldLook {
  readonly hint?: string
  /** What is wrong with it. */
  readonly fault?: string | undefined
  readonly rows?: number
}

/** One line or several to type in, with its label, and what is wrong with it beside it. */
export function field(name: string, label: string, value: string, { hint, fault, rows }: FieldLook = {}): Element {
  const describedBy = [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-fault`] : [])].join(' ')
  const attributes = { id: name, name, 'aria-describedby': describedBy || undefined, 'aria-invalid': fault ? 'true' : undefined }
  return element(
    'div',
    { class: 'field' },
    element('label', { for: name }, label),
    ...(hint ? [element('p', { class: 'quiet', id: `${name}-hint` }, hint)] : []),
    ...(fault ? [element('p', { class: 'alarm', id: `${name}-fault` }, fault)] : []),
    rows === undefined
      ? element('input', { type: 'text', value, autocomplete: 'off', ...attributes })
      : element('textarea', { rows: String(rows), ...attributes }, value),
  )
}

export function select(name: string, label: string, chosen: string, options: readonly (readonly [string, string])[]): Element {
  return element(
    'div',
    { class: 'field' },
    element('label', { for: name }, label),
    ' ',
    element(
      'select',
      { id: name, name },
      ...options.map(([value, words]) => element('option', { value, selected: value === chosen ? '' : undefined }, words)),
    ),
  )
}

export function tick(name: string, label: string): Element {
  return element(
    'label',
    { class: 'tick' },
    element('input', { type: 'checkbox', name, value: 'yes', id: name }),
    element('span', {}, label),
  )
}
