// Measures whether whoever asks about a wrong statement in circulation is told what is right.
import type { Pack } from '../content/pack'
import type { Found, Matcher } from './open-matcher'

/** A wrong statement in circulation, with ways to ask about it. */
export interface MythQuestions {
  readonly id: string
  readonly asks: readonly string[]
}

export interface MythFigures {
  readonly asked: number
  /** Put right at once. */
  readonly straight: number
  /** Put right at once or in one tap. */
  readonly oneTap: number
  readonly missed: readonly {
    readonly myth: string
    readonly question: string
    readonly found: Found['kind']
    readonly topics: readonly string[]
  }[]
}

/** Asks about every wrong statement, and looks whether a topic that puts it right is told or offered. */
export async function measureMyths(myths: readonly MythQuestions[], matcher: Matcher, pack: Pack): Promise<MythFigures> {
  const asked = myths.flatMap(({ id, asks }) => asks.map((question) => ({ myth: id, question })))
  const missed: MythFigures['missed'][number][] = []
  let [straight, oneTap] = [0, 0]
  for (const one of asked) {
    const found = await matcher.findTopic(one.question)
    const topics = found.candidates.map(({ id }) => id)
    const putsRight = (id: string): boolean =>
      (pack.topics.get(id)?.corrects.includes(one.myth) ?? false) || pack.myths.get(one.myth)?.topic === id
    const isTold = found.kind === 'answer' && [topics[0] ?? '', ...found.also].some(putsRight)
    if (isTold) straight++
    if (isTold || (found.kind === 'clarify' && topics.some(putsRight))) oneTap++
    else missed.push({ ...one, found: found.kind, topics })
  }
  return { asked: asked.length, straight: straight / asked.length, oneTap: oneTap / asked.length, missed }
}
