// The words that can be typed at any time (message `interrupt.words`), whatever was asked.
import type { Pack } from '../src/content/pack'
import { words } from '../src/content/wording'
import { namedIn } from './read-choice'

/** Whether a text, put plainly, is one of the pack's words for this interrupt. */
export function bringsAbout(name: string, plain: string, pack: Pack): boolean {
  const { choices } = words(pack, 'interrupt.words', { voice: 'parent' })
  const own = choices.filter(({ id }) => id === name)
  return namedIn(plain, own) !== null
}
