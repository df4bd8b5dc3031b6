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

/** Whether the pack lists this message as it stands. */
export function isListedSmallTalk(text: string, table: SmallTalkTable): boolean {
  return table.has(plainKey(text))
}

/** A longer message says something else as well. */
const MOST_WORDS = 12

/** The reply to a message that is small talk and nothing more, or null: one listed line, or several of one kind ("thanks, that helps"). */
export function findSmallTalk(text: string, table: SmallTalkTable): string | null {
  const words = plainKey(text).split(' ')
  return words.length > MOST_WORDS ? (table.get(words.join(' ')) ?? null) : replyTo(words, table)
}

/** What every listed line has as its reply when the words are such lines, one after another; null when they are not, or of two kinds. */
function replyTo(words: readonly string[], table: SmallTalkTable): string | null {
  for (let count = words.length; count > 0; count -= 1) {
    const reply = table.get(words.slice(0, count).join(' '))
    if (reply === undefined) continue
    const rest = words.slice(count)
    if (rest.length === 0 || replyTo(rest, table) === reply) return reply
  }
  return null
}

/** Words with letters stretched by more than two drawn together: "heyyyy" is "heyy". */
function plainKey(text: string): string {
  return splitWords(text)
    .join(' ')
    .replace(/([a-z])\1{2,}/g, '$1')
}
