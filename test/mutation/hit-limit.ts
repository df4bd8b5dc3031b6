// Ends a loop that a mutant makes endless: at Stryker's count of hits, or sooner, when one test has taken far longer than any does.

/** Of the processor's time, so that a busy machine makes no mutant look endless. */
const MS_FOR_A_TEST = 10_000
const HITS_BETWEEN_LOOKS = 1024

const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Instrumented code reads `hitLimit` at each hit of the mutant that is on, and throws when `hitCount` is above it. */
export class HitLimit {
  private limit: number | undefined
  private start = 0

  constructor(private readonly context: { hitCount?: number | undefined }) {
    Object.defineProperty(context, 'hitLimit', { get: () => this.look() })
  }

  /** Counts from nought up to `limit`; without one, nothing is counted. */
  begin(limit: number | undefined): void {
    this.limit = limit
    this.context.hitCount = limit === undefined ? undefined : 0
    this.beginTest()
  }

  beginTest(): void {
    this.start = processorMs()
  }

  private look(): number | undefined {
    const { hitCount } = this.context
    const looksNow = hitCount !== undefined && hitCount % HITS_BETWEEN_LOOKS === 0
    if (looksNow && processorMs() - this.start > MS_FOR_A_TEST) this.limit = Math.min(this.limit ?? hitCount, hitCount - 1)
    return this.limit
  }
}
