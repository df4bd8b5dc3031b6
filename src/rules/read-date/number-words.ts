// Days, amounts and years in figures or in words.
import { textAt, type Page } from './page'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth ' +
  'nineteenth twentieth'
).split(' ')
const MISSPELT = '- - - - - fith - - eigth nineth - - twelth'.split(' ')

export interface Counted {
  readonly value: number
  /** The place behind it. */
  readonly to: number
  readonly ordinal: boolean
}

/** A whole number below a hundred in words (`twenty-one`), or null. */
export function wordsToNumber(page: Page, at: number): Counted | null {
  const text = textAt(page, at)
  const small = ONES.indexOf(text)
  if (small > 0) return { value: small, to: at + 1, ordinal: false }
  const tens = TENS.indexOf(text)
  if (tens < 2) return null
  const next = afterTens(page, at + 1)
  const one = ONES.indexOf(textAt(page, next))
  return one > 0 && one < 10 ? { value: tens * 10 + one, to: next + 1, ordinal: false } : { value: tens * 10, to: at + 1, ordinal: false }
}

/** An ordinal in words (`third`, `twenty-first`), or null. */
export function wordsToOrdinal(page: Page, at: number): Counted | null {
  const text = textAt(page, at)
  const simple = text === 'thirtieth' ? 30 : Math.max(ORDINALS.indexOf(text), MISSPELT.indexOf(text))
  if (simple > 0) return { value: simple, to: at + 1, ordinal: true }
  const tens = ['twenty', 'thirty'].find((start) => text.startsWith(start))
  if (tens === undefined) return null
  const joined = ORDINALS.indexOf(text.slice(tens.length))
  const next = afterTens(page, at + 1)
  const apart = text === tens ? ORDINALS.indexOf(textAt(page, next)) : -1
  const one = Math.max(joined, apart)
  return one > 0 && one < 10 ? { value: TENS.indexOf(tens) * 10 + one, to: joined > 0 ? at + 1 : next + 1, ordinal: true } : null
}

const afterTens = (page: Page, at: number): number => (textAt(page, at) === '-' ? at + 1 : at)

/** The number of a day as it stands in a date: `3`, `3rd`, `third`, `twenty first`; not checked against a month. */
export function dayAt(page: Page, at: number): Counted | null {
  const token = page.tokens[at]
  if (token?.kind === 'ordinal') return { value: token.value, to: at + 1, ordinal: true }
  if (token?.kind === 'number') return token.text.length <= 2 ? { value: token.value, to: at + 1, ordinal: false } : null
  const counted = wordsToOrdinal(page, at) ?? wordsToNumber(page, at)
  return counted?.value === 1 && !counted.ordinal ? null : counted
}

/** A year in words, `twenty twenty-six` or `two thousand and twenty six`, or null. */
export function yearInWords(page: Page, at: number): Counted | null {
  const thousands = textAt(page, at) === 'two' && textAt(page, at + 1) === 'thousand'
  if (!thousands && textAt(page, at) !== 'twenty') return null
  const rest = wordsToNumber(page, thousands && textAt(page, at + 2) === 'and' ? at + 3 : at + (thousands ? 2 : 1))
  return rest !== null && rest.value >= 10 ? { value: 2000 + rest.value, to: rest.to, ordinal: false } : null
}
