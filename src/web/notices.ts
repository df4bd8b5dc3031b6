// The notices: privacy, and the accessibility statement that each council's page must have.
import type { Request, Response, Server } from 'restify'
import type { Assets } from './assets'
import { plainPage } from './plain-page'
import { sendPage } from './respond'
import { pageHeaders } from './security'
import { themed } from './theme-style'
import { fill } from './view/strings'
import type { Strings } from './view/strings'
import type { WebCouncil, WebDeps } from './web-deps'

type Notice = 'privacy' | 'accessibility'

/** `/privacy` and `/accessibility`, each with `?council=ID` too; an unknown council gets the notice without one. */
export function mountNotices(server: Server, deps: WebDeps, assets: Assets): void {
  for (const name of ['privacy', 'accessibility'] as const) {
    const answer = async (req: Request, res: Response): Promise<void> => {
      const id = new URLSearchParams(String(req.url).split('?')[1] ?? '').get('council')
      const council = id === null ? null : deps.council(id)
      const page = {
        title: deps.strings[name],
        text: noticeText(name, council, deps.strings),
        link: { href: council ? `/chat?council=${council.id}` : '/chat', label: deps.strings['back-to-chat'] },
      }
      const style = themed(assets.style, council?.theme)
      const headers = pageHeaders({ scripts: 'none', styles: [style], connect: [], frames: 'none', ancestors: [] })
      sendPage(req, res, plainPage(deps, page, style), headers)
    }
    server.get(`/${name}`, answer)
    server.head(`/${name}`, answer)
  }
}

/** The accessibility statement names the council and how to reach it: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, reg 8. */
export function noticeText(name: Notice, council: WebCouncil | null, strings: Strings): string {
  if (name === 'privacy') return strings['privacy-text']
  const whose = council ? fill(strings['accessibility-council'], { council: council.name }) : strings['accessibility-nobody']
  const contact = council?.contact
    ? fill(strings['accessibility-contact'], { contact: council.contact })
    : strings['accessibility-contact-none']
  return fill(strings['accessibility-text'], { whose, contact, council: council?.name ?? strings['accessibility-your-council'] })
}
