// Cuts a text into words and notes what tells a name: its capital, its place in the sentence, its script.
import type { Token } from './name-cues'

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['-]\p{L}[\p{L}\p{M}]*)*/gu
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}'-]+$/u

/** The words of a text with what tells a name from other words. */
export function readTokens(text: string): readonly Token[] {
  const shouts = isShouted(text)
  let last = 0
  return [...text.matchAll(WORD)].map((match) => {
    const said = match[0]
    const bare = said.replace(/'s$/i, '')
    const between = text.slice(last, match.index)
    const isFirst = last === 0 || /[.!?:;\n"“”•*-]\s*["'(]*$/.test(between.slice(-20))
    last = match.index + said.length
    return {
      word: bare.toLowerCase(),
      start: match.index,
      end: match.index + bare.length,
      hasCapital: !shouts && /^\p{Lu}/u.test(said),
      isFirst,
      isNextTo: /^[ ]+$/.test(between),
      isPossessive: bare.length < said.length,
      isForeign: !LATIN.test(said),
      isDated: isDated(text.slice(Math.max(0, match.index - 20), match.index), text.slice(last, last + 2)),
    }
  })
}

const BEFORE_MONTH =
  /(?:\d|\b(?:in|by|since|until|till|from|of|this|last|next|before|after|during|early|late|mid|to)|\b(?:april|may|june|july|august) (?:and|or))[ -]?$/i

/** Whether the words around say that a month is meant where a name could be: "4 May", "in June", "May or June". */
function isDated(before: string, after: string): boolean {
  return BEFORE_MONTH.test(before) || /^ ?\d/.test(after)
}

/** A text in capitals throughout says nothing by them. */
function isShouted(text: string): boolean {
  const letters = text.replace(/\P{L}/gu, '').length
  const capitals = text.replace(/\P{Lu}/gu, '').length
  return letters > 12 && capitals > letters * 0.7
}
