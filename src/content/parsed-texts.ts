// Keeps what the YAML texts of the pack were parsed into, in a file beside the build, so that an unchanged text is parsed once.
import { hash, randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type Yaml from 'yaml'

export interface ParsedTexts {
  /** What a YAML text holds, as plain JSON. @throws the fault of a text that is not YAML */
  read(text: string): unknown
  /** Writes the file anew with the texts read since it was opened, when any was not in it; where it cannot be written, nothing happens. */
  keep(): void
}

/** The kept texts for a pack, beside the build that `code` (this folder) belongs to; only the project's own pack changes what is kept. */
export function parsedTextsFor(dir: string, code = __dirname): ParsedTexts {
  const above = join(code, '../..')
  const build = basename(above) === 'dist' ? above : join(above, 'dist')
  const texts = openParsedTexts(join(build, 'parsed-texts.json'))
  return resolve(dir) === join(build, '../content') ? texts : { ...texts, keep: () => undefined }
}

/** The texts kept in a file; none when it is missing or spoilt. */
export function openParsedTexts(file: string): ParsedTexts {
  const kept = readKept(file)
  const used = new Map<string, unknown>()
  let parsedAny = false
  return {
    read: (text) => {
      const key = keyOf(text)
      const hit = kept.get(key)
      const value = hit === undefined ? parseText(text) : hit
      parsedAny ||= hit === undefined
      used.set(key, value)
      return value
    },
    keep: () => {
      if (parsedAny) replace(file, JSON.stringify(Object.fromEntries(used)))
    },
  }
}

/** What a YAML text holds, as plain JSON: just what is read back when it was kept. @throws the fault of a text that is not YAML */
export function parseText(text: string): unknown {
  return JSON.parse(JSON.stringify(parser().parse(text))) as unknown
}

/** Loaded only for a text that is not kept: loading it takes longer than reading everything that is. */
function parser(): typeof Yaml {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at every start
  return require('yaml') as typeof Yaml
}

let version: string | undefined

/** Another version of the parser may read a text differently, so it is part of the key. */
function keyOf(text: string): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- read with the first text, not at import
  version ??= (require('yaml/package.json') as { version: string }).version
  return hash('sha256', `${version}\n${text}`)
}

function readKept(file: string): ReadonlyMap<string, unknown> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return new Map(typeof kept === 'object' && kept !== null ? Object.entries(kept) : [])
  } catch {
    return new Map()
  }
}

/** All or nothing: a reader at the same moment finds the old file or the new one. */
function replace(file: string, body: string): void {
  const fresh = `${file}.${randomUUID()}`
  try {
    writeFileSync(fresh, body)
    renameSync(fresh, file)
  } catch {
    remove(fresh)
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // what cannot be written cannot be left behind either
  }
}
