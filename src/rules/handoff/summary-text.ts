// The summary as it is shown, stored and delivered: one text, and how long it may be.
import type { LineId } from './summary-lines'

/** A line in words. */
export interface SaidLine {
  readonly id: LineId
  readonly label: string
  readonly value: string
  /** False for what sending needs. */
  readonly isRemovable: boolean
}

/** Forty-five seconds, read aloud. */
export const MOST_WORDS = 170
export const MOST_OWN_WORDS = 50

/** The exact text that is shown, whose hash is kept, and that is delivered: a line each, ending in a full stop. */
export function textOf(lines: readonly SaidLine[]): string {
  return lines.map(inOneLine).join('\n')
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** How many of the family's own words there is room for beside these lines (theirs left out); `label` is how their line begins. */
export function roomForOwnWords(lines: readonly SaidLine[], label: string): number {
  const others = lines.filter(({ id }) => id !== 'inOwnWords')
  return Math.max(0, Math.min(MOST_OWN_WORDS, MOST_WORDS - wordCount(textOf(others)) - wordCount(label)))
}

function inOneLine({ label, value }: SaidLine): string {
  return `${label}: ${value}${/[.!?…]$/.test(value) ? '' : '.'}`
}
