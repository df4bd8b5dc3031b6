// The readers: each turns typed words into an answer or into null, which means "I did not follow".
import type { CalendarDate } from '../src/rules/calendar-date'
import type { DateReading } from '../src/rules/read-date/read-date'
import { checkOwnWords, OWN_WORDS_CHARACTERS, readPreferredName } from '../src/rules/handoff/own-words'
import { MOST_OWN_WORDS } from '../src/rules/handoff/summary-text'
import { findCouncil } from '../src/rules/find-council/find-council'
import { recogniseProblem, wordsOf } from '../src/rules/triage/recognise'
import type { Problem } from '../src/rules/triage/rows'
import { readChoice } from './read-choice'
import type { Choice } from './say'
import type { Visit } from './visit'

export interface Heard {
  readonly text: string
  readonly choices: readonly Choice[]
  readonly visit: Visit
}

/** An account: what it may be about, surest first, and the days it names. */
export interface Account {
  readonly problems: readonly Problem[]
  readonly date: CalendarDate | null
  /** The day that it says a certificate is dated. */
  readonly certificate: CalendarDate | null
  /** The opening choice that its first sentence is, such as "It is about me". */
  readonly opening?: string | undefined
}

export type Answer =
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'date'; readonly reading: Pick<DateReading, 'date' | 'certainty' | 'alternatives'> }
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'council'; readonly id: string }
  /** Councils to choose from, likeliest first. */
  | { readonly kind: 'councils'; readonly ids: readonly string[] }
  /** A place with too many councils to choose from. */
  | { readonly kind: 'area' }
  /** A place in another nation, by the door for it. */
  | { readonly kind: 'door'; readonly door: string }
  | { readonly kind: 'ticks'; readonly numbers: readonly number[] }
  /** Words to pass on as they are. */
  | { readonly kind: 'text'; readonly text: string }

export type Reader = (heard: Heard) => Answer | null

const choice: Reader = ({ text, choices }) => {
  const found = readChoice(text, choices)
  return found ? { kind: 'choice', id: found.id } : null
}

const date: Reader = ({ text, choices, visit }) => {
  const chosen = choice({ text, choices, visit })
  if (chosen) return chosen
  const reading = visit.readDate(text, visit.when.today)
  return reading.certainty === 'none' ? null : { kind: 'date', reading }
}

const decision: Reader = (heard) => {
  const chosen = choice(heard)
  if (chosen) return chosen
  const problems = recogniseProblem(heard.text, heard.visit.pack.problemPhrases)
    .slice(0, 3)
    .map(({ problem }) => problem)
  if (problems.length === 0) return null
  const reading = heard.visit.readDate(heard.text, heard.visit.when.today)
  const date = reading.certainty === 'exact' ? reading.date : null
  return { kind: 'account', account: { problems, date, certificate: certificateDay(reading) } }
}

/** The one day that is said of a certificate, where that is certain. */
function certificateDay({ mentioned }: Pick<DateReading, 'mentioned'>): CalendarDate | null {
  const said = mentioned.filter(({ role }) => role === 'certificate')
  return said.length === 1 && said[0]?.certainty === 'exact' ? said[0].date : null
}

/** A day that is certain, wherever it stands in the words. */
const certainDay: Reader = ({ text, visit }) => {
  const reading = visit.readDate(text, visit.when.today)
  return reading.certainty === 'exact' ? { kind: 'date', reading } : null
}

/** Where no date is asked for: a message that is hardly more than one certain day. */
const bareDate: Reader = (heard) => {
  const isMore = isQuestion(heard.text) || wordsOf(heard.text.slice(0, 200)).length > MOST_BESIDE_A_DATE
  return isMore ? null : certainDay(heard)
}

const MOST_BESIDE_A_DATE = 6

/** The first choice, or straight away what was decided, or the day of the letter. */
const opening: Reader = (heard) => {
  const told = decision(heard)
  if (told?.kind !== 'account') return told ?? bareDate(heard)
  return { ...told, account: { ...told.account, opening: readChoice(heard.text.split('.')[0] ?? '', heard.choices)?.id } }
}

