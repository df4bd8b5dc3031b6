// Bold words, links, e-mail addresses and telephone numbers inside one line of an answer.
import { element } from './element'
import type { Markup } from './element'

const BOLD = String.raw`\*\*(?<bold>[^*]+)\*\*`
const NAMED_LINK = String.raw`\[(?<label>[^\]]+)\]\((?<target>https:\/\/[^\s)]+)\)`
const LINK = String.raw`(?<url>https:\/\/[^\s<>"]*[^\s<>".,;:!?)])`
const MAIL = String.raw`(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)`
/** Ten or eleven digits that begin with a nought, or Childline's eight: never a date in words, never a nine-digit reference. */
const PHONE = String.raw`(?<phone>(?<!\d)(?:0800 1111|0(?: ?\d){9,10})(?![\d/-]))`
const PIECE = new RegExp([BOLD, NAMED_LINK, LINK, MAIL, PHONE].join('|'), 'g')

/** The line with its marks turned into elements; everything else stays text. */
export function inline(line: string): Markup[] {
  const pieces: Markup[] = []
  let from = 0
  for (const match of line.matchAll(PIECE)) {
    if (match.index > from) pieces.push(line.slice(from, match.index))
    pieces.push(marked(match.groups ?? {}, match[0]))
    from = match.index + match[0].length
  }
  if (from < line.length) pieces.push(line.slice(from))
  return pieces
}

function marked(found: Record<string, string | undefined>, whole: string): Markup {
  const { bold, label, target, url, mail, phone } = found as Partial<Record<'bold' | 'label' | 'target' | 'url' | 'mail' | 'phone', string>>
  if (bold !== undefined) return element('strong', {}, ...inline(bold))
  if (label !== undefined && target !== undefined) return outside(target, label)
  if (url !== undefined) return outside(url, url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, ''))
  if (mail !== undefined) return element('a', { href: `mailto:${mail}` }, mail)
  if (phone !== undefined) return element('a', { href: `tel:${phone.replaceAll(' ', '')}`, class: 'phone' }, phone)
  return whole
}

/** In its own tab, so that the chat is not lost; the style sheet says so beside the link. */
function outside(url: string, label: string): Markup {
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label)
}
