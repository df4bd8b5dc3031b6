// Reads what editors have published: one folder a version, never changed, each with the checksums of its files and of the manifest before it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultList, parseYaml, validate } from '../read-file'
import { PackFaults, type PackFault } from '../faults'
import { manifest, withdrawnTopics, type Manifest, type Withdrawal } from './shapes'

export interface OverlayVersion {
  readonly manifest: Manifest
  /** The checksum of the manifest, for the next one. */
  readonly checksum: string
  /** The text of each file that stands over content/. */
  readonly files: ReadonlyMap<string, string>
  readonly withdrawn: ReadonlyMap<string, Withdrawal>
}

/** The folder of a version: `000012`. */
export function folderOf(number: number): string {
  return String(number).padStart(6, '0')
}

export function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The numbers of the versions in a folder, in order; none where there is no folder. @throws Error when the folder cannot be read */
export function versionsIn(dir: string): readonly number[] {
  try {
    return readdirSync(dir)
      .filter((name) => /^\d{6}$/.test(name))
      .map(Number)
      .sort((a, b) => a - b)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fault
  }
}

/** One version. @throws PackFaults when it is not what was published */
export function readVersion(dir: string, number: number): OverlayVersion {
  const folder = folderOf(number)
  const faults = new FaultList()
  const text = textOf(join(dir, folder, 'manifest.json'), `${folder}/manifest.json`)
  const read = validate(faults, `${folder}/manifest.json`, [], manifest, jsonOf(text))
  if (read === null || read.number !== number) throw new PackFaults([...faults.faults, ...wrong(`${folder}/manifest.json`)])
  const files = new Map<string, string>()
  for (const [file, checksum] of Object.entries(read.files)) {
    const content = textOf(join(dir, folder, file), `${folder}/${file}`)
    if (checksumOf(content) !== checksum) throw new PackFaults(wrong(`${folder}/${file}`))
    files.set(file, content)
  }
  const withdrawn = withdrawnIn(files.get('withdrawn.yaml') ?? '{}')
  return { manifest: read, checksum: checksumOf(text), files, withdrawn }
}

/** The withdrawn topics that a file lists. @throws PackFaults */
export function withdrawnIn(text: string): ReadonlyMap<string, Withdrawal> {
  const faults = new FaultList()
  const read = validate(faults, 'withdrawn.yaml', [], withdrawnTopics, parseYaml({ dir: '', faults }, 'withdrawn.yaml', text))
  if (read === null) throw new PackFaults(faults.faults)
  return new Map(Object.entries(read))
}

/** Every version in order. @throws PackFaults when one is not what was published, or the chain is broken */
export function readVersions(dir: string): readonly OverlayVersion[] {
  const all = versionsIn(dir).map((number) => readVersion(dir, number))
  all.forEach(({ manifest: { before, number } }, at) => {
    if (before !== (all[at - 1]?.checksum ?? null)) throw new PackFaults(wrong(`${folderOf(number)}/manifest.json`))
  })
  return all
}

function textOf(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new PackFaults([{ file, path: '', message: 'is missing' }])
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function wrong(file: string): readonly PackFault[] {
  return [{ file: `content-overlay/${file}`, path: '', message: 'is not what was published: its checksum differs' }]
}
