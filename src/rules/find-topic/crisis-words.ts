// The words and pairs of words that the second crisis detector weighs.

const WORD = /[a-z0-9]+/g
/** Below this many words a text is not thinner: three words are no surer sign than six. */
const FEWEST_WORDS = 4

/** Every word and pair of neighbours, each once; `share` is how much each counts, less in a longer text. */
export function crisisWords(text: string): { readonly keys: readonly string[]; readonly share: number } {
  const words = text.toLowerCase().replaceAll("'", '').match(WORD) ?? []
  const pairs = words.slice(1).map((word, place) => `${words[place] ?? ''} ${word}`)
  return { keys: [...new Set([...words, ...pairs])], share: 1 / Math.sqrt(Math.max(FEWEST_WORDS, words.length)) }
}
