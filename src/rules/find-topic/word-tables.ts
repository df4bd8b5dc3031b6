// What the pack says about words: plain data, written by content editors.

export interface WordTables {
  /** A whole word, and the words it stands for. */
  readonly textSpeak: Readonly<Record<string, string>>
  /** A run of words, and the words it stands for; the longest run first. */
  readonly phrases: Readonly<Record<string, string>>
  /** Short forms written out before meaning is compared. */
  readonly spellOut: Readonly<Record<string, string>>
  /** An idea, and the words and runs of words that carry it. */
  readonly concepts: Readonly<Record<string, readonly string[]>>
  /** Words that are right although no word list has them. */
  readonly knownWords: readonly string[]
}
