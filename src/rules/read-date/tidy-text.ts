// Makes typed text plain: one kind of digit, quote, dash and space, nothing invisible, and no more of it than is read.

/** How many characters of a text are read; what stands beyond is left unread. */
export const READ_AT_MOST = 3_000

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\u20e3\ufeff]/g
const QUOTES = /[‘’‛ʼ`´′]/g
const DASHES = /[‐‑‒–—―−]/g
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯]/g

/** The text in the characters of an English keyboard, cut to `READ_AT_MOST` characters. */
export function tidyText(text: string): string {
  const plain = text.slice(0, READ_AT_MOST).replace(QUOTES, "'").normalize('NFKC').slice(0, READ_AT_MOST)
  return plain
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')

    .replace(OTHER_DIGITS, latinDigit)
    .replace(/&nbsp;/g, ' ')
}

/** Each of these scripts has its ten digits in a row, the zero at a multiple of sixteen or six above it. */
function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = [0x660, 0x6f0, 0x966, 0x9e6].findLast((start) => start <= code) ?? code
  return String(code - zero)
}
