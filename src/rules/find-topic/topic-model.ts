// What was learnt from the pack when it was built: everything that finding a topic needs, as data.
import type { Gate } from './gate'
import type { Layout } from './gate-features'
import type { Reader } from './read-question'
import type { Scorers } from './score-question'
import type { KnownSigns } from './vector-signs'

/** One class that a question can belong to: a topic of the pack, or something outside its scope. */
export interface ClassInfo {
  /** Topic id, or the name of the out-of-scope class. */
  readonly id: string
  readonly title: string
  readonly partOf: string | null
  /** Always asked about before it is answered. */
  readonly confirm: boolean
  /** Where an out-of-scope question is sent; null for topics and where no door is known. */
  readonly door: string | null
}

/** The two gates and the thresholds chosen with them, out of fold. */
export interface Gates {
  /** How likely the first topic is right. */
  readonly right: Gate
  /** How likely the question is in scope. */
  readonly inside: Gate
  readonly answerFrom: number
  readonly offerFrom: number
  readonly heldOut: HeldOutFigures
}

/** How the pack's own questions fared, each judged by scorers that had not seen it. Shares from 0 to 1. */
export interface HeldOutFigures {
  readonly asked: number
  /** The right topic came first, or among the first three. */
  readonly first: number
  readonly amongThree: number
  readonly answeredRight: number
  readonly answeredWrong: number
  readonly outside: number
  readonly outsideAnswered: number
  readonly outsideOffered: number
}

/** A regression over the sentence vector, words and pairs of words, and the nearest messages known, that sense a crisis which no list names. */
export interface CrisisSense {
  /** One for each place of the vector; empty where words alone are weighed. */
  readonly weights: Float32Array
  readonly words: ReadonlyMap<string, number>
  readonly bias: number
  /** Messages that were learnt from; null where words alone are weighed. */
  readonly known: KnownSigns | null
  readonly steps: {
    /** A sign that the lists are unsure of becomes a clear alarm from here on. */
    readonly stopFrom: number
    /** A message without any sign is a clear alarm from here on, and stripped from here on. */
    readonly stopAloneFrom: number
    readonly stripFrom: number
    /** One clause of several strips a message from here on, by its words alone. */
    readonly clauseFrom: number
    /** A clause from here on, in a whole from here on, makes a clear alarm of a long message or one with an unsure sign. */
    readonly clauseStopsFrom: { readonly clause: number; readonly whole: number }
    /** Below this, in the whole and in every clause by its words, a message is ordinary, though the lists are unsure of it. A long one has more clauses. */
    readonly quietBelow: { readonly whole: number; readonly clause: number; readonly clauseOfLong: number }
    /** Below this, clause by clause, a clear alarm of the lists is a figure of speech or a matter of record. */
    readonly softenBelow: number
  }
}

export interface TopicModel {
  /** SHA-256 of everything that the model was built from. */
  readonly dataHash: string
  readonly classes: readonly ClassInfo[]
  readonly layout: Layout
  readonly reader: Reader
  readonly scorers: Scorers
  readonly gates: { readonly full: Gates; readonly small: Gates }
  readonly crisis: { readonly full: CrisisSense; readonly small: CrisisSense }
  /** Titles, read as questions are, and the class of each: what a pressed button types. */
  readonly titles: ReadonlyMap<string, number>
}
