// How much may come in within a minute under one name (a network, a council). Slower before it is refused: a school or a library is one network.

/** The longest that anybody is held up, in milliseconds. */
const SLOWEST = 2_000

export class Pace {
  private minute = 0
  private readonly counts = new Map<string, number>()

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number,
  ) {}

  /** Counts one more. Milliseconds to wait: 0 up to half of what may come, then more and more; null when there were too many. */
  next(name: string): number | null {
    const minute = Math.floor(this.now() / 60_000)
    if (minute !== this.minute) {
      this.minute = minute
      this.counts.clear()
    }
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    if (count > this.perMinute) return null
    const half = this.perMinute / 2
    return count <= half ? 0 : Math.round((SLOWEST * (count - half)) / half)
  }
}

export async function waitFor(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
