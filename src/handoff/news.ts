// Who is at the desk, and the news for them: both within this process.

export interface News {
  spread(organisation: string, handoff: string): void
  listen(organisation: string, onChange: (handoffId: string) => void): () => void
  present(organisation: string): () => void
  isStaffed(organisation: string): boolean
}

export function createNews(): News {
  const listeners = new Map<string, Set<(handoffId: string) => void>>()
  const desks = new Map<string, number>()
  return {
    spread: (organisation, handoff) => {
      for (const onChange of [...(listeners.get(organisation) ?? [])]) onChange(handoff)
    },
    listen: (organisation, onChange) => {
      const those = listeners.get(organisation) ?? new Set()
      // Wrapped, so that the same function may listen twice and stop once.
      const listener = (id: string): void => onChange(id)
      listeners.set(organisation, those.add(listener))
      return () => void those.delete(listener)
    },
    present: (organisation) => {
      const add = (count: number): void => void desks.set(organisation, (desks.get(organisation) ?? 0) + count)
      add(1)
      let isHere = true
      return () => {
        if (isHere) add(-1)
        isHere = false
      }
    },
    isStaffed: (organisation) => (desks.get(organisation) ?? 0) > 0,
  }
}
