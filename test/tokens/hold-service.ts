// The whole service in this process, with a chat, a case and somebody signed in at each place, for tests of who is let in.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import restify, { type Server } from 'restify'
import { startApp, type App } from '../../src/app'
import { loadConfig } from '../../src/config'
import type { Handoffs } from '../../src/handoff/handoffs'
import { newChat, readUntil, say, start, type Chat } from '../channels/page'
import { Visitor } from '../desk/visitor'
import { SHOWN, SUMMARY } from '../handoff/sample-summary'

export const TOKEN_SECRET = 'the secret of these tests, 32 or more'
export const APP_ID = '11111111-2222-3333-4444-555555555555'
export const METRICS = 'the token of the figures'
export const CREDENTIALS = { 'demo-sendiass': 'a-credential-of-sendiass', 'demo-mediation': 'a-credential-of-mediation' }
/** Stands in the chat and in what was shared, and nowhere else. */
export const MARK = 'zebrafinch'
/** Nobody is there: what is sent to it waits. */
const HUB = { url: 'https://127.0.0.1:9/hub', secrets: [`whsec_${Buffer.alloc(32, 3).toString('base64')}`] }
const HOUR = 3_600_000

export class HeldService {
  readonly folder = mkdtempSync(join(tmpdir(), 'tokens-'))
  readonly printed: string[] = []
  /** Milliseconds by which the service's clock is ahead. */
  ahead = 0
  private readonly spies: { mockRestore(): void }[] = []
  private app: App | null = null
  private server: Server | null = null

  async start(env: Readonly<Record<string, string>> = {}): Promise<this> {
    const [{ createServer }, clock, write] = [restify, Date.now, process.stdout.write.bind(process.stdout)]
    this.spies.push(
      jest.spyOn(restify, 'createServer').mockImplementation((options) => (this.server = createServer(options))),
      jest.spyOn(Date, 'now').mockImplementation(() => clock() + this.ahead),
      jest.spyOn(process.stdout, 'write').mockImplementation((text) => this.printed.push(String(text)) > 0 || write('')),
    )
    const receivers = join(this.folder, 'receivers.json')
    const known = Object.entries(CREDENTIALS).map(([id, one]) => [
      id,
      { hub: HUB, credentials: [createHash('sha256').update(one).digest('hex')] },
    ])
    writeFileSync(receivers, JSON.stringify({ receivers: Object.fromEntries(known) as object }))
    const teams = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'none-that-is-real', MicrosoftAppTenantId: APP_ID }
    const own = {
      PORT: '0',
      EMBEDDINGS: 'off',
      DATA_DIR: join(this.folder, 'data'),
      TOKEN_SECRET,
      METRICS_TOKEN: METRICS,
      SECURITY_CONTACT: 'mailto:security@council.example',
    }
    this.app = await startApp(loadConfig({ ...own, ...teams, RECEIVERS_FILE: receivers, ...env }))
    return this
  }

  get url(): string {
    return this.app?.url ?? ''
  }

  /** `GET /desk/case/:id`, as the running server has them. */
  get routes(): readonly string[] {
    return Object.values(this.server?.router.getRoutes() ?? {}).map(({ method, path }) => `${method} ${String(path)}`)
  }

  /** A chat in which the mark was said. */
  async chat(): Promise<Chat> {
    const chat = await newChat(this.url)
    await start(this.url, chat)
    await say(this.url, chat, MARK)
    await readUntil(this.url, chat, (texts) => texts.filter((text) => text !== MARK).length >= 2)
    return chat
  }

  /** A case in the queue of one of the demonstration desks. */
  async sharedCase(handoffs: Handoffs, organisation: string): Promise<string> {
    const id = await handoffs.begin({ council: 'demo', organisation, route: 'callback', conversation: null, packVersion: '1' })
    const summary = { ...SUMMARY, inOwnWords: MARK }
    const shown = SHOWN.replace('MARKED-OWN-WORDS', MARK)
    const shared = await handoffs.share({ id, summary, shown, contact: '07700 900123', conversationKey: Buffer.alloc(32, 1) })
    if (shared.kind !== 'shared') throw new Error(`not shared: ${shared.why}`)
    return id
  }

  /** A link that was not used: the first, or one that is printed again. */
  async link(page: '/desk' | '/editor'): Promise<string> {
    this.ahead += 11_000
    await fetch(`${this.url}${page}/sign-in/print`, { method: 'POST', body: new URLSearchParams() })
    const links = this.printed.join('\n').match(new RegExp(`${page}\\?once=[\\w-]+`, 'g'))
    return links?.at(-1) ?? ''
  }

  /** Somebody signed in, with a page of theirs open. */
  async signedIn(page: '/desk' | '/editor', fields: Readonly<Record<string, string>>): Promise<Visitor> {
    const visitor = new Visitor(this.url)
    await visitor.get(await this.link(page))
    await visitor.press(`${page}/sign-in`, fields)
    if (visitor.csrf === '') await visitor.get(page === '/desk' ? '/desk/find' : '/editor')
    return visitor
  }

  /** Does this as if it were later, and goes back. */
  async later<T>(hours: number, work: () => Promise<T>): Promise<T> {
    this.ahead += hours * HOUR
    try {
      return await work()
    } finally {
      this.ahead -= hours * HOUR
    }
  }

  async stop(): Promise<void> {
    await this.app?.running.stop()
    for (const spy of this.spies) spy.mockRestore()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
