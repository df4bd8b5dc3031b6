// Waiting that ends at once when the demonstration is stopped.
import { setTimeout as pause } from 'node:timers/promises'

export class Patience {
  constructor(private readonly signal: AbortSignal) {}

  /** @throws Error when it was stopped */
  async pause(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.signal })
  }

  /** What `look` gives as soon as it is neither null nor false; what it throws counts as not yet. @throws Error after a minute and a half */
  async until<T>(what: string, look: () => Promise<T | null | false>): Promise<T> {
    for (let tries = 0; tries < 450; tries += 1) {
      const seen = await look().catch(() => null)
      if (seen !== null && seen !== false) return seen
      await this.pause(200)
    }
    throw new Error(`Waited too long for ${what}.`)
  }
}
