// What the tab remembers so that a refresh goes on at the same question: the conversation and its token, never what was said.

export interface Session {
  readonly conversationId: string
  readonly userId: string
  readonly token: string
  /** When the token should be changed for a fresh one: milliseconds since 1970. */
  readonly refreshAt: number
}

/** Kept in sessionStorage; where the browser refuses that (blocked in frames), in memory for as long as the page is open. */
export class SessionMemory {
  private inMemory: Session | null = null

  constructor(private readonly name: string) {}

  read(): Session | null {
    try {
      const saved = JSON.parse(sessionStorage.getItem(this.name) ?? 'null') as Session | null
      return saved ?? this.inMemory
    } catch {
      return this.inMemory
    }
  }

  save(session: Session): void {
    this.inMemory = session
    try {
      sessionStorage.setItem(this.name, JSON.stringify(session))
    } catch {
      // Blocked or full: memory has it.
    }
  }

  /** Whether a refresh will find what was saved. */
  get outlastsPage(): boolean {
    try {
      return sessionStorage.getItem(this.name) !== null
    } catch {
      return false
    }
  }

  forget(): void {
    this.inMemory = null
    try {
      sessionStorage.removeItem(this.name)
    } catch {
      // Blocked: there was nothing to remove.
    }
  }
}
