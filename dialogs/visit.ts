// What every step may reach during a turn: the pack, the memory, the day, and the rules that need data. Handed in by the bot.
import type { TurnContext } from 'botbuilder-core'
import type { Pack } from '../src/content/pack'
import type { Voice } from '../src/content/wording'
import type { Facts, Memory } from '../src/memory/memory'
import { daysBetween, type CalendarDate } from '../src/rules/calendar-date'
import type { CrisisFinding } from '../src/rules/crisis/find-crisis'
import type { Now } from '../src/rules/deadlines/types'
import type { DateReading } from '../src/rules/read-date/read-date'
import type { BankHolidays } from '../src/rules/working-days'
import type { People } from './handoff-port'

/** What a question in free words was found to be about. */
export interface TopicFinding {
  readonly kind: 'answer' | 'clarify' | 'signpost' | 'smalltalk' | 'not-sure'
  /** Topic ids: the ones to answer one by one, or the ones to choose from, surest first. */
  readonly topics: readonly string[]
  /** Topics that may have been meant instead of the one answered. */
  readonly others: readonly string[]
  /** The reviewed words of a signpost or of small talk; empty otherwise. */
  readonly words: string
}

/** How a question was left: nothing was found, or none of what was offered was meant. */
export type UnansweredKind = 'not-sure' | 'none-of-these'

interface UnansweredPlace {
  /** Null when unknown. */
  readonly council: string | null
  readonly day: CalendarDate
}

/** Where it is noted what could not be answered. Neither throws. */
export interface UnansweredNotes {
  readonly count: (place: UnansweredPlace, kind: UnansweredKind) => Promise<void>
  /** Masked words whose asker said yes. */
  readonly keep: (question: UnansweredPlace & { readonly text: string }) => Promise<void>
}

/** Which edition of the pack a conversation is told: the one that it began with, while that is loaded. */
export interface PackEditions {
  readonly of: (version: string | undefined) => Pack
  /** The live one. */
  readonly live: Pack
  /** Whether the edition was called back since: the conversation is told so, and begins again. */
  readonly isRecalled: (version: string | undefined) => boolean
}

/** What the composition root hands in once: the pack and everything that needs data, a clock or a worker. */
export interface TalkTools {
  readonly editions: PackEditions
  readonly now: () => Now
  readonly readDate: (text: string, today: CalendarDate) => DateReading
  readonly findCrisis: (text: string) => Promise<CrisisFinding>
  readonly findTopic: (text: string) => Promise<TopicFinding>
  readonly unanswered: UnansweredNotes
  readonly people: People
}

/** What only this turn knows. */
export interface TurnFacts {
  readonly council: string | null
  /** The language that the chat was opened in, where it is not English. */
  readonly language: string | null
  readonly sealed: boolean
  /** The conversation and its key; null on channels that carry no key, where nobody can take over. */
  readonly chat: { readonly conversation: string; readonly key: Uint8Array } | null
  /** Deletes everything kept of this conversation when the turn is committed. */
  readonly erase: () => void
}

export interface Visit extends TalkTools, TurnFacts {
  /** The edition of this conversation. */
  readonly pack: Pack
  readonly holidays: BankHolidays
  memory: Memory
  readonly when: Now
  /** How alarming the message of this turn is. */
  alarm: CrisisFinding['level']
}

const VISIT = Symbol('visit')

export function beginVisit(context: TurnContext, visit: Visit): void {
  context.turnState.set(VISIT, visit)
}

export function visitOf({ context }: { readonly context: TurnContext }): Visit {
  return context.turnState.get(VISIT) as Visit
}

export function voiceOf({ memory }: Visit): Voice {
  return memory.facts.voice ?? 'parent'
}

/** The council that this is about, as far as known. */
export function councilOf({ memory, council }: Visit): string | null {
  return memory.facts.council ?? council
}

/** A conversation that is taken up again after more days than these is told the law of its new day. */
const LAW_KEPT_DAYS = 14

/** The day whose law this conversation is told: the one on which it began. */
export function lawDayOf({ memory: { began }, when: { today } }: Visit): CalendarDate {
  return began !== undefined && daysBetween(began, today) <= LAW_KEPT_DAYS ? began : today
}

/** Puts answers into memory. */
export function remember(visit: Visit, facts: Partial<Facts>): void {
  visit.memory = { ...visit.memory, facts: { ...visit.memory.facts, ...facts } }
}
