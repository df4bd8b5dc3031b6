// A press of one of our own buttons says words of ours: they are read for a crisis as everything is, and what was found is remembered.
// Nothing that a person wrote is: only what stands in the pack word for word.
import type { Pack } from './content/pack'
import type { Voiced } from './content/schema/primitives'
import type { CrisisFinding } from './rules/crisis/find-crisis'

export type JudgeCrisis = (text: string) => Promise<CrisisFinding>

/** Judges each label of the pack once, and every other text each time. */
export function judgeOwnWordsOnce(pack: Pack, judge: JudgeCrisis): JudgeCrisis {
  const labels = labelsOf(pack)
  const judged = new Map<string, CrisisFinding>()
  return async (text) => {
    const known = judged.get(text)
    if (known) return known
    const found = await judge(text)
    if (labels.has(text)) judged.set(text, found)
    return found
  }
}

/** What buttons say: the choices of the messages, what a letter may say, and the titles of the topics. */
function labelsOf({ messages, decisions, topics }: Pack): ReadonlySet<string> {
  return new Set([
    ...[...messages.values()].flatMap(({ choices }) => (choices ?? []).map(({ label }) => label)),
    ...[...decisions.values()].flatMap(({ label }) => inBothVoices(label)),
    ...[...topics.values()].flatMap(({ title }) => inBothVoices(title)),
  ])
}

const inBothVoices = (words: Voiced): readonly string[] => (typeof words === 'string' ? [words] : [words.parent, words.youngPerson])
