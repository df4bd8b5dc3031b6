// The line that says honestly how the connection stands, with a way to try at once.
import type { Strings } from '../view/strings'
import type { Standing } from './connection'
import { byId } from './dom'

/** After this long without a connection the line says what a family can do meanwhile. */
const LONG_MS = 20_000
/** Losses shorter than this are not worth a word. */
const BLINK_MS = 1_000

export class Status {
  private readonly line = byId('status')
  private readonly again = byId<HTMLButtonElement>('try-now')
  private standing: Standing = 'connecting'
  private everConnected = false
  private timers: ReturnType<typeof setTimeout>[] = []

  constructor(
    private readonly strings: Strings,
    tryNow: () => void,
  ) {
    this.again.addEventListener('click', tryNow)
  }

  show(standing: Standing): void {
    if (standing === this.standing) return
    const lost = this.standing === 'lost' && this.line.dataset['standing'] === 'lost'
    this.standing = standing
    this.timers.splice(0).forEach(clearTimeout)
    if (standing === 'lost') {
      this.timers.push(setTimeout(() => this.write('lost', this.strings.lost), BLINK_MS))
      this.timers.push(setTimeout(() => this.write('lost', this.strings['lost-long']), LONG_MS))
      return
    }
    this.write(standing, this.strings[standing === 'connected' && lost && this.everConnected ? 'reconnected' : standing])
    this.everConnected ||= standing === 'connected'
  }

  /** Says something once without changing how the connection stands. */
  announce(text: string): void {
    this.line.textContent = text
  }

  private write(standing: Standing, text: string): void {
    this.line.dataset['standing'] = standing
    this.line.textContent = text
    this.again.hidden = standing !== 'lost'
  }
}
