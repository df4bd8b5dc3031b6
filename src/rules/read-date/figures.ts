// Numbers joined by strokes, dots, dashes or spaces: where such a chain begins and ends.
import { isGlued, textAt, wordSet, type Page, type Token } from './page'

export interface Chain {
  readonly from: number
  readonly to: number
  readonly numbers: readonly [Token, ...Token[]]
  /** The first mark between them: `/ . - \ _ :` or a space. */
  readonly mark: string
  /** No space stands at the first mark. */
  readonly glued: boolean
}

interface Link {
  readonly number: Token
  readonly mark: string
  readonly to: number
  readonly glued: boolean
}

const MARKS = wordSet('/ . - \\ _ :')
const TOO_MANY = 4
/** Words that a date may hang on with a colon or a dash: `dated:3/11/26`. */
const LABELS = wordSet('date dated on letter sent received')

/** The chain of numbers that begins here, or null; of one longer than a date only the beginning. */
export function chainAt(page: Page, at: number): Chain | null {
  const first = page.tokens[at]
  if (first?.kind !== 'number' || isTail(page, at)) return null
  const numbers: [Token, ...Token[]] = [first]
  const links: Link[] = []
  let to = at + 1
  while (numbers.length < TOO_MANY) {
    const link = linkAt(page, to)
    if (link === null || !belongs(link, links, numbers)) break
    links.push(link)
    numbers.push(link.number)
    to = link.to
  }
  return { from: at, to, numbers, mark: links[0]?.mark ?? '', glued: links[0]?.glued ?? false }
}

function linkAt(page: Page, at: number): Link | null {
  const here = page.tokens[at]
  if (here?.kind === 'number') return { number: here, mark: ' ', to: at + 1, glued: false }
  const number = page.tokens[at + 1]
  if (here === undefined || number?.kind !== 'number' || !MARKS.has(here.text)) return null
  return { number, mark: here.text, to: at + 2, glued: here.glued && number.glued }
}

/** Whether a further number is of the same date: `3/11/26 10.30`, `3/11 - 5/11` and `14 03 2026 9` are not one. */
function belongs(link: Link, links: readonly Link[], numbers: readonly Token[]): boolean {
  const first = links[0]
  if (first === undefined) return true
  if (first.mark === ' ') return link.mark === ' ' && (numbers.length < 3 || numbers[2]?.text.length === 2)
  if (link.glued) return true
  return link.mark === first.mark && numbers.length < 3 && !(link.mark === '-' && first.glued)
}

/** Whether the number here belongs to something that began before it: `v3`, `£3`, the `11` of `3/11`. */
function isTail(page: Page, at: number): boolean {
  const before = page.tokens[at - 1]
  if (before === undefined) return false
  if (!isGlued(page, at)) return '£$€#'.includes(before.text)
  if (before.kind !== 'mark') return true
  if (before.text === ':' || before.text === '-') return !LABELS.has(textAt(page, at - 2))
  return '/\\._£$€#@+='.includes(before.text)
}

/** Whether something hangs on behind it without a space: `3/11/26-A`, `3/11/26/7`, `3.11%`. */
export function runsOn(page: Page, to: number): boolean {
  const next = page.tokens[to]
  if (!next?.glued) return false
  if (next.kind !== 'mark') return next.text !== 't' && next.text !== 'z'
  const behind = page.tokens[to + 1]
  return '%/\\_'.includes(next.text) || ('-.:@'.includes(next.text) && behind?.glued === true && behind.kind !== 'mark')
}
