// Files that belong to a copy of the store and lie beside it, such as what editors published: kept in a table of the copy, so that the copy stays one file.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

interface KeptFile {
  /** Below the folder, with `/`. */
  readonly path: string
  readonly mode: number
  readonly bytes: Uint8Array
}

/** Writes every file of a folder into a copy, but what begins with a dot: it is not finished. Gives how many. */
export function keepFiles(copy: string, folder: string): number {
  const files = filesIn(folder)
  const database = new DatabaseSync(copy)
  try {
    database.exec('CREATE TABLE kept_files(path TEXT PRIMARY KEY, mode INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT')
    const insert = database.prepare('INSERT INTO kept_files(path, mode, bytes) VALUES (?, ?, ?)')
    for (const { path, mode, bytes } of files) insert.run(path, mode, bytes)
  } finally {
    database.close()
  }
  return files.length
}

/** Takes the files of a copy out of it, and puts them into a folder that holds none; one that holds some stays as it is. */
export function putBackFiles(copy: string, folder: string): 'put-back' | 'were-there' | 'none' {
  const files = takeOut(copy)
  if (files.length === 0) return 'none'
  if (namesIn(folder).length > 0) return 'were-there'
  const fresh = join(folder, `.new-${randomUUID()}`)
  try {
    for (const { path, mode, bytes } of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true, mode: 0o700 })
      writeFileSync(join(fresh, path), bytes, { mode: mode & 0o777, flush: true })
    }
    for (const name of namesIn(fresh)) renameSync(join(fresh, name), join(folder, name))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return 'put-back'
}

function filesIn(folder: string): readonly KeptFile[] {
  const inside = (at: string): readonly KeptFile[] =>
    namesIn(at).flatMap((name) => {
      const path = join(at, name)
      if (statSync(path).isDirectory()) return inside(path)
      return [{ path: relative(folder, path).replaceAll('\\', '/'), mode: statSync(path).mode & 0o777, bytes: readFileSync(path) }]
    })
  return inside(folder)
}

/** In order; none where there is no folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fault
  }
}

/** A path that leads out of the folder is nobody's but a forger's. */
const INSIDE = /^[a-z0-9][\w-]*(?:\.\w+)?(?:\/[a-z0-9][\w-]*(?:\.\w+)?)*$/

function takeOut(copy: string): readonly KeptFile[] {
  const database = new DatabaseSync(copy)
  try {
    if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kept_files'").get()) return []
    const rows = database.prepare('SELECT path, mode, bytes FROM kept_files ORDER BY path').all()
    database.exec('DROP TABLE kept_files')
    return rows
      .map(({ path, mode, bytes }) => ({ path: String(path), mode: Number(mode), bytes: bytes as Uint8Array }))
      .filter(({ path }) => INSIDE.test(path))
  } finally {
    database.close()
  }
}
