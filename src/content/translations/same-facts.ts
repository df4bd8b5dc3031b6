// Whether a translation keeps what must not be translated: gaps, numbers, dates and addresses.
import { DATE, WORDS } from '../check/check-numbers'

const GAP = /\{\{?[a-zA-Z][\w-]*\}\}?/g
/** An amount, a year, a phone number: digits with at most one mark or space between them. */
const NUMBER = /\d+(?:[ .,:/-]?\d+)*/g
/** A web or mail address, marks that end a sentence behind it included. */
export const ADDRESS = /https?:\/\/[\w./~:?#@!$&'*+,;=%-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** What is wrong with the translation of an English text; nothing where all of it stands in both. */
export function differencesOf(english: string, translated: string): readonly string[] {
  const [before, after] = [partsOf(english), partsOf(translated)]
  const words = new Set(english.toLowerCase().match(/[a-z]+/g) ?? [])
  const inWords = Object.entries(WORDS).flatMap(([word, number]) => (words.has(word) ? [number] : []))
  return [
    ...missing(before.gaps, after.gaps).map((gap) => `has not the gap ${gap}`),
    ...missing(after.gaps, before.gaps).map((gap) => `has the gap ${gap}, which the English has not`),
    ...missing(before.dates, after.dates).map((date) => `has not the date "${date}" in English`),
    ...missing(before.numbers, after.numbers).map((number) => `has not the number ${number}`),
    ...missing(after.numbers, [...before.numbers, ...inWords]).map((number) => `has the number ${number}, which the English has not`),
    ...missing(before.addresses, after.addresses).map((address) => `has not the address ${address}`),
    ...missing(after.addresses, before.addresses).map((address) => `has the address ${address}, which the English has not`),
    ...(/<\/?[a-z!]/i.test(translated) ? ['has HTML'] : []),
    ...(/\p{Nd}/u.test(translated.replaceAll(/\d/g, '')) ? ['has digits other than 0 to 9'] : []),
  ]
}

interface Parts {
  readonly gaps: readonly string[]
  readonly dates: readonly string[]
  readonly numbers: readonly string[]
  readonly addresses: readonly string[]
}

function partsOf(text: string): Parts {
  const addresses = (text.match(ADDRESS) ?? []).map(withoutMarks)
  const plain = addresses.reduce((rest, address) => rest.replaceAll(address, ' '), text)
  return {
    gaps: plain.match(GAP) ?? [],
    dates: plain.match(DATE) ?? [],
    numbers: (plain.replaceAll(GAP, ' ').match(NUMBER) ?? []).map((number) => number.replaceAll(/\D/g, '')),
    addresses,
  }
}

/** An address at the end of a sentence. */
function withoutMarks(address: string): string {
  let end = address.length
  while ('.,;:'.includes(address.charAt(end - 1)) && end > 0) end -= 1
  return address.slice(0, end)
}

function missing(wanted: readonly string[], there: readonly string[]): readonly string[] {
  return [...new Set(wanted)].filter((one) => !there.includes(one))
}
