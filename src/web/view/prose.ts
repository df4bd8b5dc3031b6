// The small part of Markdown that answers are written in: paragraphs, lists, bold, links, sub-headings and tables.
import { element } from './element'
import type { Markup } from './element'
import { inline } from './inline'

const BULLET = /^\s*[-*•]\s+/
const NUMBER = /^\s*\d{1,2}[.)]\s+/
const HEADING = /^(#{2,4})\s+/
const ROW = /^\s*\|.*\|\s*$/
const RULE = /^\s*\|[\s:|-]+\|\s*$/

/** Block elements for a text; whatever is not one of the known marks is shown as it was written. */
export function prose(text: string): Markup[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Markup[] = []
  while (lines.length > 0) {
    const line = lines[0] ?? ''
    if (line.trim() === '') lines.shift()
    else if (HEADING.test(line)) blocks.push(heading(lines.shift() ?? ''))
    else if (ROW.test(line)) blocks.push(table(take(lines, ROW)))
    else if (BULLET.test(line)) blocks.push(list('ul', take(lines, BULLET), BULLET))
    else if (NUMBER.test(line)) blocks.push(list('ol', take(lines, NUMBER), NUMBER))
    else blocks.push(paragraph(lines))
  }
  return blocks
}

function heading(line: string): Markup {
  const level = HEADING.exec(line)?.[1]?.length ?? 2
  return element(`h${level}`, {}, ...inline(line.replace(HEADING, '')))
}

function take(lines: string[], kind: RegExp): string[] {
  const end = lines.findIndex((line) => !kind.test(line))
  return lines.splice(0, end === -1 ? lines.length : end)
}

function paragraph(lines: string[]): Markup {
  const end = lines.findIndex(
    (line, at) => at > 0 && (line.trim() === '' || [HEADING, ROW, BULLET, NUMBER].some((mark) => mark.test(line))),
  )
  const mine = lines.splice(0, end === -1 ? lines.length : end)
  return element('p', {}, ...mine.flatMap((line, at) => (at === 0 ? inline(line) : [element('br', {}), ...inline(line)])))
}

function list(tag: string, lines: readonly string[], mark: RegExp): Markup {
  return element(tag, {}, ...lines.map((line) => element('li', {}, ...inline(line.replace(mark, '')))))
}

/** A table that scrolls in itself: reachable by keyboard, named by its first heading row. */
function table(lines: readonly string[]): Markup {
  const [head = [], ...rows] = lines.filter((line) => !RULE.test(line)).map(cells)
  const name = head.filter((cell) => cell !== '').join(', ')
  return element(
    'div',
    { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': name },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map(columnHeading))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((cell, at) => bodyCell(cell, at))))),
    ),
  )
}

function columnHeading(cell: string): Markup {
  return cell === '' ? element('td', {}) : element('th', { scope: 'col' }, ...inline(cell))
}

function bodyCell(cell: string, at: number): Markup {
  return at === 0 ? element('th', { scope: 'row' }, ...inline(cell)) : element('td', {}, ...inline(cell))
}

function cells(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}
