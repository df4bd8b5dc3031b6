// An adviser at the staff desk, over HTTP: signs in by the one-time link, keeps the page open, presses its forms.
import { Visitor } from '../desk/visitor'
import type { Patience } from './patience'
import type { Service } from './service'

/** What happens on the way to a line being taken. */
export interface Trouble {
  readonly onRefused: () => void
  readonly onSignedOut: () => void
}

export class Adviser {
  private visitor = new Visitor('')
  private open = new AbortController()
  private line = 0

  constructor(
    private readonly service: Service,
    private readonly organisation: string,
    private readonly patience: Patience,
  ) {}

  /** A chat is offered to families only while somebody's page is open. */
  async signIn(): Promise<void> {
    this.visitor = new Visitor(this.service.url)
    await this.visitor.get(this.service.deskLink())
    await this.visitor.press('/desk/sign-in', { organisation: this.organisation })
    if (this.visitor.page.path !== '/desk') throw new Error('The one-time link does not open the desk.')
    this.open = new AbortController()
    await this.visitor.stayAtDesk(this.open.signal)
  }

  leave(): void {
    this.open.abort()
  }

  /** The address of the case that was announced first; null where nobody waits. */
  async next(): Promise<string | null> {
    const { html } = await this.visitor.get('/desk')
    return /href="(\/desk\/case\/[\w-]{22})"/.exec(html)?.[1] ?? null
  }

  /** The address of the case with this reference, as it is read out on the phone. */
  async find(reference: string): Promise<string> {
    await this.visitor.get('/desk/find')
    return (await this.visitor.press('/desk/find', { reference })).path
  }

  /** What stands on the page of the case, without the marks. */
  async read(at: string): Promise<string> {
    return (await this.visitor.get(at)).text
  }

  async press(at: string, action: 'accept' | 'close'): Promise<void> {
    await this.visitor.get(at)
    await this.visitor.press(`${at}/${action}`)
  }

  /** Sends until it is answered, signing in again where the server forgot the session; always under the same id. */
  async say(at: string, text: string, { onRefused, onSignedOut }: Trouble): Promise<void> {
    this.line += 1
    const source = `demonstration-${this.line}`
    for (let tries = 0; tries < 200; tries += 1) {
      try {
        await this.visitor.get(at)
        if (this.visitor.csrf === '') {
          await this.signIn()
          onSignedOut()
        } else if ((await this.visitor.post(`${at}/tell`, { csrf: this.visitor.csrf, source, text })).text.includes(text)) return
      } catch {
        onRefused()
        await this.patience.pause(300)
      }
    }
    throw new Error('A line of the adviser was never taken.')
  }

  /** Who said what in the talk, in order. */
  async talk(at: string): Promise<readonly { readonly who: 'Family' | 'Adviser'; readonly text: string }[]> {
    const text = await this.read(at)
    return [...text.matchAll(/^(Family|Adviser), \d\d:\d\d\n(.+)$/gm)].map(([, who, words = '']) => ({
      who: who as 'Family' | 'Adviser',
      text: words,
    }))
  }
}
