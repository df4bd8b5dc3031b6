// Bold words, links, e-mail addresses and telephone numbers inside one line of an answer.
import { element } from './element'
import type { Markup } from './element'

const BOLD = String.raw`\*\*(?<bold>[^*]{1,2000})\*\*`
const NAMED_LINK = String.raw`\[(?<label>[^[\]]{1,300})\]\((?<target>https:\/\/[^\s)]+)\)`
const LINK = String.raw`(?<url>https:\/\/[^\s<>"]*[^\s<>".,;:!?)])`
const MAIL = String.raw`(?<mail>\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})`
/** Ten or eleven digits that begin with a nought, or Childline's eight: never a date in words, never a nine-digit reference. */
const PHONE = String.raw`(?<phone>\b(?:0800 1111|0(?: ?\d){9,10})(?![\d/-]))`
/** Emergency and helpline numbers too short to be told from other numbers: only where an answer puts one in bold by itself. */
const SHORT_NUMBER = /^(?:999|111|116 123)$/
/** No look-behind: Safari before 16.4 would not run the page at all. */
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
  if (bold !== undefined) return element('strong', {}, ...(SHORT_NUMBER.test(bold) ? [dial(bold)] : inline(bold)))
  if (label !== undefined && target !== undefined) return outside(target, label)
  if (url !== undefined) return outside(url, url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, ''))
  if (mail !== undefined) return element('a', { href: `mailto:${mail}` }, mail)
  if (phone !== undefined) return dial(phone)
  return whole
}

function dial(number: string): Markup {
  return element('a', { href: `tel:${number.replaceAll(' ', '')}`, class: 'phone' }, number)
}

/** In its own tab, so that the chat is not lost; the style sheet says so beside the link. */
function outside(url: string, label: string): Markup {
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label)
}
