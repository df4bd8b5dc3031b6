// How many chats one address may begin in a minute. Behind a proxy on this machine everybody has its address: that one is not counted.
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal'
import { isLoopback } from './service-url'

export class NewChats {
  private minute = 0
  private readonly counts = new Map<string, number>()

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number,
  ) {}

  /** Counts one more; throws a Refusal, 429, when there were too many. */
  count(request: IncomingMessage): void {
    const address = request.socket.remoteAddress ?? ''
    if (isLoopback(address)) return
    const minute = Math.floor(this.now() / 60_000)
    if (minute !== this.minute) {
      this.minute = minute
      this.counts.clear()
    }
    const count = (this.counts.get(neighbourhood(address)) ?? 0) + 1
    this.counts.set(neighbourhood(address), count)
    if (count > this.perMinute)
      throw new Refusal(429, 'too-many', 'Too many chats were begun from your network. Please try again in a minute.')
  }
}

/** One household has one IPv4 address, or a /64 of IPv6. */
function neighbourhood(address: string): string {
  return address.includes('.') ? address : address.split(':').slice(0, 4).join(':')
}
