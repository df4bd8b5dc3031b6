// The line that says honestly how the connection stands, with a way to try at once.
import type { Strings } from '../view/strings'
import { byId } from './dom'
import type { Standing } from './listener'

/** After this long without a connection the line says what a family can do meanwhile. */
const LONG_MS = 20_000
/** Losses shorter than this are not worth a word. */
const BLINK_MS = 1_000

export class Status {
  private readonly line = byId('status')
  private readonly again = byId<HTMLButtonElement>('try-now')
  private standing: Standing = 'connecting'
  private everConnected = false
  private news: string | null = null
  private timers: ReturnType<typeof setTimeout>[] = []

  constructor(
    private readonly strings: Strings,
    tryNow: () => void,
  ) {
    this.again.addEventListener('click', tryNow)
    this.write('connecting', strings.connecting)
  }

  show(standing: Standing): void {
    if (standing === this.standing) return
    const back = this.line.dataset['standing'] === 'lost' && this.everConnected
    this.standing = standing
    this.timers.splice(0).forEach(clearTimeout)
    if (standing === 'lost') {
      this.timers.push(setTimeout(() => this.write('lost', this.strings.lost), BLINK_MS))
      this.timers.push(setTimeout(() => this.write('lost', this.strings['lost-long']), LONG_MS))
      return
    }
    this.everConnected = true
    this.write('connected', this.news ?? (back ? this.strings.reconnected : this.strings.connected))
    this.news = null
  }

  /** A new conversation was asked for: says so until there is other news. */
  begin(news: string): void {
    this.standing = 'connecting'
    this.news = news
    this.write('connecting', news)
  }

  /** There is no connection any more, and none is wanted. */
  end(): void {
    this.timers.splice(0).forEach(clearTimeout)
    this.write('connecting', '')
    delete this.line.dataset['standing']
  }

  private write(standing: Standing, text: string): void {
    this.line.dataset['standing'] = standing
    if (this.line.textContent !== text) this.line.textContent = text
    this.again.hidden = standing !== 'lost'
  }
}
