// `handoff-schema`: writes docs/schemas/send-handoff-1.schema.json, the published form of what an adviser is given.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { summaryJsonSchema } from '../handoff/summary-schema'
import { projectRoot } from '../project-root'

/** Writes the schema. Gives exit code 2 for flags, which it has none of. */
export function writeHandoffSchema(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error('handoff-schema')
    return Promise.resolve(2)
  }
  const folder = join(projectRoot, 'docs', 'schemas')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'send-handoff-1.schema.json'), summaryJsonSchema())
  return Promise.resolve(0)
}
