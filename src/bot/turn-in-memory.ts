// A turn whose memory lives in this process only: for the terminal and for tests.
import type { SavedState, Turn } from './state-port'

export interface TurnInMemory extends Turn {
  /** What is remembered now. */
  readonly saved: () => SavedState | null
  /** Puts something else in its place. */
  readonly put: (saved: SavedState) => void
}

/** Compare-and-set like every other, gone with the process. */
export function turnInMemory({
  council,
  language = null,
  sealed,
  chat = null,
}: Pick<Turn, 'council' | 'sealed'> & Partial<Pick<Turn, 'chat' | 'language'>>): TurnInMemory {
  let saved: SavedState | null = null
  const forget = (): void => {
    saved = null
  }
  return {
    council,
    language,
    sealed,
    chat,
    erase: forget,
    saved: () => saved,
    put: (state) => {
      saved = state
    },
    states: {
      read: async () => saved,
      write: async (_key, value, expected) => {
        if ((saved?.version ?? null) !== expected) return false
        saved = { value, version: (expected ?? 0) + 1 }
        return true
      },
      remove: async () => forget(),
    },
  }
}
