// The shape of the safeguarding lead's lists, as the crisis rule reads them.

export const crisisKinds = [
  'suicide',
  'self-harm',
  'medical-emergency',
  'violence-now',
  'threat-to-others',
  'harm-to-child',
  'abuse-of-writer',
  'abuse-disclosed',
  'sexual-abuse',
  'domestic-abuse',
  'exploitation',
  'forced-marriage-or-fgm',
  'neglect',
  'missing-child',
] as const

export type CrisisKind = (typeof crisisKinds)[number]

/** What to do with a message: 'stop' shows the card instead of an answer, 'strip' shows a line above it. */
export type CrisisLevel = 'stop' | 'strip' | 'none'

export interface CrisisPhrases {
  readonly kind: CrisisKind
  readonly stop: readonly string[]
  readonly strip: readonly string[]
}

export interface CrisisLists {
  /** What people write, and what it means: 'wanna' → 'want to'. Either side may be several words. */
  readonly spellings: Readonly<Record<string, string>>
  /** Words that are passed over wherever they stand: 'really', 'just'. */
  readonly fillers: readonly string[]
  /** Words recognised although one letter is wrong, missing, too many or out of place. */
  readonly misspelt: readonly string[]
  /** Ordinary words that look like a misspelt one and are not to be changed: 'attached' is not 'attacked'. */
  readonly leaveAlone: readonly string[]
  /** Words recognised when stars hide letters: 's**cide'. */
  readonly starred: readonly string[]
  /** The short words that may stand inside letters run together; longer known words always may. */
  readonly joints: readonly string[]
  /** A sign that stands for a letter inside a word, and the letters that it can stand for: '1' → 'il'. */
  readonly letters: Readonly<Record<string, string>>
  /** Named groups of words: 'child' → son, daughter, ... */
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly phrases: readonly CrisisPhrases[]
  /** Phrases that quieten what they share a word with: wholly ('none') or down to the strip ('strip'). */
  readonly exceptions: { readonly none: readonly string[]; readonly strip: readonly string[] }
}
