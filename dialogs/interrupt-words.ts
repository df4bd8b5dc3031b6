// The words that can be typed at any time (message `interrupt.words`), whatever was asked.
import type { Pack } from '../src/content/pack'
import { words } from '../src/content/wording'
import { namedIn } from './read-choice'
import type { Choice } from './say'

const ownWords = new WeakMap<Pack, ReadonlyMap<string, readonly Choice[]>>()

/** Whether a text, put plainly, is one of the pack's words for this interrupt. */
export function bringsAbout(name: string, plain: string, pack: Pack): boolean {
  const known = ownWords.get(pack) ?? byInterrupt(pack)
  ownWords.set(pack, known)
  return namedIn(plain, known.get(name) ?? []) !== null
}

function byInterrupt(pack: Pack): ReadonlyMap<string, readonly Choice[]> {
  const { choices } = words(pack, 'interrupt.words', { voice: 'parent' })
  return new Map(choices.map(({ id }) => [id, choices.filter((choice) => choice.id === id)]))
}
