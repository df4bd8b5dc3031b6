// The part of the store's port about other processes on the same store: hints of what they did, what only one may do, and who sits at a desk there.

/** What another process did on the same store. Only a hint: what it is about is read again from the store. */
export type Hint =
  | { readonly kind: 'entries'; readonly conversation: string }
  | { readonly kind: 'handoff'; readonly organisation: string; readonly handoff: string }
  /** Somebody came to a desk or left it. */
  | { readonly kind: 'presence' }
  /** A channel of Teams was linked, moved or broke. */
  | { readonly kind: 'teams' }
  /** Hints may have been missed: anything can have happened. */
  | { readonly kind: 'missed' }

/** The other processes on this store, where there may be any. */
export interface Others {
  readonly mayBe: 'none' | 'some'
  /** Hears what others did, not what this process did; gives the way to stop. */
  hear(listener: (hint: Hint) => void): () => void
  /** Runs `work` while nobody, in whichever process, runs anything else under this name. When a process ends, however, its names are free. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Somebody sits at this organisation's desk here. */
  sitDown(organisation: string): Promise<void>
  /** Nobody sits there any more. */
  getUp(organisation: string): Promise<void>
  /** Organisations at whose desk somebody sits in another process. */
  staffedElsewhere(): Promise<readonly string[]>
}
