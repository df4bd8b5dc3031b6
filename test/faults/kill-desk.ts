// An adviser whose server is killed again and again: signs in anew, and presses until the case stands as it was pressed.
import { Visitor, type Page } from '../desk/visitor'
import type { Service } from '../demo/service'
import { insist } from './kill-family'

export type Standing = 'queued' | 'accepted' | 'ended' | 'gone'
type Action = 'accept' | 'put-back' | 'close'
const COMES_TO: Readonly<Record<Action, Standing>> = { accept: 'accepted', 'put-back': 'queued', close: 'ended' }

export class KilledDesk {
  /** An acknowledged step that was no longer so. */
  readonly lost: string[] = []
  steps = 0
  private cookies: ReadonlyMap<string, string> | null = null
  private signingIn: Promise<ReadonlyMap<string, string>> | null = null
  private open = new AbortController()
  private readonly addresses = new Map<string, string>()

  constructor(private readonly service: Service) {}

  /** The address of the case with this reference, out of the queue; null where it never stands there. */
  async find(reference: string): Promise<string | null> {
    for (let tries = 0; tries < 100; tries += 1) {
      for (const at of await this.queue())
        if (![...this.addresses.values()].includes(at)) this.addresses.set(referenceOn(await this.get(at)), at)
      const found = this.addresses.get(reference)
      if (found !== undefined) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return null
  }

  /** The addresses of all who wait. */
  async queue(): Promise<readonly string[]> {
    const html = (await this.get('/desk')).html + (await this.get('/desk/callbacks')).html
    return [...new Set([...html.matchAll(/href="(\/desk\/case\/[\w-]{22})"/g)].map(([, at = '']) => at))]
  }

  async standing(at: string): Promise<Standing> {
    return standingOn(await this.get(at), at)
  }

  /** Presses until it is acknowledged; what stands otherwise than the step before left it was lost. */
  async step(at: string, action: Action, from: Standing): Promise<void> {
    await insist(`${action} to be taken`, async () => {
      const visitor = await this.visit(at)
      const now = standingOn(visitor.page, at)
      if (now === COMES_TO[action]) return true
      if (now !== from) {
        this.lost.push(`${from} became ${now} before ${action}`)
        return true
      }
      await visitor.press(`${at}/${action}`)
      return standingOn(visitor.page, at) === COMES_TO[action] ? true : null
    })
    this.steps += 1
  }

  /** Under one id until it stands in the talk. */
  async tell(at: string, source: string, text: string): Promise<void> {
    await insist('a line of the adviser', async () => {
      const visitor = await this.visit(at)
      if (visitor.page.text.includes(text)) return true
      const after = await visitor.post(`${at}/tell`, { csrf: visitor.csrf, source, text })
      return after.text.includes(text) ? true : null
    })
    this.steps += 1
  }

  async talk(at: string): Promise<string> {
    return (await this.get(at)).text
  }

  leave(): void {
    this.open.abort()
  }

  private async get(path: string): Promise<Page> {
    return (await this.visit(path)).page
  }

  /** Somebody of their own for each page, all in one session: a press needs the page that it stands on. */
  private async visit(path: string): Promise<Visitor> {
    return insist(`the desk's ${path}`, async () => {
      this.cookies ??= await (this.signingIn ??= this.signIn().finally(() => (this.signingIn = null)))
      const visitor = new Visitor(this.service.url)
      for (const [name, value] of this.cookies) visitor.cookies.set(name, value)
      const page = await visitor.get(path)
      if (page.path.startsWith('/desk/sign-in')) this.cookies = null
      return this.cookies !== null && page.status < 500 ? visitor : null
    })
  }

  private async signIn(): Promise<ReadonlyMap<string, string>> {
    const visitor = new Visitor(this.service.url)
    await visitor.get(this.service.deskLink())
    // A link that was used, and the answer to it lost: the page offers another one.
    if (visitor.page.status === 410) await visitor.press('/desk/sign-in/print')
    await visitor.press('/desk/sign-in', { organisation: 'demo-sendiass' })
    if (visitor.page.path !== '/desk') throw new Error('not signed in')
    this.open.abort()
    this.open = new AbortController()
    await visitor.stayAtDesk(this.open.signal)
    return visitor.cookies
  }
}

function standingOn({ status, html, text }: Page, at: string): Standing {
  if (status === 404 || text.includes('This has been deleted.')) return 'gone'
  if (html.includes(`action="${at}/accept"`)) return 'queued'
  if (html.includes(`action="${at}/close"`)) return 'accepted'
  if (html.includes(`action="${at}/asked"`)) return 'ended'
  throw new Error(`${at} stands in no known way: ${text.slice(0, 300)}`)
}

function referenceOn({ text }: Page): string {
  return /\b\d{3} \d{3} \d{3}\b/.exec(text)?.[0] ?? ''
}
