// Masks what would tell who a text is about: numbers of registers, contacts, addresses, dates of birth, names. In doubt, it masks.
import { findAddresses } from './find-addresses'
import { findDates } from './find-birth-dates'
import { findNames } from './find-names'
import { findEmails, findOtherNumbers, findPlainNumbers, findRegisterNumbers } from './find-numbers'
import { foldUnits, type RedactKind, type Span } from './span'

/** Where something was masked: UTF-16 places in the text that was handed in. */
export interface Redaction {
  readonly kind: RedactKind
  readonly start: number
  readonly end: number
}

export interface Redacted {
  /** The text with `[name]`, `[phone]` and so on in place of what was found. */
  readonly text: string
  readonly found: readonly Redaction[]
}

/** Earlier ones win where two overlap; what the later one has beyond that is masked all the same. */
const FINDERS: readonly ((text: string) => readonly Span[])[] = [
  findEmails,
  findDates,
  findRegisterNumbers,
  findPlainNumbers,
  findAddresses,
  findOtherNumbers,
  findNames,
]

/**
 * Masks personal data in free text, in time proportional to it; never throws. Ages, money, deadlines, places in the law and dates of letters stay.
 * Masking on doubt: UK GDPR art 5(1)(c), data minimisation.
 */
export function redact(text: string): Redacted {
  const found = join(text, claim(foldUnits(text)))
  let at = 0
  let masked = ''
  for (const { kind, start, end } of found) {
    masked += `${text.slice(at, start)}[${kind}]`
    at = end
  }
  return { text: masked + text.slice(at), found }
}

/** The kind that each unit of the text belongs to. */
function claim(text: string): readonly (Span['kind'] | undefined)[] {
  const kinds: (Span['kind'] | undefined)[] = []
  for (const find of FINDERS) {
    for (const { kind, start, end } of find(text)) {
      for (let place = start; place < end; place += 1) kinds[place] ??= kind
    }
  }
  return kinds
}

/** Neighbouring units of one kind as one mask, gaps of a space or a comma between them taken in. */
function join(text: string, kinds: readonly (Span['kind'] | undefined)[]): Redaction[] {
  const found: Redaction[] = []
  for (const [place, kind] of kinds.entries()) {
    if (kind === undefined || kind === 'keep') continue
    const last = found.at(-1)
    if (last && last.kind === kind && isGap(text.slice(last.end, place))) found[found.length - 1] = { ...last, end: place + 1 }
    else found.push({ kind, start: place, end: place + 1 })
  }
  return found.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}

function isGap(between: string): boolean {
  return between === '' || /^[ ,]{1,2}$/.test(between)
}
