// Pages that are only words: the notices and the page for a link that leads nowhere.
import { htmlDocument } from './document'
import { element } from './view/element'
import { prose } from './view/prose'
import type { WebDeps } from './web-deps'

export interface PlainPage {
  readonly title: string
  readonly text: string
  readonly link: { readonly href: string; readonly label: string }
}

export function plainPage({ language, strings }: WebDeps, { title, text, link }: PlainPage, style: string): string {
  return htmlDocument({
    language,
    direction: strings.direction,
    title: `${title} – ${strings.title}`,
    style,
    bodyClass: 'plain',
    scripts: [],
    body: [
      element(
        'main',
        { class: 'column' },
        element('h1', {}, title),
        ...prose(text),
        element('p', {}, element('a', { href: link.href, class: 'button' }, link.label)),
      ),
    ],
  })
}
