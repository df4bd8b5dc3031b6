// A text as lower-case words: straight quotes, no punctuation, apostrophes inside words kept.

const WORD = /[a-z0-9]+(?:'[a-z]+)*/g

/** Lower-cases and straightens a text: NFKC, straight quotes, no zero-width characters. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .toLowerCase()
}

/** The words of a text, in order; "don't" is "do" and "not", "E.H.C.P." is "ehcp". */
export function splitWords(text: string): string[] {
  const plain = plainText(text).replace(/\b(?:[a-z]\.){2,}[a-z]?/g, (initials) => initials.replaceAll('.', ''))
  return (plain.match(WORD) ?? []).flatMap(openContraction)
}

function openContraction(word: string): string[] {
  if (!word.includes("'")) return [word]
  if (word === "can't") return ['can', 'not']
  if (word === "won't") return ['will', 'not']
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not']
  const [stem = '', ending = ''] = word.split("'")
  return ENDINGS[ending] === undefined ? [stem] : [stem, ENDINGS[ending]]
}

const ENDINGS: Readonly<Record<string, string>> = { m: 'am', re: 'are', ve: 'have', ll: 'will', d: 'would' }
