// `fact-coverage`: writes docs/fact-coverage.md, which topic says which fact of the source documents.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { factCoverage, factCoverageDocument } from '../content/fact-coverage'
import { loadFactSources } from '../content/load-fact-sources'
import { contentDir, projectRoot } from '../project-root'

/** Writes the table and names every gap. Gives exit code 1 when there is one, 2 for flags, which it has none of. */
export function writeFactCoverage(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error('fact-coverage')
    return Promise.resolve(2)
  }
  const sources = loadFactSources(contentDir)
  writeFileSync(join(projectRoot, 'docs', 'fact-coverage.md'), factCoverageDocument(sources))
  const { faults } = factCoverage(sources)
  for (const fault of faults) console.error(fault)
  return Promise.resolve(faults.length === 0 ? 0 : 1)
}
