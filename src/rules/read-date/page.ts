// A text cut into words, numbers, ordinals and marks, with the day it is read on: what every small reader is handed.
import type { CalendarDate } from '../calendar-date'
import { monthOf } from './month-names'
import { tidyText } from './tidy-text'
import { weekdayOf } from './weekday-names'

export interface Token {
  readonly kind: 'word' | 'number' | 'ordinal' | 'mark'
  /** In lower case. */
  readonly text: string
  /** Of a number or an ordinal; NaN else. */
  readonly value: number
  /** No space stands before it. */
  readonly glued: boolean
  readonly capital: boolean
  /** 1 to 12 when the word names a month, 1 Monday to 7 Sunday when it names a weekday. */
  readonly month: number | null
  readonly weekday: number | null
}

export interface Page {
  readonly tokens: readonly Token[]
  readonly today: CalendarDate
  /** How many tokens stand before each place that are more than small words and marks (one place more than tokens). */
  readonly weighty: readonly number[]
}

const PIECES = /[\p{L}\p{M}]+(?:'\p{L}+)*|\d+|\S/gu
const SUFFIX = /^(st|nd|rd|th)(ish)?(.*)$/
const SMALL_WORDS = new Set(
  (
    "a an and am as at be date dated day ok okay on the its it it's is was from of for says said say letter my our hi hello yes yeah yep no er erm um oh well " +
    'so i think maybe about around roughly approx approximately or just sent got came received posted issued that thats please thanks thank you sorry in to'
  ).split(' '),
)

/** How many words, numbers and marks of a text are read. */
const TOKENS_AT_MOST = 1_000

/** A text cut into at most 1,000 tokens, to be read on the day `today`. */
export function openPage(text: string, today: CalendarDate): Page {
  const tokens: Token[] = []
  const tidy = tidyText(text)
  let end = 0
  for (const match of tidy.matchAll(PIECES)) {
    add(tokens, match[0], match.index === end && match.index > 0)
    end = match.index + match[0].length
    if (tokens.length >= TOKENS_AT_MOST) break
  }
  const weighty = [0]
  for (const token of tokens) weighty.push((weighty.at(-1) ?? 0) + (isSmall(token) ? 0 : 1))
  return { tokens, today, weighty }
}

function isSmall(token: Token): boolean {
  return token.kind === 'mark' || SMALL_WORDS.has(token.text)
}

function add(tokens: Token[], piece: string, glued: boolean): void {
  const text = piece.toLowerCase()
  const last = tokens.at(-1)
  if (text === '4' && glued && last?.text === 'b') {
    tokens[tokens.length - 1] = word('before', last.glued, false)
    return
  }
  const suffix = last?.kind === 'number' && glued ? SUFFIX.exec(text) : null
  const rest = suffix?.[3] ?? ''
  if (last && suffix && (rest === '' || monthOf(rest) !== null)) {
    tokens[tokens.length - 1] = { ...last, kind: 'ordinal' }
    if (suffix[2] !== undefined) tokens.push(word(suffix[2], true, false))
    if (rest !== '') tokens.push(word(rest, true, false))
    return
  }
  if (/^\d/.test(text)) tokens.push({ ...word(text, glued, false), kind: 'number', value: Number(text) })
  else if (/^[\p{L}\p{M}]/u.test(text)) tokens.push(word(text, glued, piece !== text))
  else tokens.push({ ...word(text, glued, false), kind: 'mark' })
}

function word(text: string, glued: boolean, capital: boolean): Token {
  return { kind: 'word', text, value: NaN, glued, capital, month: monthOf(text), weekday: weekdayOf(text) }
}

/** The text of the token at a place; an empty text beyond either end. */
export function textAt(page: Page, at: number): string {
  return page.tokens[at]?.text ?? ''
}

/** The kind of the token at a place; null beyond either end. */
export const kindAt = (page: Page, at: number): Token['kind'] | null => page.tokens[at]?.kind ?? null
/** Whether no space stands before the token at a place. */
export const isGlued = (page: Page, at: number): boolean => page.tokens[at]?.glued ?? false
/** The month, 1 to 12, that the token at a place names, or null. */
export const monthNamed = (page: Page, at: number): number | null => page.tokens[at]?.month ?? null
/** The weekday, 1 Monday to 7 Sunday, that the token at a place names, or null. */
export const weekdayAt = (page: Page, at: number): number | null => page.tokens[at]?.weekday ?? null

/** Sayings of several words with what each stands for, found by their first word. */
export type Phrases<T> = ReadonlyMap<string, readonly (readonly [readonly string[], T])[]>

/** A table of sayings; of two with the same first word the one given first is tried first. */
export function phrases<T>(entries: readonly (readonly [string, T])[]): Phrases<T> {
  const table = new Map<string, [readonly string[], T][]>()
  for (const [phrase, value] of entries) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    table.set(first, [...(table.get(first) ?? []), [words, value]])
  }
  return table
}

/** The first saying of the table that stands here, and the place behind it; or null. */
export function phraseAt<T>(page: Page, at: number, table: Phrases<T>): { readonly value: T; readonly to: number } | null {
  for (const [words, value] of table.get(textAt(page, at)) ?? []) {
    if (words.every((wanted, index) => textAt(page, at + index) === wanted)) return { value, to: at + words.length }
  }
  return null
}

const SKIPS_AT_MOST = 4

/** The place behind any of these words or marks; of very many only a few are passed over. */
export function skip(page: Page, at: number, these: ReadonlySet<string>): number {
  let place = at
  while (place < at + SKIPS_AT_MOST && these.has(textAt(page, place))) place += 1
  return place
}

/** The place of the nearest word before this place that is none of these; of very many only a few are passed over. */
export function skipBack(page: Page, at: number, these: ReadonlySet<string>): number {
  let place = at - 1
  while (place >= at - SKIPS_AT_MOST && these.has(textAt(page, place))) place -= 1
  return place
}

/** Whether nothing but small words and marks stands around these tokens. */
export function standsAlone(page: Page, from: number, to: number): boolean {
  const all = page.weighty.at(-1) ?? 0
  return all === (page.weighty[to] ?? all) - (page.weighty[from] ?? 0)
}

/** The words of a list that are parted by spaces. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '))
