// Remembers what came of the texts used last, under a hash of them: nobody's words stay.
import { hash } from 'node:crypto'

export function keyOf(text: string): string {
  return hash('sha256', text, 'base64')
}

/** At most so many values by their keys; the one not used for longest goes first. */
export class Remembered<Value> {
  private readonly values = new Map<string, Value>()

  constructor(private readonly most: number) {}

  has(key: string): boolean {
    return this.values.has(key)
  }

  use(key: string): Value | undefined {
    const value = this.values.get(key)
    if (value === undefined) return undefined
    this.values.delete(key)
    this.values.set(key, value)
    return value
  }

  add(key: string, value: Value): void {
    this.values.set(key, value)
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.most) return
      this.values.delete(oldest)
    }
  }

  /** Only while it is this value that stands there. */
  forget(key: string, value: Value): void {
    if (this.values.get(key) === value) this.values.delete(key)
  }
}
