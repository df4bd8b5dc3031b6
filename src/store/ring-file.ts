// The ring of keys in its own file on this machine: a new key goes in front, one that is not needed any more is taken out. Written aside and renamed, so that it is whole at every moment.
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseKeys } from './key-ring'
import { newKey } from './sealed-bytes'

/** `k3:BASE64`, with a name that none of these has. */
export function newEntry(names: readonly string[]): string {
  const next = Math.max(0, ...names.map((name) => Number(/^k(\d{1,6})$/.exec(name)?.[1] ?? 0))) + 1
  return `k${next}:${newKey().toString('base64')}`
}

/** Makes a new current key; gives its name. @throws WrongKeys */
export function addToRing(path: string): string {
  const entry = newEntry(parseKeys(readFileSync(path, 'utf8')).keys.map(({ kid }) => kid))
  write(path, [entry, ...entriesOf(path)])
  return entry.slice(0, entry.indexOf(':'))
}

/** Takes a key out for good: what is still sealed under it can never be opened again. @throws WrongKeys when none would be left */
export function takeOffRing(path: string, kid: string): void {
  write(
    path,
    entriesOf(path).filter((entry) => !entry.startsWith(`${kid}:`)),
  )
}

function entriesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split(',')
    .map((entry) => entry.trim())
}

function write(path: string, entries: readonly string[]): void {
  const text = `${entries.join(',')}\n`
  parseKeys(text)
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(aside, text, { mode: 0o600 })
  renameSync(aside, path)
}
