// The words that can be typed at any time (message `interrupt.words`), whatever was asked.
import type { Pack } from '../src/content/pack'
import { words, type Words } from '../src/content/wording'
import { onceFor } from '../src/rules/once-for'
import { namedIn } from './read-choice'

/** Whether a text, put plainly, is one of the pack's words for this interrupt. */
export function bringsAbout(name: string, plain: string, pack: Pack): boolean {
  return namedIn(plain, byName(words(pack, 'interrupt.words', { voice: 'parent' })).get(name) ?? []) !== null
}

const byName = onceFor(({ choices }: Words) => new Map(choices.map(({ id }) => [id, choices.filter((choice) => choice.id === id)])))
