// Publishes a version of the overlay: the whole of it is written beside the others and put in place in one step.
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Pack } from '../pack'
import { councilsOver } from './edition'
import { checksumOf, folderOf, readVersions, withdrawnIn } from './read-overlay'
import { manifest, type Manifest, type Person } from './shapes'

/** What is published: the files after the change, and what the record says of it. */
export interface Publication extends Pick<Manifest, 'what' | 'about' | 'reason' | 'publishedBy' | 'recall'> {
  readonly writtenBy: readonly Person[]
  /** From the files that stand over content/ now to those that are to stand there. */
  readonly change: (files: ReadonlyMap<string, string>) => ReadonlyMap<string, string>
}

const TRIES = 5

/** The number of the new version. @throws PackFaults for files that do not fit, Error when the folder cannot be written */
export function publish(base: Pack, dir: string, publication: Publication, at: number): number {
  for (let tried = 1; ; tried += 1) {
    try {
      return publishOnce(base, dir, publication, at)
    } catch (fault) {
      if (tried === TRIES || !isTaken(fault)) throw fault
    }
  }
}

function publishOnce(base: Pack, dir: string, { change, ...said }: Publication, at: number): number {
  const last = readVersions(dir).at(-1)
  const number = (last?.manifest.number ?? 0) + 1
  const files = change(last?.files ?? new Map())
  councilsOver(base, files, 'read')
  withdrawnIn(files.get('withdrawn.yaml') ?? '{}')
  const head = manifest.parse({
    format: 1,
    number,
    at: new Date(at).toISOString(),
    ...said,
    over: base.version,
    before: last?.checksum ?? null,
    files: Object.fromEntries([...files].map(([file, text]) => [file, checksumOf(text)])),
  })
  const fresh = join(dir, `.new-${randomUUID()}`)
  try {
    writeFiles(fresh, new Map([...files, ['manifest.json', `${JSON.stringify(head, null, 2)}\n`]]))
    renameSync(fresh, join(dir, folderOf(number)))
  } catch (fault) {
    rmSync(fresh, { recursive: true, force: true })
    throw fault
  }
  return number
}

function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, text, { mode: 0o400, flush: true })
  }
}

/** Somebody else published in the same moment: a folder that holds something is never replaced. */
function isTaken(fault: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((fault as NodeJS.ErrnoException).code ?? '')
}
