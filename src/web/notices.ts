// The notices: privacy, and the accessibility statement that each council's page must have.
import type { Request, Response, Server } from 'restify'
import type { Assets } from './assets'
import { chatQuery } from './chat-query'
import { plainPage } from './plain-page'
import type { Periods } from '../rules/retention'
import { sendPage } from './respond'
import { pageHeaders } from './security'
import { themed } from './theme-style'
import { fill } from './view/strings'
import type { Strings } from './view/strings'
import type { WebCouncil, WebDeps } from './web-deps'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTHS_13 = 395

/** `/privacy` and `/accessibility`, each with `?council=ID` too; an unknown council gets the notice without one. */
export function mountNotices(server: Server, all: WebDeps, assets: Assets): void {
  for (const name of ['privacy', 'accessibility'] as const) {
    const answer = async (req: Request, res: Response): Promise<void> => {
      const query = new URLSearchParams(String(req.url).split('?')[1] ?? '')
      const deps = all.inLanguage(query.get('lang'))
      const id = query.get('council')
      const council = id === null ? null : deps.council(id)
      const page = {
        title: deps.strings[name],
        text:
          name === 'privacy'
            ? privacyText(council, deps.periods(council?.id ?? null), deps.strings)
            : accessibilityText(council, deps.strings),
        link: { href: `/chat${chatQuery(council, deps.chosen)}`, label: deps.strings['back-to-chat'] },
      }
      const style = themed(assets.style, council?.theme)
      const headers = pageHeaders({ scripts: 'none', styles: [style], connect: [], frames: 'none', ancestors: [] })
      sendPage(req, res, plainPage(deps, page, style), headers)
    }
    server.get(`/${name}`, answer)
    server.head(`/${name}`, answer)
  }
}

/** With the very periods that this council's records are kept for: UK GDPR art 13(2)(a). */
export function privacyText(council: WebCouncil | null, periods: Periods, strings: Strings): string {
  const howLong = Object.fromEntries(Object.entries(periods).map(([name, period]: [string, number]) => [name, inWords(period, strings)]))
  const whose = council ? fill(strings['privacy-council'], { council: council.name }) : strings['privacy-whose']
  return fill(strings['privacy-text'], { ...howLong, whose })
}

/** `1 hour`, `24 hours`, `14 days`, `13 months`: days only where there are whole ones, and more than one. */
function inWords(milliseconds: number, strings: Strings): string {
  const [hours, days] = [milliseconds / HOUR, milliseconds / DAY]
  if (days === MONTHS_13) return fill(strings['period-months'], { n: '13' })
  if (days > 1 && Number.isInteger(days)) return fill(strings['period-days'], { n: String(days) })
  return hours === 1 ? strings['period-hour'] : fill(strings['period-hours'], { n: String(hours) })
}

/** The accessibility statement names the council and how to reach it: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, reg 8. */
export function accessibilityText(council: WebCouncil | null, strings: Strings): string {
  const whose = council ? fill(strings['accessibility-council'], { council: council.name }) : strings['accessibility-nobody']
  const contact = council?.contact
    ? fill(strings['accessibility-contact'], { contact: council.contact })
    : strings['accessibility-contact-none']
  return fill(strings['accessibility-text'], { whose, contact, council: council?.name ?? strings['accessibility-your-council'] })
}
