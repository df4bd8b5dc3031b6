// From a question in free words to what should be said: an answer, a choice of three, a door, small talk, or "not sure".
import { findNation, type Nation } from './elsewhere'
import { judgeQuestion, type Judgement } from './judge-question'
import { readQuestion } from './read-question'
import { findSmallTalk, type SmallTalkTable } from './small-talk'
import { splitWords } from './split-words'
import type { TopicModel } from './topic-model'

/** A question: its text (600 characters at most are read), its unit vector (null in the small mode), and its parts. */
export interface Question {
  readonly text: string
  readonly vector: Float32Array | null
  /** The questions that it asks, where it asks several. */
  readonly parts: readonly Omit<Question, 'parts'>[]
}

/** What is met before any topic. */
export interface Courtesies {
  readonly smallTalk: SmallTalkTable
  readonly nations: readonly Nation[]
}

export interface TopicFinding {
  readonly kind: 'answer' | 'clarify' | 'signpost' | 'smalltalk' | 'not-sure'
  /** Class numbers of the topic to answer, then the next likeliest; for `clarify` the three to choose from. */
  readonly candidates: readonly { readonly index: number; readonly score: number }[]
  /** Further topics that the same message asks about, each sure enough to be answered. */
  readonly also: readonly number[]
  /** The door of a signpost, the reply of small talk; empty otherwise. */
  readonly words: string
}

export const READ_CHARACTERS = 600
const CHOICES = 3
const FEWEST_LETTERS = 2

/** Finds what a message is about. Text is only ever compared, never run. */
export function findTopic(question: Question, model: TopicModel, courtesies: Courtesies): TopicFinding {
  const reply = findSmallTalk(question.text, courtesies.smallTalk)
  if (reply !== null) return { ...NOT_SURE, kind: 'smalltalk', words: reply }
  const pressed = model.titles.get(titleKey(question.text))
  if (pressed !== undefined) return { ...NOT_SURE, kind: 'answer', candidates: [{ index: pressed, score: 1 }] }
  const nation = findNation(question.text, courtesies.nations)
  if (nation !== null) return { ...NOT_SURE, kind: 'signpost', words: nation }
  if ((question.text.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS) return NOT_SURE
  const guessed = (part: Omit<Question, 'parts'>): TopicFinding =>
    unlessNation(settle(judge(part, model), model, part.vector !== null), courtesies.nations)
  return severalOf(guessed(question), question.parts.map(guessed))
}

/** Nobody is sent to another nation who did not name it: "I live in Leeds" is learnt as near to "I live in Wales". */
function unlessNation(found: TopicFinding, nations: readonly Nation[]): TopicFinding {
  return found.kind === 'signpost' && nations.some(({ door }) => door === found.words) ? NOT_SURE : found
}

/** How a title or a pressed button is compared. */
export function titleKey(text: string): string {
  return splitWords(text).join(' ')
}

const NOT_SURE: TopicFinding = { kind: 'not-sure', candidates: [], also: [], words: '' }

function judge({ text, vector }: Omit<Question, 'parts'>, model: TopicModel): Judgement {
  return judgeQuestion({ read: readQuestion(text.slice(0, READ_CHARACTERS), model.reader), vector }, model)
}

/** The tiers: answer, three choices, door, not sure. */
function settle(found: Judgement, model: TopicModel, hasVector: boolean): TopicFinding {
  const { answerFrom, offerFrom } = hasVector ? model.gates.full : model.gates.small
  const candidates = found.candidates.slice(0, CHOICES)
  const first = candidates[0]
  if (first === undefined) return NOT_SURE
  const info = model.classes[first.index]
  const door = model.classes[found.outside.index]?.door ?? null
  if (!found.leadsOutside && found.right >= answerFrom) {
    return { kind: info?.confirm === true ? 'clarify' : 'answer', candidates, also: [], words: '' }
  }
  if (found.inside >= offerFrom && !(found.leadsOutside && door !== null && found.outside.score > DOOR_FROM))
    return { kind: 'clarify', candidates, also: [], words: '' }
  if (door !== null && found.outside.total >= DOOR_FROM) return { kind: 'signpost', candidates: [], also: [], words: door }
  return NOT_SURE
}

const DOOR_FROM = 0.4

/** Where every part is sure and they differ, the first decides and the others follow; else the message as a whole decides. */
function severalOf(whole: TopicFinding, parts: readonly TopicFinding[]): TopicFinding {
  const sure = parts.filter(({ kind }) => kind === 'answer')
  const topics = [...new Set(sure.map(({ candidates }) => candidates[0]?.index ?? -1))]
  const [first] = sure
  if (first === undefined || topics.length < 2 || sure[0] !== parts[0]) return whole
  return { ...first, also: topics.slice(1) }
}
