// The words of the page as the content pack has them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readStrings } from '../../src/web/view/strings'
import type { Strings } from '../../src/web/view/strings'

const FILE = join(__dirname, '..', '..', 'content', 'messages', 'web.yaml')

export function webMessages(): Record<string, { readonly text: string }> {
  return parse(readFileSync(FILE, 'utf8')) as Record<string, { text: string }>
}

export function webStrings(): Strings {
  const messages = webMessages()
  return readStrings((id) => messages[id]?.text ?? `missing ${id}`)
}
