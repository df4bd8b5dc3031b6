// Greetings, thanks and the like: whole messages that the pack lists, answered in its words.
import { splitWords } from './split-words'

/** A kind of small talk: what people type, whole, and what is said to it. */
export interface SmallTalk {
  readonly said: readonly string[]
  readonly reply: string
}

/** Small talk, ready for use: whole messages by their plain words. */
export type SmallTalkTable = ReadonlyMap<string, string>

/** Prepares the table. */
export function prepareSmallTalk(kinds: readonly SmallTalk[]): SmallTalkTable {
  return new Map(kinds.flatMap(({ said, reply }) => said.map((line) => [plainKey(line), reply] as const)))
}

/** The reply to a message that is small talk and nothing more, or null. */
export function findSmallTalk(text: string, table: SmallTalkTable): string | null {
  return table.get(plainKey(text)) ?? null
}

/** Words with letters stretched by more than two drawn together: "heyyyy" is "heyy". */
function plainKey(text: string): string {
  return splitWords(text)
    .join(' ')
    .replace(/([a-z])\1{2,}/g, '$1')
}
