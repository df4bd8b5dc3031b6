// The words, pairs of words and pieces of words that the second crisis detector weighs.

const WORD = /[a-z0-9]+/g
/** Below this many words a text is not thinner: three words are no surer sign than six. */
const FEWEST_WORDS = 4
/** Letters in a piece of a word: enough to know a misspelt word by. */
const PIECE = 4

/** Whether a boy or a girl is spoken of tells nothing of a crisis: the words for both count as one. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['she', 'he'],
  ['her', 'his'],
  ['hers', 'his'],
  ['him', 'his'],
  ['herself', 'himself'],
  ['daughter', 'son'],
  ['daughters', 'sons'],
  ['girl', 'boy'],
  ['girls', 'boys'],
])

/** Every word, pair of neighbours, pair with one word between, and piece of a word, each once; `share` is how much each counts, less in a longer text. */
export function crisisWords(text: string): { readonly keys: readonly string[]; readonly share: number } {
  const words = (text.toLowerCase().replaceAll("'", '').match(WORD) ?? []).map((word) => ALIKE.get(word) ?? word)
  const pairs = words.slice(1).map((word, place) => `${words[place] ?? ''} ${word}`)
  const apart = words.slice(2).map((word, place) => `${words[place] ?? ''} _ ${word}`)
  const keys = new Set([...words, ...pairs, ...apart, ...words.flatMap(piecesOf)])
  return { keys: [...keys], share: 1 / Math.sqrt(Math.max(FEWEST_WORDS, words.length)) }
}

/** A word cut into overlapping runs of letters, its ends marked: 'rope' gives '#rop', 'rope', 'ope#'. */
function piecesOf(word: string): string[] {
  const marked = `#${word}#`
  return Array.from({ length: Math.max(0, marked.length - PIECE + 1) }, (_, start) => marked.slice(start, start + PIECE))
}
