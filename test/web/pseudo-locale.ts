// A language that nobody speaks: every interface word is marked, so that a word that is not in the file shows.
import { webStrings } from './web-strings'
import type { Strings } from '../../src/web/view/strings'

/** Each line between ⟦ and ⟧, its gaps and marks kept. */
export function pseudo(text: string): string {
  return text.replaceAll(/^(#{2,4} |- )?(.+)$/gm, (_line, mark = '', words) => `${mark}⟦${words}⟧`)
}

/** The words between ⟦ and ⟧, their gaps and marks kept. */
export function pseudoStrings(direction: 'ltr' | 'rtl'): Strings {
  const marked = Object.entries(webStrings()).map(([id, text]) => [id, pseudo(text)])
  return { ...(Object.fromEntries(marked) as Strings), language: direction === 'rtl' ? 'ar' : 'en-XA', direction }
}
