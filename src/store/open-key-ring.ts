// Where the ring of keys comes from: the settings, or on one machine a file that is made once, beside the data and not in it.
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseKeys, WrongKeys, type KeyRing } from './key-ring'
import { newKey } from './sealed-bytes'

export interface KeySettings {
  /** `SEND_KEYS`. */
  readonly keys: string | undefined
  readonly profile: 'local' | 'production'
  readonly dataDir: string
}

export interface OpenedRing {
  readonly ring: KeyRing
  /** Where the keys were made or found on this machine, to be told at every start; null when they were set. */
  readonly madeAt: string | null
}

/** The ring of keys. Keys that are missing in production, or that cannot be used, stop the start. @throws WrongKeys */
export function openKeyRing({ keys, profile, dataDir }: KeySettings): OpenedRing {
  if (keys !== undefined) return { ring: parseKeys(keys), madeAt: null }
  if (profile !== 'local') throw new WrongKeys(['there is no key'])
  const path = join(`${resolve(dataDir)}-keys`, 'ring')
  return { ring: parseKeys(kept(path) ?? make(path)), madeAt: path }
}

/** A file that is there is never written over: what it sealed could not be opened again. */
function kept(path: string): string | null {
  if (!existsSync(path)) return null
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8')
}

/** Written aside and linked into place, so that two servers starting at once agree on one. */
function make(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const aside = `${path}.${process.pid}`
  const made = `k1:${newKey().toString('base64')}\n`
  writeFileSync(aside, made, { mode: 0o600 })
  try {
    linkSync(aside, path)
  } catch {
    // Somebody else was first; or links are not known here, and then it is written unless it is there.
    if (kept(path) === null) writeFileSync(path, made, { mode: 0o600, flag: 'wx' })
  } finally {
    rmSync(aside, { force: true })
  }
  return kept(path) ?? made
}
