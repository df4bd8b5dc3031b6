// Where something was found in a text, and how single letters are read.

/** What a mask stands for. */
export type RedactKind =
  'nhs-number' | 'upn' | 'ni-number' | 'postcode' | 'birth-date' | 'phone' | 'email' | 'name' | 'address' | 'other-number'

/** A stretch of a text, from `start` up to but not including `end`, in UTF-16 units. `keep`: it stays, whatever else it looks like. */
export interface Span {
  readonly kind: RedactKind | 'keep'
  readonly start: number
  readonly end: number
}

/** Every match of a global pattern; of one with a capture, which must stand last in the match, only that. */
export function spansOf(text: string, pattern: RegExp, kind: Span['kind']): Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length
    return { kind, start: end - (match[1] ?? match[0]).length, end }
  })
}

const CURLY = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['ʼ', "'"],
  ['–', '-'],
  ['—', '-'],
  ['‑', '-'],
  ['−', '-'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u2009', ' '],
])

/** The same text, unit for unit, with full-width forms, other digits, curly quotes and long dashes as they are on a keyboard. */
export function foldUnits(text: string): string {
  return text.replace(/[^\n\r\t -~]/g, (unit) => {
    const code = unit.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    const digit = digitOf(code)
    if (digit !== null) return digit
    return CURLY.get(unit) ?? (/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(unit) ? '-' : unit)
  })
}

/** Arabic-Indic, Persian, Devanagari, Bengali, Gurmukhi and Gujarati digits. */
function digitOf(code: number): string | null {
  const zero = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6].find((first) => code >= first && code <= first + 9)
  return zero === undefined ? null : String(code - zero)
}
