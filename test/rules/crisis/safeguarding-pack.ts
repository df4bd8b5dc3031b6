// Reads content/safeguarding the way the loader does, for the tests of the crisis rule.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Safeguarding, safeguardingSchema } from '../../../src/content/safeguarding-schema'

const folder = join(__dirname, '../../../content/safeguarding')

export function readSafeguardingFiles(): Record<string, unknown> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return Object.fromEntries(files.map((name) => [name.slice(0, -'.yaml'.length), parse(readFileSync(join(folder, name), 'utf8'))]))
}

export function loadSafeguarding(): Safeguarding {
  return safeguardingSchema.parse(readSafeguardingFiles())
}
