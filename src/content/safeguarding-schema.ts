// Checks and arranges what the safeguarding lead keeps in content/safeguarding/*.yaml.
import { z } from 'zod'
import { calendarDate } from './schema/primitives'
import { faultsOfLists } from '../rules/crisis/compile-lists'
import type { CalendarDate } from '../rules/calendar-date'
import { type CrisisKind, crisisKinds, type CrisisLists } from '../rules/crisis/crisis-lists'

const phraseLines = z.string().transform((written) =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#')),
)

const wordList = z.array(z.string().min(1))

const wordsFile = z.strictObject({
  spellings: z.record(z.string(), z.string().min(1)),
  fillers: wordList,
  misspelt: wordList,
  leaveAlone: wordList,
  starred: wordList,
  joints: wordList,
  letters: z.record(z.string(), z.string().min(1)),
  groups: z.record(z.string(), wordList),
})

const kindFile = z.strictObject({ stop: phraseLines, strip: phraseLines })
const exceptionsFile = z.strictObject({ none: phraseLines, strip: phraseLines })

const cardWords = z
  .string()
  .min(1)
  .transform((text) => text.trimEnd())
const voices = z.strictObject({ text: cardWords, youngPerson: cardWords, easyRead: cardWords })

const contactSchema = z.strictObject({
  name: z.string().min(1),
  call: z.string().nullable(),
  email: z.email().nullable(),
  about: z.string().min(1),
  source: z.string().min(1),
})

const cardsFile = z.strictObject({
  owner: z.string().min(1),
  checkedOn: calendarDate,
  reviewBy: calendarDate,
  contacts: z.record(z.string(), contactSchema),
  cards: z.strictObject({ stop: voices, strip: voices, signpost: voices }),
})

type CardsFile = z.infer<typeof cardsFile>

/** The words of the cards, each in Markdown: for grown-ups, for young people, and easy to read. */
export interface CrisisCards {
  readonly stop: string
  readonly stopYoungPerson: string
  readonly stopEasyRead: string
  readonly strip: string
  readonly stripYoungPerson: string
  readonly stripEasyRead: string
  readonly signpost: string
  readonly signpostYoungPerson: string
  readonly signpostEasyRead: string
}

/** What the loader hands on: the lists for `findCrisis`, the words of the cards and the contacts that they may name. */
export interface Safeguarding {
  readonly lists: CrisisLists
  readonly cards: CrisisCards
  readonly contacts: CardsFile['contacts']
  readonly checkedOn: CalendarDate
  readonly reviewBy: CalendarDate
}

function arrangeCards({ stop, strip, signpost }: CardsFile['cards']): CrisisCards {
  return {
    stop: stop.text,
    stopYoungPerson: stop.youngPerson,
    stopEasyRead: stop.easyRead,
    strip: strip.text,
    stripYoungPerson: strip.youngPerson,
    stripEasyRead: strip.easyRead,
    signpost: signpost.text,
    signpostYoungPerson: signpost.youngPerson,
    signpostEasyRead: signpost.easyRead,
  }
}

type KindFiles = Record<CrisisKind, typeof kindFile>
const kindFiles = Object.fromEntries(crisisKinds.map((kind) => [kind, kindFile])) as KindFiles

/**
 * Reads content/safeguarding as one object whose keys are the file names without '.yaml' (words, exceptions, cards and one per
 * crisis kind) and whose values are the parsed files. Every phrase that is not written properly is a fault of its own.
 */
export const safeguardingSchema = z
  .strictObject({ words: wordsFile, exceptions: exceptionsFile, cards: cardsFile, ...kindFiles })
  .transform(({ words, exceptions, cards, ...kinds }, context): Safeguarding => {
    const lists: CrisisLists = { ...words, exceptions, phrases: crisisKinds.map((kind) => ({ kind, ...kinds[kind] })) }
    for (const message of faultsOfLists(lists)) context.addIssue({ code: 'custom', message })
    return { lists, cards: arrangeCards(cards.cards), contacts: cards.contacts, checkedOn: cards.checkedOn, reviewBy: cards.reviewBy }
  })
