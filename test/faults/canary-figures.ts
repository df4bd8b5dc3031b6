// What a long canary run counts, and the marked sentences that it types one after the other.
import { CANARIES, canariesIn, type Canary } from './canary-tokens'

export interface CanaryFigures {
  journeys: number
  talks: number
  cards: number
  /** Messages, lines of talks, requests: whatever carried words. */
  typed: number
  /** How often a marked thing was among them. */
  marked: number
  refused: number
  kills: number
  crashes: number
}

export class MarkedWords {
  readonly figures: CanaryFigures = { journeys: 0, talks: 0, cards: 0, typed: 0, marked: 0, refused: 0, kills: 0, crashes: 0 }
  private readonly seen = new Set<Canary>()
  private next = 0

  /** The next of the thirty, in a sentence that answers no question. */
  sentence(besides: readonly Canary[] = []): string {
    const names = (Object.keys(CANARIES) as Canary[]).filter((name) => !besides.includes(name))
    this.next += 1
    return `Please note: ${CANARIES[names[this.next % names.length] ?? 'childName']}.`
  }

  /** Counts what is typed, and gives it back. */
  note(text: string): string {
    const found = canariesIn(Buffer.from(text))
    this.figures.typed += 1
    this.figures.marked += found.length
    for (const canary of found) this.seen.add(canary)
    return text
  }

  /** How many of the thirty were typed at all. */
  get different(): number {
    return this.seen.size
  }
}
