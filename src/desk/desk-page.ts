// What every page of the desk has beside the frame of staff: its menu, its script, the warning before the idle time is over, and pieces that are read again.
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import type { DeskAssets } from './assets'
import type { DeskWord, Say } from './desk-words'
import type { Notice, Session } from './sessions'
import { form, signedInPage, type View } from './staff-frame'

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

const SCRIPT_WORDS = [
  'updates-on',
  'updates-off',
  'changed-since',
  'look-again',
  'problem',
  'ended-now',
  'talk-sent',
  'talk-empty',
] as const

/** A page for somebody who is signed in. */
export function staffPage({ say, assets }: Frame, session: Session, view: View, { organisation, at, notice, since }: Shown): string {
  const who = say('signed-in', { name: session.staff.name, organisation })
  const menu = MENU.map(([href, word]) => [href, say(word)] as const)
  return signedInPage({ say, style: assets.style, who, signOut: '/desk/sign-out', menu, at, notice }, session, view, {
    scripts: [assets.scriptPath],
    config: { since, words: Object.fromEntries(SCRIPT_WORDS.map((id) => [id, say(id)])) },
    above: [ending(say, session)],
    below: [
      element(
        'footer',
        { class: 'column' },
        element('p', { id: 'updates', class: 'quiet' }),
        element('p', { id: 'said', role: 'status', class: 'unseen' }),
      ),
    ],
  })
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
