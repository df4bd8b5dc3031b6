// Reads a date as families in England write it: day first, the past meant, never certain without reason.
import { parseCalendarDate, type CalendarDate } from '../calendar-date'
import { withBesideArrival } from './beside-arrival'
import { choose } from './choose'
import { findAll } from './find-all'
import { isTold, type Asked, type Found, type Told } from './found'
import { joinNeighbours } from './join'
import { openPage, type Page } from './page'
import { rolesOf, type Role } from './roles'
import { withRoughWords } from './rough-words'
import { tidyText } from './tidy-text'

/** One date that a text holds. `role` says what it is the date of, as far as the words tell. */
export interface DateMentioned {
  readonly role: Role
  readonly certainty: 'exact' | 'approximate' | 'ambiguous'
  readonly date: CalendarDate | null
  readonly alternatives: readonly CalendarDate[]
}

/**
 * `exact`: one reading. `approximate`: a span or a rough word, `date` its first day or the day reckoned.
 * `ambiguous`: the words contradict themselves or fit only month first, the readings in `alternatives`. `none`: no date.
 */
export interface DateReading {
  readonly date: CalendarDate | null
  readonly certainty: 'exact' | 'approximate' | 'ambiguous' | 'none'
  readonly alternatives: readonly CalendarDate[]
  /** Every date in the text, in its order. */
  readonly mentioned: readonly DateMentioned[]
}

/** A span of days that a recogniser makes of a short text, or null: only asked where the rules of this project find nothing. */
export type SpanReader = (text: string, today: CalendarDate) => { readonly first: CalendarDate; readonly last: CalendarDate } | null

/** How many characters a recogniser may see: the time it takes grows fast with the length. */
const RECOGNISER_SEES_AT_MOST = 150

/**
 * The date that a text means on the day `today`, read as UK families write (day before month, the past unless the words
 * say otherwise). Never throws; reads the first 3,000 characters. Where several dates stand, the one on the letter counts:
 * time to appeal runs from the letter (HESC Rules 2008 rule 20), not from its arrival.
 */
export function readDate(text: string, today: CalendarDate, spans?: SpanReader): DateReading {
  const page = openPage(text, today)
  const kept = withRoughWords(page, findAll(page)).filter(({ certainty, weekday }) => certainty !== 'nothing' || weekday !== undefined)
  const finds = withBesideArrival(page, joinNeighbours(page, kept))
  const roles = rolesOf(page, finds)
  const played = finds.map((found, index) => ({ found, role: roles[index] ?? ('none' as const) }))
  const mentioned = played.flatMap(({ found, role }) => (isDate(found) ? [{ ...shown(found), role }] : []))
  const chosen = choose(played)
  if (chosen !== null) return isDate(chosen) ? { ...shown(chosen), mentioned } : { ...NONE, mentioned }
  return mentioned.length === 0 && finds.every(({ certainty }) => certainty === 'nothing')
    ? recognised(text, page, spans)
    : { ...NONE, mentioned }
}

const NONE = { date: null, certainty: 'none', alternatives: [], mentioned: [] } as const

function recognised(text: string, page: Page, spans: SpanReader | undefined): DateReading {
  // One character can be eighteen once it is made plain, and the recogniser makes it so.
  if (spans === undefined || Math.max(text.length, tidyText(text).length) > RECOGNISER_SEES_AT_MOST) return NONE
  const found = spans(text, page.today)
  const first = found === null ? null : parseCalendarDate(found.first)
  return first === null ? NONE : { ...NONE, date: first, certainty: 'approximate' }
}

function isDate(found: Found): found is Told | Asked {
  return isTold(found) || found.certainty === 'ambiguous'
}

function shown(found: Told | Asked): Omit<DateMentioned, 'role'> {
  return isTold(found)
    ? { date: found.date, certainty: found.certainty, alternatives: [] }
    : { date: null, certainty: found.certainty, alternatives: found.alternatives }
}
