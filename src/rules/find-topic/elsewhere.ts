// England only: another nation's law is another law, so its words are met before any topic.
import { splitWords } from './split-words'

/** The nation's door and the words that name it, or its own terms. */
export interface Nation {
  readonly door: string
  readonly words: readonly string[]
  /** Words that look like the nation's but are not: "New South Wales". */
  readonly unless: readonly string[]
}

/** The door of the nation that a message names, or null. */
export function findNation(text: string, nations: readonly Nation[]): string | null {
  const said = ` ${splitWords(text).join(' ')} `
  const has = (words: readonly string[]): boolean => words.some((word) => said.includes(` ${splitWords(word).join(' ')} `))
  return nations.find(({ words, unless }) => has(words) && !has(unless))?.door ?? null
}
