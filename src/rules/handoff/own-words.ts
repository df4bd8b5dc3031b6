// What a family adds in its own words: on one line, without what would tell who a child is, and short enough.
import { redact } from '../redact/redact'
import type { RedactKind } from '../redact/span'

/** How much there is room for. */
export interface Room {
  readonly words: number
  readonly characters: number
}

export const OWN_WORDS_CHARACTERS = 280
/** Something else that helps in the call. */
export const OTHER_NEED_ROOM: Room = { words: 6, characters: 80 }

export type OwnWords =
  /** Fit to be shown, then shared. */
  | { readonly kind: 'clean'; readonly text: string }
  /** `text` is with masks and is all that may be shown or shared: there is no going on with what was typed. */
  | { readonly kind: 'masked'; readonly text: string; readonly found: readonly RedactKind[] }
  | { readonly kind: 'too-long'; readonly room: Room; readonly has: Room }
  | { readonly kind: 'none' }

/** What was typed as it may be shown: masked first, measured then. UK GDPR art 5(1)(c), data minimisation. */
export function checkOwnWords(typed: string, room: Room): OwnWords {
  const masked = redact(onOneLine(typed))
  const text = onOneLine(masked.text)
  if (text === '') return { kind: 'none' }
  const has = { words: text.split(' ').length, characters: text.length }
  if (has.words > room.words || has.characters > room.characters) return { kind: 'too-long', room, has }
  if (masked.found.length === 0) return { kind: 'clean', text }
  return { kind: 'masked', text, found: [...new Set(masked.found.map(({ kind }) => kind))] }
}

const NAME = /^[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+)?$/u
const NAME_CHARACTERS = 30

/** A first name or nickname of one or two words, or null. */
export function readPreferredName(typed: string): string | null {
  const name = onOneLine(typed)
  return name.length <= NAME_CHARACTERS && NAME.test(name) ? name : null
}

/** Breaks, control characters and marks that turn the direction of writing become one space, so that nobody can write a line of ours. */
function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}
