// The file of one council as it is live: the overlay's where an editor published one, else the repository's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Yaml from 'yaml'
import { parseYaml, FaultList } from '../read-file'
import { readVersions } from './read-overlay'

export function councilFile(id: string): string {
  return `councils/${id}.yaml`
}

/** The text of a council's file. @throws Error when there is none, PackFaults when the overlay is broken */
export function councilText(contentDir: string, dir: string, id: string): string {
  return readVersions(dir).at(-1)?.files.get(councilFile(id)) ?? readFileSync(join(contentDir, councilFile(id)), 'utf8')
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
