// Copies of the one SQLite file: taken while the service runs, as of one moment, and looked at before they are trusted.
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { keepFiles, putBackFiles } from './back-up-files'

/** The copy, or the file that it would replace, is not as it has to be; says what is wrong in our own words. */
export class CannotCopy extends Error {
  override readonly name = 'CannotCopy'
}

export interface Copied {
  readonly conversations: number
  readonly handoffs: number
}

/** What is copied and where it lies: the data folder, and the folder of what editors publish. */
export interface Copying {
  readonly folder: string
  readonly published: string
}

/** Writes a copy of the store, with what editors published, to the new file `to` (mode 0600), whole or not at all. What is sealed stays sealed. @throws CannotCopy */
export function backUp({ folder, published }: Copying, to: string): Copied & { readonly files: number } {
  const from = join(folder, 'store.db')
  if (!existsSync(from)) throw new CannotCopy('There is no store in the data folder.')
  if (existsSync(to)) throw new CannotCopy('That file is there already.')
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(from, { timeout: 5000 })
  const fresh = `${to}.part`
  rmSync(fresh, { force: true })
  try {
    database.prepare('VACUUM INTO ?').run(fresh)
    chmodSync(fresh, 0o600)
    const files = keepFiles(fresh, published)
    const copied = look(fresh)
    renameSync(fresh, to)
    return { ...copied, files }
  } finally {
    database.close()
    rmSync(fresh, { force: true })
  }
}

/** Puts a copy in the place of a store that is gone; never over one that is there, nor over what editors published. The service must not run. @throws CannotCopy */
export function restore(from: string, { folder, published }: Copying): Copied & { readonly files: ReturnType<typeof putBackFiles> } {
  const to = join(folder, 'store.db')
  if (!existsSync(from)) throw new CannotCopy('There is no such file.')
  if (existsSync(to)) throw new CannotCopy('There is a store in the data folder. Move it away first.')
  const copied = look(from)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const beside of ['-wal', '-shm']) rmSync(`${to}${beside}`, { force: true })
  copyFileSync(from, to)
  chmodSync(to, 0o600)
  try {
    return { ...copied, files: putBackFiles(to, published) }
  } catch {
    rmSync(to, { force: true })
    throw new CannotCopy('What editors published could not be put back beside it. Nothing was restored.')
  }
}

/** @throws CannotCopy when it is no store, or is damaged */
function look(file: string): Copied {
  const database = openToRead(file)
  try {
    if (database.prepare('PRAGMA integrity_check').get()?.['integrity_check'] !== 'ok') throw new Error('damaged')
    const count = (table: string): number => Number(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.['n'])
    return { conversations: count('conversations'), handoffs: count('handoffs') }
  } catch {
    throw new CannotCopy('The file is no store of this service, or is damaged.')
  } finally {
    database.close()
  }
}

function openToRead(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true })
  } catch {
    throw new CannotCopy('The file cannot be read.')
  }
}
