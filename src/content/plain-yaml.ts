// Reads the plain YAML that the pack is written in, many times faster than a full reader; null for whatever is not that plain.
// What is read here is read exactly as the `yaml` package reads it (a test compares the two on the whole pack).

import { NotPlain, readInline, type Plain } from './plain-yaml-inline'

interface Line {
  readonly indent: number
  readonly text: string
}

interface Cursor {
  readonly lines: readonly string[]
  at: number
  readonly anchors: Map<string, Plain>
}

const KEY = /^([^\s'"&*!|>%@`{}[\],#?:-][^:#'"{}[\],]*?|'(?:[^']|'')*') *:(?: +(.*))?$/
const ANCHOR = /^&([\w-]+)$/
const ALIAS = /^\*([\w-]+)$/

/** The value of a YAML text in block form with one-line scalars, `|` texts and one-line flow lists and maps; null when it uses anything else. */
export function readPlainYaml(text: string): Plain | null {
  const cursor: Cursor = { lines: text.split('\n'), at: 0, anchors: new Map() }
  try {
    const first = peek(cursor)
    if (first === null || text.includes('\t') || text.includes('\r')) return null
    const value = readBlock(cursor, first.indent)
    return peek(cursor) === null ? value : null
  } catch (problem) {
    if (problem instanceof NotPlain) return null
    throw problem
  }
}

/** The next line that is neither empty nor a comment, without its indentation. */
function peek(cursor: Cursor): Line | null {
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = cursor.lines[cursor.at] ?? ''
    const text = line.trimStart()
    if (text !== '' && !text.startsWith('#')) return { indent: line.length - text.length, text: text.trimEnd() }
  }
  return null
}

function readBlock(cursor: Cursor, indent: number): Plain {
  const first = peek(cursor)
  return first?.text === '-' || first?.text.startsWith('- ') ? readList(cursor, indent) : readMap(cursor, indent)
}

function readList(cursor: Cursor, indent: number): Plain {
  const items: Plain[] = []
  for (let line = peek(cursor); line !== null && line.indent === indent; line = peek(cursor)) {
    if (!line.text.startsWith('- ')) throw new NotPlain()
    const rest = line.text.slice(2).trimStart()
    if (!KEY.test(rest)) {
      cursor.at += 1
      items.push(readValue(cursor, rest, indent))
    } else {
      const inner = indent + line.text.length - rest.length
      items.push(readMap(cursor, inner, { indent: inner, text: rest }))
    }
  }
  refuseDeeper(cursor, indent)
  return items
}

function readMap(cursor: Cursor, indent: number, opening: Line | null = null): Plain {
  const entries = new Map<string, Plain>()
  for (let line = opening ?? peek(cursor); line !== null && line.indent === indent; line = peek(cursor)) {
    const match = KEY.exec(line.text)
    if (!match) throw new NotPlain()
    const key = readKey(match[1] ?? '')
    if (entries.has(key) || key === '__proto__') throw new NotPlain()
    cursor.at += 1
    entries.set(key, readValue(cursor, match[2] ?? '', indent))
  }
  refuseDeeper(cursor, indent)
  return Object.fromEntries(entries)
}

function readKey(text: string): string {
  const key = readInline(text)
  if (typeof key !== 'string' && typeof key !== 'number') throw new NotPlain()
  return String(key)
}

function refuseDeeper(cursor: Cursor, indent: number): void {
  const next = peek(cursor)
  if (next !== null && next.indent > indent) throw new NotPlain()
}

/** What stands after `key:` or `-`: something on this line, or a block below it. */
function readValue(cursor: Cursor, text: string, indent: number): Plain {
  if (text === '|' || text === '|-') return readText(cursor, indent, text === '|' ? '\n' : '')
  if (text === '>' || text === '>-') return fold(readText(cursor, indent, '')) + (text === '>' ? '\n' : '')
  const anchor = ANCHOR.exec(text)?.[1]
  if (anchor !== undefined) {
    const value = readBelow(cursor, indent)
    cursor.anchors.set(anchor, value)
    return value
  }
  const alias = ALIAS.exec(text)?.[1]
  if (alias !== undefined) return cursor.anchors.get(alias) ?? refuse()
  return text === '' || text.startsWith('#') ? readBelow(cursor, indent) : readInline(withRest(cursor, text, indent))
}

/** A flow list or map with its further lines put behind it; any other text as it is. */
function withRest(cursor: Cursor, text: string, parent: number): string {
  if (!/^[[{]/.test(text)) return text
  let whole = text
  while (openBrackets(whole) > 0) {
    const next = peek(cursor)
    if (next === null || next.indent <= parent || / #/.test(next.text)) throw new NotPlain()
    cursor.at += 1
    whole += ` ${next.text}`
  }
  return whole
}

/** How many brackets are still open at the end of a line, those in quotes left out. */
function openBrackets(text: string): number {
  const bare = text.replace(/'(?:[^']|'')*'|"[^"]*"/g, '')
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0)
}

/** A `>` text of one paragraph: its lines are one line. */
function fold(text: string): string {
  if (/\n[ \n]|^ | \n/.test(text)) throw new NotPlain()
  return text.replaceAll('\n', ' ')
}

function refuse(): never {
  throw new NotPlain()
}

function readBelow(cursor: Cursor, indent: number): Plain {
  const next = peek(cursor)
  if (next === null || next.indent < indent) return null
  if (next.indent > indent && /^[[{]/.test(next.text)) {
    cursor.at += 1
    return readInline(withRest(cursor, next.text, indent))
  }
  if (next.indent > indent) return readBlock(cursor, next.indent)
  if (next.text.startsWith('- ')) throw new NotPlain()
  return null
}

/** A `|` text: every deeper line, its own indentation kept beyond the first line's. */
function readText(cursor: Cursor, parent: number, end: string): string {
  const first = cursor.lines[cursor.at] ?? ''
  const indent = first.length - first.trimStart().length
  if (first.trim() === '' || indent <= parent) throw new NotPlain()
  const lines: string[] = []
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = cursor.lines[cursor.at] ?? ''
    if (line.trim() === '' && line.length > indent) throw new NotPlain()
    if (line.trim() !== '' && line.length - line.trimStart().length < indent) break
    lines.push(line.slice(indent))
  }
  return lines.join('\n').replace(/\n+$/, '') + end
}
