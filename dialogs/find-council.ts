// The council that a name means, among those the pack holds.
import type { Pack } from '../src/content/pack'
import { wordsOf } from '../src/rules/triage/recognise'

/** Its id, or null. Reads the name alone or inside a short sentence; never guesses between two. */
export function findCouncil(text: string, pack: Pack): string | null {
  const said = ` ${wordsOf(text.slice(0, 200)).join(' ')} `
  const found = [...pack.councils.values()].filter(({ name, also }) =>
    [name, ...also].some((one) => said.includes(` ${wordsOf(one).join(' ')} `)),
  )
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
