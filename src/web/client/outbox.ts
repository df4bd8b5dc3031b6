// What was typed or pressed and has not reached the server yet: sent one after the other, tried again until it has.
import type { Activity } from '../view/activity'
import type { Connection } from './connection'

export interface Unsent {
  /** Lets the server and this page know the same message again: no doubles, however often it is sent. */
  readonly id: string
  readonly text: string
}

export interface OutboxListener {
  /** Not taken yet; `tries` counts the attempts so far, from 1. */
  onDelayed(id: string, tries: number): void
  onSent(id: string): void
  /** The server will never take it: it is given back. */
  onRefused(message: Unsent): void
}

export class Outbox {
  private waiting: Unsent[] = []
  private busy = false

  constructor(
    private readonly connection: Pick<Connection, 'post' | 'pause'>,
    private readonly language: string,
    private readonly listener: OutboxListener,
  ) {}

  add(text: string): Unsent {
    const message = { id: newId(), text }
    this.waiting.push(message)
    void this.sendAll()
    return message
  }

  /** Takes out what is still unsent, oldest first. */
  takeBack(): Unsent[] {
    return this.waiting.splice(0)
  }

  private async sendAll(): Promise<void> {
    if (this.busy) return
    this.busy = true
    for (let failures = 0; ;) {
      const [message] = this.waiting
      if (!message) break
      const outcome = await this.connection.post(this.activity(message))
      if (this.waiting[0] !== message) continue
      if (outcome === 'unreachable') {
        failures += 1
        this.listener.onDelayed(message.id, failures)
        await this.connection.pause(failures - 1)
        continue
      }
      this.waiting.shift()
      failures = 0
      if (outcome === 'ok') this.listener.onSent(message.id)
      else this.listener.onRefused(message)
    }
    this.busy = false
  }

  private activity({ id, text }: Unsent): Activity {
    return { type: 'message', text, locale: this.language, channelData: { clientActivityID: id } }
  }
}

/** Works on pages without TLS too, where `crypto.randomUUID` is missing. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
