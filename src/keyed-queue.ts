// What concerns one conversation runs one after another, what concerns different ones side by side.

export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>()

  /** Runs `job` after every earlier job of the same key, whether those failed or not. */
  run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key)
    const mine = before ? before.then(job, job) : job()
    const tail = mine.then(ignore, ignore)
    this.tails.set(key, tail)
    void tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key)
    })
    return mine
  }

  /** How many conversations have something running or waiting. */
  get size(): number {
    return this.tails.size
  }

  /** Resolves when nothing is running or waiting. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values())
  }
}

function ignore(): void {}
