// A message of the pack as it is said in another language: whole, or not at all.
import type { CalendarDate } from '../../rules/calendar-date'
import { DATE } from '../check/check-numbers'
import type { Pack } from '../pack'
import { fillPlaceholders } from '../placeholders'
import type { Translation } from '../schema/translation'
import type { Voice } from '../wording'
import { NEVER_TRANSLATED, placeOf } from './english-texts'
import { ADDRESS } from './same-facts'

/** A message as it is about to be said in English. */
export interface SaidInEnglish {
  readonly id: string
  readonly voice: Voice
  readonly vars: Readonly<Record<string, string>>
  /** The labels of its choices. */
  readonly labels: readonly string[]
}

export interface SaidInLanguage {
  readonly text: string
  /** In the order of those in English. */
  readonly labels: readonly string[]
}

/** The translation into that language that may be said on a day; null where the pack has none. */
export function translationOf(pack: Pick<Pack, 'translations'>, language: string | null, today: CalendarDate): Translation | null {
  const translation = language === null ? undefined : pack.translations.get(language)
  return translation && today <= translation.reviewBy ? translation : null
}

/** The message in that language, or null where any part of it has no current translation: then all of it is said in English. */
export function inLanguage(translation: Translation, { messages }: Pick<Pack, 'messages'>, said: SaidInEnglish): SaidInLanguage | null {
  const isYoung = said.voice === 'young-person' && messages.get(said.id)?.youngPerson !== undefined
  const text = translation.texts.get(placeOf('messages', isYoung ? `${said.id}.youngPerson` : said.id))
  const vars = Object.entries(said.vars).map(([name, value]) => [name, partIn(translation, value)] as const)
  const labels = said.labels.map((label) => partIn(translation, label))
  if (text === undefined || vars.some(([, value]) => value === null)) return null
  const whole = labels.filter((label) => label !== null)
  if (whole.length < labels.length) return null
  return { text: fillPlaceholders(text, Object.fromEntries(vars.map(([name, value]) => [name, value ?? '']))), labels: whole }
}

/** The words of the page in that language, by name; null where one of them has no current translation. */
export function interfaceIn<Name extends string>(
  translation: Translation,
  english: Readonly<Record<Name, string>>,
): Record<Name, string> | null {
  const { language, direction, texts } = translation
  const said = (Object.entries(english) as [Name, string][]).map(([name, text]) => {
    const id = `web.${name}`
    return [name, NEVER_TRANSLATED.includes(id) ? text : texts.get(placeOf('messages', id))] as const
  })
  if (said.some(([, text]) => text === undefined)) return null
  return { ...(Object.fromEntries(said) as Record<Name, string>), language, direction }
}

/** What a gap is filled with: a text of the pack, line by line where it is several, or what is the same in every language. */
function partIn(translation: Translation, english: string): string | null {
  const whole = translation.byEnglish.get(english.trim())
  if (whole !== undefined) return whole
  if (isSameEverywhere(english)) return translation.direction === 'rtl' ? isolated(english) : english
  const [mark = ''] = /^- /.exec(english) ?? []
  const lines = english.slice(mark.length).split('\n')
  if (lines.length === 1 && mark === '') return null
  const parts = lines.map((line) => partIn(translation, line))
  return parts.includes(null) ? null : mark + parts.join('\n')
}

const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g

/** Dates stay in English; numbers and addresses are the same: no other word may be in it. */
function isSameEverywhere(text: string): boolean {
  return !/\p{L}/u.test(text.replaceAll(ADDRESS, '').replaceAll(WEEKDAY, '').replaceAll(DATE, ''))
}

/** In a text from right to left, a date or a number keeps its own order. */
function isolated(text: string): string {
  return text.trim() === '' || text.includes('\n') || /[@/]/.test(text) ? text : `\u2068${text}\u2069`
}
