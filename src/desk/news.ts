// What changed, by organisation, with numbers: a page that was away for a moment is told what it missed.
import { randomBytes } from 'node:crypto'

const KEPT = 200

/** `all`: more was missed than is still known, so everything is to be read again. */
export type Missed = { readonly kind: 'these'; readonly news: readonly NewsItem[] } | { readonly kind: 'all'; readonly last: string }

export interface NewsItem {
  /** `4f1c2a-17`: this process and a number that counts up. */
  readonly id: string
  readonly handoff: string
}

export interface News {
  /** Hears from now on; gives the way to stop. */
  follow(organisation: string, hear: (item: NewsItem) => void): () => void
  /** The id of the last that was told, or of the beginning. */
  latest(organisation: string): string
  /** What came after this id; nothing where no id is given. */
  since(organisation: string, id: string | null): Missed
  close(): void
}

interface Line {
  last: number
  readonly kept: NewsItem[]
  readonly ears: Set<(item: NewsItem) => void>
  readonly stop: () => void
}

/** Listens to an organisation from the first time somebody of it asks, and then on, so that nothing is missed between two connections. */
export function createNews(listen: (organisation: string, onChange: (handoff: string) => void) => () => void): News {
  const boot = randomBytes(6).toString('hex')
  const lines = new Map<string, Line>()
  const lineOf = (organisation: string): Line => {
    const known = lines.get(organisation)
    if (known) return known
    const line: Line = { last: 0, kept: [], ears: new Set(), stop: listen(organisation, (handoff) => tell(line, handoff)) }
    lines.set(organisation, line)
    return line
  }
  const tell = (line: Line, handoff: string): void => {
    line.last += 1
    const item = { id: `${boot}-${line.last}`, handoff }
    line.kept.push(item)
    if (line.kept.length > KEPT) line.kept.shift()
    for (const hear of line.ears) hear(item)
  }
  return {
    follow: (organisation, hear) => {
      const { ears } = lineOf(organisation)
      ears.add(hear)
      return () => ears.delete(hear)
    },
    latest: (organisation) => `${boot}-${lineOf(organisation).last}`,
    since: (organisation, id) => {
      const { kept, last } = lineOf(organisation)
      if (id === null) return { kind: 'these', news: [] }
      const seen = id.startsWith(`${boot}-`) ? Number(id.slice(boot.length + 1)) : NaN
      const isKnown = Number.isInteger(seen) && seen >= last - kept.length && seen <= last
      return isKnown ? { kind: 'these', news: kept.slice(kept.length - (last - seen)) } : { kind: 'all', last: `${boot}-${last}` }
    },
    close: () => {
      for (const { stop } of lines.values()) stop()
      lines.clear()
    },
  }
}
