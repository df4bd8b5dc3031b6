// `requirements`: writes docs/assurance/requirements.md and docs/promises.md, each line with the tests that show it, and names every gap.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '../project-root'
import { PROMISES_HEAD, readRequirements, requirementFaults, requirementsPage, type Requirements } from './requirements-page'

/** Gives exit code 1 when something is missing, 2 for flags, which it has none of. */
export async function writeRequirements(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error('requirements')
    return 2
  }
  const [requirements, promises] = [loadRequirements(), loadPromises()]
  writeFileSync(join(projectRoot, 'docs', 'assurance', 'requirements.md'), requirementsPage(requirements))
  writeFileSync(join(projectRoot, 'docs', 'promises.md'), requirementsPage(promises, PROMISES_HEAD))
  const faults = [requirements, promises].flatMap((one) => requirementFaults(one, readInProject))
  for (const fault of faults) console.error(fault)
  return faults.length === 0 ? 0 : 1
}

/** @throws ZodError */
export function loadRequirements(): Requirements {
  return readRequirements(parse(readInProject('docs/assurance/requirements.yaml') ?? ''))
}

/** @throws ZodError */
export function loadPromises(): Requirements {
  return readRequirements(parse(readInProject('docs/promises.yaml') ?? ''))
}

/** Text of a file of the project, null where there is none. */
export function readInProject(path: string): string | null {
  const file = join(projectRoot, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
