// What the conversation needs beside its dialogs: the pack, the day, and the rules with the data they read.
import { NOBODY, type People } from '../dialogs/handoff-port'
import type { TalkTools, TopicFinding, UnansweredNotes } from '../dialogs/visit'
import type { Pack } from './content/pack'
import { onlyEdition, type Editions } from './content/overlay/editions'
import { createCrisisReader, type CrisisReader } from './crisis-reader'
import type { CrisisFinding } from './rules/crisis/find-crisis'
import type { Now } from './rules/deadlines/types'
import { readDate } from './rules/read-date/read-date'
import { recognisedSpan } from './rules/read-date/recognised-spans'

const NOWHERE: UnansweredNotes = { count: async () => {}, keep: async () => {} }

export interface TalkParts {
  readonly pack: Pack
  /** Only the pack by default. */
  readonly editions?: Editions
  /** Reads with the lists of the pack by default. */
  readonly crisisReader?: CrisisReader
  readonly now: () => Now
  readonly findTopic: (text: string) => Promise<TopicFinding>
  /** Where it is noted what could not be answered; nowhere by default. */
  readonly unanswered?: UnansweredNotes
  /** Who passes things on to people; nobody by default. */
  readonly people?: People
  /** The second detector, where one runs: what to make of a message and of what the lists found in it. */
  readonly senseCrisis?: (text: string, listed: CrisisFinding) => Promise<CrisisFinding>
}

export function createTalkTools({
  pack,
  editions = onlyEdition(pack),
  crisisReader = createCrisisReader(pack),
  now,
  findTopic,
  senseCrisis,
  unanswered = NOWHERE,
  people = NOBODY,
}: TalkParts): TalkTools {
  return {
    editions,
    now,
    readDate: (text, today) => readDate(text, today, recognisedSpan),
    findTopic,
    unanswered,
    people,
    findCrisis: async (text) => {
      const found = crisisReader.find(text)
      if (!senseCrisis || crisisReader.findInLabel(text)) return found
      return found.level === 'stop' ? senseCrisis(text, found).catch(() => found) : senseCrisis(text, found)
    },
  }
}
