// The way without a script, kept open beside it: whatever happens to the script, the form still gets a family's words through.
import { byId } from './dom'
import type { Unsent } from './outbox'

/** Remembered in the tab: where the usual way does not get through, it is not tried again on every page. */
const PLAIN = 'send-chat-plain'

export class PlainForm {
  private readonly form = byId<HTMLFormElement>('say')
  released = false

  /** Whether this tab has already found that only forms get through. */
  static get isKnown(): boolean {
    try {
      return sessionStorage.getItem(PLAIN) !== null
    } catch {
      return false
    }
  }

  /** From now on the browser sends the form itself, with the chat's token, so that it goes on with the same conversation. */
  release(token: string | null, unsent: Unsent | null): void {
    this.released = true
    this.field('chat').value = token ?? ''
    this.form.addEventListener('submit', ({ submitter }) => {
      const isSame = submitter?.getAttribute('name') !== 'choice' && this.field('text').value.trim() === unsent?.text
      this.field('message').value = isSame ? unsent.id : ''
    })
    try {
      sessionStorage.setItem(PLAIN, '1')
    } catch {
      // Blocked: it is found out again on the next page.
    }
  }

  /** Whether the page itself can be had from the server, when its other addresses cannot. */
  async getsThrough(): Promise<boolean> {
    try {
      return (await fetch(this.form.action, { method: 'HEAD', cache: 'no-store' })).ok
    } catch {
      return false
    }
  }

  /** The script has the chat now: the browser need not carry it in a cookie as well. */
  dropCookie(): void {
    const body = new URLSearchParams({ do: 'clear' })
    void fetch(this.form.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => undefined)
  }

  private field(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement
  }
}
