// A sample of a council's Local Offer page with the chat in it, exactly as a council would paste it.
import { htmlDocument } from './document'
import { element } from './view/element'
import { prose } from './view/prose'
import type { WebDeps } from './web-deps'

export function localOfferPage({ language, strings }: WebDeps, style: string): string {
  return htmlDocument({
    language,
    direction: strings.direction,
    title: strings['offer-title'],
    style,
    bodyClass: 'plain offer',
    scripts: ['/embed.js'],
    body: [
      element(
        'main',
        { class: 'column' },
        element('h1', {}, strings['offer-title']),
        ...prose(strings['offer-before']),
        element('p', {}, element('a', { href: '/chat?council=demo', class: 'button', 'data-send-chat': '' }, strings['offer-link'])),
        ...prose(strings['offer-after']),
      ),
    ],
  })
}
