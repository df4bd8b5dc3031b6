// A press of one of our own buttons says words of ours. The lists read them for a crisis as they read everything, once; the second detector,
// which senses what people mean, has nothing to sense in them. Nothing that a person wrote is remembered: only what stands in the pack word for word.
import type { Pack } from './content/pack'
import type { Voiced } from './content/schema/primitives'
import type { CrisisFinding } from './rules/crisis/find-crisis'

/** Gives what the lists find in a label of the pack, and null for every other text. */
export function judgeOwnLabels(pack: Pack, byLists: (text: string) => CrisisFinding): (text: string) => CrisisFinding | null {
  const labels = labelsOf(pack)
  const judged = new Map<string, CrisisFinding>()
  return (text) => {
    if (!labels.has(text)) return null
    const found = judged.get(text) ?? byLists(text)
    judged.set(text, found)
    return found
  }
}

/** Messages that dialogs put on buttons, besides those that have `.label-` in their id. */
const ON_BUTTONS: ReadonlySet<string> = new Set([
  'interrupt.show-anyway',
  'question.none-of-these',
  'question.talk-to-a-person',
  'triage.sounds-like-none',
  'triage.sounds-like-yes',
])

/** What buttons say: the choices of the messages, messages that stand on buttons, what a letter may say, and the titles of the topics. */
function labelsOf({ messages, decisions, topics }: Pack): ReadonlySet<string> {
  const onButtons = [...messages].filter(([id]) => id.includes('.label-') || ON_BUTTONS.has(id)).map(([, message]) => message)
  return new Set([
    ...[...messages.values()].flatMap(({ choices }) => (choices ?? []).flatMap(({ label, youngPerson }) => [label, youngPerson ?? label])),
    ...onButtons.flatMap(({ text, youngPerson }) => [text.trim(), (youngPerson ?? text).trim()]),
    ...[...decisions.values()].flatMap(({ label }) => inBothVoices(label)),
    ...[...topics.values()].flatMap(({ title }) => inBothVoices(title)),
  ])
}

const inBothVoices = (words: Voiced): readonly string[] => (typeof words === 'string' ? [words] : [words.parent, words.youngPerson])
