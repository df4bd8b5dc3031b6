// Measures the matcher on questions that it has not learnt from.
import type { Pack } from '../content/pack'
import type { Found, Matcher } from './open-matcher'

/** A set of questions with the topics that they are about. */
export interface OpenSet {
  readonly topics: readonly { readonly id: string; readonly questions: readonly string[] }[]
  readonly outOfScope: readonly string[]
}

/** Shares from 0 to 1. */
export interface InScopeFigures {
  readonly asked: number
  /** Answered straight and right, of the topics that need no confirmation. */
  readonly straight: number
  /** Right at once or among the three choices. */
  readonly oneTap: number
  /** Answered with another topic. */
  readonly wrong: number
  readonly notSure: number
}

export interface OutOfScopeFigures {
  readonly asked: number
  readonly answered: number
  readonly offered: number
  readonly signposted: number
}

/** A question that did not reach its topic at once or in one tap, or was answered wrongly. */
export interface Confusion {
  readonly asked: string
  readonly wanted: string
  readonly found: Found['kind']
  readonly topics: readonly string[]
}

export interface Measured {
  readonly inScope: InScopeFigures
  readonly outOfScope: OutOfScopeFigures
  readonly confusions: readonly Confusion[]
  readonly milliseconds: readonly number[]
}

/** Asks every question of a set once. A topic that is part of another counts as that one. */
export async function measureSet(set: OpenSet, matcher: Matcher, pack: Pack): Promise<Measured> {
  const milliseconds: number[] = []
  const ask = async (text: string): Promise<Found> => {
    const began = performance.now()
    const found = await matcher.findTopic(text)
    milliseconds.push(performance.now() - began)
    return found
  }
  const headOf = (id: string): string => pack.topics.get(id)?.partOf ?? id
  const asked: { readonly wanted: string; readonly text: string; readonly found: Found }[] = []
  for (const { id, questions } of set.topics) for (const text of questions) asked.push({ wanted: id, text, found: await ask(text) })
  const outside: Found[] = []
  for (const text of set.outOfScope) outside.push(await ask(text))
  const first = (found: Found): string => headOf(found.candidates[0]?.id ?? '')
  const isRight = ({ wanted, found }: (typeof asked)[number]): boolean => found.kind === 'answer' && first(found) === wanted
  const isOffered = ({ wanted, found }: (typeof asked)[number]): boolean =>
    found.kind === 'clarify' && found.candidates.some(({ id }) => headOf(id) === wanted)
  const isWrong = ({ wanted, found }: (typeof asked)[number]): boolean => found.kind === 'answer' && first(found) !== wanted
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)
  const plain = asked.filter(({ wanted }) => pack.topics.get(wanted)?.confirm !== 'always')
  const kinds = (kind: Found['kind']): number => share(outside.filter((found) => found.kind === kind).length, outside.length)
  return {
    inScope: {
      asked: asked.length,
      straight: share(plain.filter(isRight).length, plain.length),
      oneTap: share(asked.filter((one) => isRight(one) || isOffered(one)).length, asked.length),
      wrong: share(asked.filter(isWrong).length, asked.length),
      notSure: share(asked.filter(({ found }) => found.kind === 'not-sure' || found.kind === 'signpost').length, asked.length),
    },
    outOfScope: { asked: outside.length, answered: kinds('answer'), offered: kinds('clarify'), signposted: kinds('signpost') },
    confusions: asked
      .filter((one) => !isRight(one) && !isOffered(one))
      .map(({ wanted, text, found }) => ({ asked: text, wanted, found: found.kind, topics: found.candidates.map(({ id }) => id) })),
    milliseconds,
  }
}

/** A question about one fact. */
export interface FactQuestion {
  readonly fact: string
  readonly question: string
}

export interface FactFigures {
  readonly asked: number
  readonly answered: number
  /** Answered with the fact, with a topic of the same family or beside it, or offered among the three. */
  readonly near: number
  readonly missed: readonly (FactQuestion & { readonly found: Found['kind']; readonly topics: readonly string[] })[]
}

/** Asks one question a fact, and looks whether the answer says the fact. */
export async function measureFacts(questions: readonly FactQuestion[], matcher: Matcher, pack: Pack): Promise<FactFigures> {
  let answered = 0
  let near = 0
  const missed: FactFigures['missed'][number][] = []
  for (const one of questions) {
    const found = await matcher.findTopic(one.question)
    const topics = found.candidates.map(({ id }) => id)
    const says = (id: string): boolean => pack.topics.get(id)?.facts.includes(one.fact) ?? false
    const told = found.kind === 'answer' && [topics[0] ?? '', ...found.also].some(says)
    const beside =
      found.kind === 'answer'
        ? neighbours(topics[0] ?? '', pack)
        : found.kind === 'clarify'
          ? topics.flatMap((id) => neighbours(id, pack))
          : []
    if (told) answered++
    if (told || beside.some(says)) near++
    if (!told) missed.push({ ...one, found: found.kind, topics })
  }
  return { asked: questions.length, answered: answered / questions.length, near: near / questions.length, missed }
}

function neighbours(id: string, pack: Pack): string[] {
  const head = pack.topics.get(id)?.partOf ?? id
  const family = [...pack.topics.values()].filter((topic) => topic.id === head || topic.partOf === head).map((topic) => topic.id)
  return [...new Set([id, ...family, ...(pack.topics.get(id)?.siblings ?? [])])]
}
