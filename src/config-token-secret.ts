// The secret that signs the chats' tokens: from the settings, or made once and kept beside the store, so that tokens outlive a restart.
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config'

/** The signing secret, at least 32 characters. `random` makes a new one. Throws when the folder cannot be written. */
export function tokenSecret(config: Pick<Config, 'TOKEN_SECRET' | 'DATA_DIR'>, random: () => string): string {
  if (config.TOKEN_SECRET) return config.TOKEN_SECRET
  const path = join(config.DATA_DIR, 'token-secret')
  return kept(path) ?? make(path, config.DATA_DIR, random())
}

function kept(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    chmodSync(path, 0o600)
    return secret.length >= 32 ? secret : null
  } catch {
    return null
  }
}

/** Written aside and linked into place, so that two servers starting at once agree on one. */
function make(path: string, folder: string, secret: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, `${secret}\n`, { mode: 0o600 })
  try {
    linkSync(aside, path)
  } catch {
    if (kept(path) === null) writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  } finally {
    rmSync(aside, { force: true })
  }
  return kept(path) ?? secret
}
