// What this process saved a moment ago of conversations that go on: where no other works on the same store it need not be read again, nor checked.
import type { SavedState } from '../bot/state-port'

/** Milliseconds. Longer than most people think about a question, shorter than anything is kept. */
const A_MOMENT = 5 * 60_000
const MOST = 5_000

export class LastSaved {
  private readonly saved = new Map<string, { readonly state: SavedState; readonly at: number }>()

  constructor(private readonly now: () => number) {}

  get(scope: string, key: string): SavedState | null {
    const found = this.saved.get(nameOf(scope, key))
    return found && found.at > this.now() - A_MOMENT ? found.state : null
  }

  set(scope: string, key: string, state: Omit<SavedState, 'isOwn'>): void {
    this.forget(scope, key)
    this.saved.set(nameOf(scope, key), { state: { ...state, isOwn: true }, at: this.now() })
    this.sweep()
  }

  forget(scope: string, key: string): void {
    this.saved.delete(nameOf(scope, key))
  }

  /** Lets go of what is older than a moment, the oldest first. */
  sweep(): void {
    for (const [name, { at }] of this.saved) {
      if (this.saved.size <= MOST && at > this.now() - A_MOMENT) return
      this.saved.delete(name)
    }
  }
}

function nameOf(scope: string, key: string): string {
  return `${scope} ${key}`
}
