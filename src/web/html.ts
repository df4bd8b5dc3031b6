// Writes a piece of page as HTML text, every character of text and attribute escaped.
import type { Markup } from './view/element'

const VOID = new Set(['br', 'hr', 'meta', 'link', 'input', 'img'])
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The HTML of a piece of page. Not for `script` or `style`, whose text HTML reads otherwise. */
export function toHtml(markup: Markup): string {
  if (typeof markup === 'string') return escapeHtml(markup)
  const attributes = Object.entries(markup.attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
  )
  const open = `<${markup.tag}${attributes.join('')}>`
  return VOID.has(markup.tag) ? open : `${open}${markup.children.map(toHtml).join('')}</${markup.tag}>`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}
