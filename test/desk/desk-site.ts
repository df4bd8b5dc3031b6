// A server with nothing but the desk on it, and a person who presses its links and forms as a browser without scripts does.
import { createServer, type Server } from 'restify'
import { londonMoment, londonNow } from '../../src/clock'
import { loadPack } from '../../src/content/load'
import type { DeskDeps, OidcSignIn } from '../../src/desk/desk-deps'
import { mountDesk, type MountedDesk } from '../../src/desk/mount-desk'
import { createOneTimeLinks, type OneTimeLinks } from '../../src/desk/one-time-links'
import { createLog } from '../../src/log'
import { contentDir } from '../../src/project-root'
import { day } from '../holidays'
import { FakeHandoffs } from './fake-handoffs'
import { Visitor } from './visitor'
import { builtClient } from '../built-client'
import { close, listen } from '../listen'

const pack = loadPack(contentDir)

const WEEK = [2, 1].map((weekday) => ({ weekday, from: '09:00', until: '17:00' }))
const CLOSURES = [
  { from: day('2026-11-02'), until: day('2026-11-06'), reason: 'half-term' },
  { from: day('2026-12-24'), until: day('2027-01-01'), reason: 'Christmas' },
  { from: day('2027-02-01'), until: null, reason: 'moving house' },
]

export const ORGANISATIONS: DeskDeps['organisations'] = [
  { id: 'mediation', name: 'Northshire Mediation', hours: { week: WEEK, onBankHolidays: 'closed', closures: CLOSURES } },
  { id: 'sendiass', name: 'Northshire SENDIASS', hours: { week: [], onBankHolidays: 'as-usual', closures: [] } },
  { id: 'council', name: 'Northshire Council SEN team', hours: null },
]

/** Monday 23 November 2026, 09:15 in London. */
export const MORNING = Date.UTC(2026, 10, 23, 9, 15)

export class DeskSite {
  at = MORNING
  readonly logged: string[] = []
  readonly printed: string[] = []
  readonly handoffs = new FakeHandoffs(() => this.at)
  readonly links: OneTimeLinks = createOneTimeLinks(
    () => this.at,
    (line) => this.printed.push(line),
  )
  private server: Server | null = null
  private desk: MountedDesk | null = null
  url = ''

  async start(given: { readonly signIn?: OidcSignIn; readonly publicUrl?: string } = {}, port = 0): Promise<this> {
    const server = createServer({ name: 'desk', ignoreTrailingSlash: true })
    const deps: DeskDeps = {
      root: builtClient(),
      handoffs: this.handoffs,
      pack,
      log: createLog({ write: (line) => this.logged.push(line) }),
      now: () => this.at,
      london: (moment) => londonNow(new Date(moment)),
      moment: londonMoment,
      publicUrl: given.publicUrl,
      organisations: ORGANISATIONS,
      signIn: given.signIn ?? { kind: 'local', links: this.links },
    }
    this.desk = mountDesk(server, deps)
    this.url = await listen(server, port)
    this.server = server
    return this
  }

  async stop(): Promise<void> {
    this.desk?.close()
    const { server } = this
    if (!server) return
    await close(server)
  }

  /** Somebody signed in at this organisation's desk by a fresh link. */
  async adviser(organisation = 'mediation'): Promise<Visitor> {
    const visitor = new Visitor(this.url)
    const link = this.links.make(this.url)
    await visitor.get(link.slice(this.url.length))
    await visitor.press('/desk/sign-in', { organisation })
    return visitor
  }
}
