// Every regular expression of the sources, and texts that make a careless one think for ever.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../src/project-root'

export interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** Literals of src and dialogs, each once. */
export function allPatterns(): readonly Pattern[] {
  const found = new Map<string, Pattern>()
  for (const folder of ['src', 'dialogs']) {
    const names = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    for (const name of names.sort()) for (const one of patternsIn(join(folder, name))) found.set(`/${one.source}/${one.flags}`, one)
  }
  return [...found.values()]
}

function patternsIn(file: string): readonly Pattern[] {
  const found: Pattern[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, walk)
  }
  walk(ts.createSourceFile(file, readFileSync(join(projectRoot, file), 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}

const PIECES = [
  'a',
  '0',
  ' ',
  '-',
  '.',
  '/',
  '@',
  '\n',
  'a ',
  '1 ',
  'a.',
  'a@',
  '0-',
  '[',
  '(',
  '{',
  '<',
  '"',
  "'",
  '<a',
  '{{',
  '](',
  ', ',
  'Ab ',
  'é',
  '€',
  'a,',
  'http://a',
  '##',
  '\\',
  '=',
  ';',
]

/** Hostile texts of `length` characters: one piece again and again, with an end that fits and one that does not. The pattern's own words are among the pieces. */
export function hostileTexts({ source }: Pattern, length: number): readonly string[] {
  const own = (source.match(/[A-Za-z]{2,}|[^\w\s\\]/g) ?? []).filter((word) => !/^(?:bdDwWsSnrtpu|Lu|Ll)$/.test(word))
  const pieces = [...new Set([...PIECES, ...own.slice(0, 12)])]
  return pieces.flatMap((piece) => {
    const body = piece.repeat(Math.ceil(length / piece.length)).slice(0, length - 1)
    return [`${body}\u0000`, `x${body}`]
  })
}
