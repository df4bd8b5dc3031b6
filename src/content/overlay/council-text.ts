// The file of one council as it is live: the overlay's where an editor published one, else the repository's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Yaml from 'yaml'
import { parseYaml, FaultList } from '../read-file'
import { LOCKED } from './edition'
import { readVersions } from './read-overlay'

export function councilFile(id: string): string {
  return `councils/${id}.yaml`
}

/** The text of a council's file, with the name and places that the repository has today. @throws Error when there is none, PackFaults when the overlay is broken */
export function councilText(contentDir: string, dir: string, id: string): string {
  const own = readFileSync(join(contentDir, councilFile(id)), 'utf8')
  const published = readVersions(dir).at(-1)?.files.get(councilFile(id))
  return published === undefined ? own : withNamesOf(own, published)
}

/** A published file with what is locked as the repository's file has it. */
export function withNamesOf(own: string, published: string): string {
  const [repository, values] = [councilValues(own), councilValues(published)]
  const isSame = LOCKED.every((key) => JSON.stringify(repository[key]) === JSON.stringify(values[key]))
  if (isSame) return published
  const locked = LOCKED.filter((key) => repository[key] !== undefined).map((key) => [key, repository[key]])
  const local = Object.entries(values).filter(([key]) => !(LOCKED as readonly string[]).includes(key))
  return councilYaml(Object.fromEntries([...locked, ...local]))
}

/** What a council's file holds, unchecked: the same keys as the file has. */
export function councilValues(text: string): Readonly<Record<string, unknown>> {
  return parseYaml({ dir: '', faults: new FaultList() }, 'council', text) as Readonly<Record<string, unknown>>
}

/** A file of the same shape as the repository's. */
export function councilYaml(values: Readonly<Record<string, unknown>>): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at every start
  const { stringify } = require('yaml') as typeof Yaml
  return `# ${String(values['name'])}: local facts, as editors published them.\n${stringify(values, { lineWidth: 140 })}`
}
