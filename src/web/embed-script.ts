// What a council pastes, in the language of this service: the words of the script come from the same file as those of the page.
import { pack, SCRIPT } from './assets'
import type { Asset } from './assets'
import type { StringId, Strings } from './view/strings'

const WORDS: readonly StringId[] = ['language', 'direction', 'embed-close']

/** `/embed.js`; throws when the built script has no place for one of its words. */
export function embedScript(built: string, strings: Strings): Asset {
  const worded = WORDS.reduce((script, id) => {
    const gap = `{${id}}`
    if (!script.includes(gap)) throw new Error(`The embed script has no place for ${id}`)
    return script.replaceAll(gap, () => inScript(strings[id]))
  }, built)
  return { path: '/embed.js', type: SCRIPT, body: pack(Buffer.from(worded)) }
}

/** As it may stand between any quotes of a script. */
function inScript(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[`'$\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
