// The frame around every page of the editor, and its small pieces. No page needs a script.
import type { Notice, Session } from '../desk/sessions'
import { signedInPage, type View } from '../desk/staff-frame'
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
  ] as const
  const frame = { say, style, who: say('signed-in', { name, scope }), signOut: '/editor/sign-out', menu, at, notice }
  return signedInPage(frame, session, view)
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
