// How many chats one network may begin in a minute. Behind a proxy on this machine everybody has its address: that one is not counted.
import type { IncomingMessage } from 'node:http'
import { Pace, waitFor } from './pace'
import { Refusal } from './refusal'
import { isLoopback } from './service-url'

export class NewChats {
  private readonly pace: Pace

  constructor(perMinute: number, now: () => number) {
    this.pace = new Pace(perMinute, now)
  }

  /** Counts one more, and holds it up when there were many; throws a Refusal, 429, when there were too many. */
  async count(request: IncomingMessage): Promise<void> {
    const address = request.socket.remoteAddress ?? ''
    if (isLoopback(address)) return
    const wait = this.pace.next(neighbourhood(address))
    if (wait === null) throw new Refusal(429, 'too-many', 'Too many chats were begun from your network. Please try again in a minute.')
    await waitFor(wait)
  }
}

/** One household has one IPv4 address, or a /64 of IPv6. */
function neighbourhood(address: string): string {
  return address.includes('.') ? address : address.split(':').slice(0, 4).join(':')
}