/** A choice, or the day of a letter. */
const choiceOrDate: Reader = (heard) => choice(heard) ?? bareDate(heard)

/** Where what somebody told is said back: yes or no, another account, or straight away the day of the letter. A topic's title asks for the topic. */
const saidBack: Reader = (heard) => {
  const titles = [...heard.visit.pack.topics.values()].map(({ id, title }) => ({ id, label: title }))
  const told = decision(heard)
  if (told?.kind === 'account' && readChoice(heard.text, titles)) return null
  return told ?? certainDay(heard)
}

const council: Reader = (heard) => {
  const chosen = choice(heard)
  if (chosen) return chosen
  const found = findCouncil(heard.text, heard.visit.pack.councilNames)
  if (isQuestion(heard.text) && (found.kind !== 'one' || wordsOf(heard.text.slice(0, 200)).length > 5)) return null
  switch (found.kind) {
    case 'one':
      return { kind: 'council', id: found.id }
    case 'several':
      return { kind: 'councils', ids: found.ids }
    case 'area':
      return { kind: 'area' }
    case 'elsewhere':
      return { kind: 'door', door: found.door }
    case 'none':
      return null
  }
}

/** "Is there anyone in Leeds who can come to the meeting?" names a council, and does not answer which one. */
function isQuestion(text: string): boolean {
  return (
    text.includes('?') || /^\s*(?:what|when|where|who|why|how|can|could|do|does|did|is|are|has|have|will|would|should|must)\b/i.test(text)
  )
}

const ticks: Reader = (heard) => {
  const numbers =
    heard.text
      .slice(0, 100)
      .match(/\d{1,2}/g)
      ?.map(Number) ?? []
  return numbers.length > 0 ? { kind: 'ticks', numbers } : choice(heard)
}

/** A phone number that a person in the UK can be rung on: 10 or 11 digits from 0, or from +44. */
const phone: Reader = (heard) => {
  const digits = heard.text
    .slice(0, 60)
    .replaceAll(/[\s().-]/g, '')
    .replace(/^(?:\+|00)44(?:0)?/, '0')
  return /^0\d{9,10}$/.test(digits) ? { kind: 'text', text: inGroups(digits) } : choice(heard)
}

function inGroups(digits: string): string {
  return `${digits.slice(0, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`
}

const email: Reader = (heard) => {
  const address = heard.text.trim()
  return /^[^\s@<>"',;:]{1,60}@[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,30}){1,4}$/i.test(address) ? { kind: 'text', text: address } : choice(heard)
}

/** A first name or nickname. */
const name: Reader = (heard) => {
  const text = heard.text.trim().replace(/^(?:i am|i'm|im|my name is|its|it's|call me)\s+/i, '')
  const chosen = choice(heard)
  if (chosen) return chosen
  const named = readPreferredName(text)
  return named === null ? null : { kind: 'text', text: named }
}

/** What fits into a summary; a question is answered first, unless it is to be passed on. */
const ownWords: Reader = (heard) => {
  const text = heard.text.trim()
  const isQuestion = text.endsWith('?') && !/^please ask\b/i.test(text)
  return choice(heard) ?? (checkOwnWords(text, OWN_WORDS_ROOM).kind !== 'too-long' && !isQuestion ? { kind: 'text', text } : null)
}

const OWN_WORDS_ROOM = { words: MOST_OWN_WORDS, characters: OWN_WORDS_CHARACTERS }

export const READERS = {
  choice,
  choiceOrDate,
  date,
  decision,
  opening,
  saidBack,
  council,
  ticks,
  phone,
  email,
  name,
  ownWords,
} as const satisfies Record<string, Reader>

export type ReaderName = keyof typeof READERS

/** What a choice of three means: everything but a yes and a no is not being sure. */
export function yesNoUnsure(id: string): 'yes' | 'no' | 'unsure' {
  return id === 'yes' || id === 'no' ? id : 'unsure'
}
