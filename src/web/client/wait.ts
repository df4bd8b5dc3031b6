// Waiting that can be cut short: when the phone wakes up or the network comes back there is no reason to go on waiting.

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

export class Wait {
  private readonly wakers = new Set<() => void>()

  /** Resolves after that many milliseconds, or at the next `nudge`. */
  for(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.wakers.delete(done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      this.wakers.add(done)
    })
  }

  /** The pause before try number `attempt` (0 is the first retry): doubling, a little uneven so that phones do not come in step. */
  beforeRetry(attempt: number): Promise<void> {
    const pause = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
    return this.for(pause * (0.75 + Math.random() / 2))
  }

  nudge(): void {
    for (const wake of [...this.wakers]) wake()
  }
}
