// `teams-package --council ID [--out FILE]`: writes the app package that an administrator uploads to Teams.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig, WrongSettings } from '../config'
import { loadPack } from '../content/load'
import { contentDir, projectRoot } from '../project-root'
import { packageApp } from './teams-package/package-app'

const USAGE = 'teams-package --council ID [--out FILE]'

/** With the settings of the server. Gives 0 when it is written, 2 on wrong usage. */
export async function teamsPackage(args: readonly string[]): Promise<number> {
  const { council: id, out } = valuesOf(args) ?? {}
  const { councils } = loadPack(contentDir)
  const council = councils.get(id ?? '')
  if (id === undefined || !council) return wrongUsage(id === undefined ? USAGE : `There is no council ${id}.`)
  const needed = settings()
  if (typeof needed === 'string') return wrongUsage(needed)
  const file = resolve(out ?? `common-ground-${id}.zip`)
  const template = readFileSync(join(projectRoot, 'deploy', 'teams', 'manifest.template.json'), 'utf8')
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
  writeFileSync(file, packageApp(template, { council: id, councilName: council.name, version, ...needed }))
  console.log(`Written: ${file}\nUpload it in the Teams admin center, or to one team first. docs/teams.md says how.`)
  return 0
}

function valuesOf(args: readonly string[]): { readonly council?: string; readonly out?: string } | null {
  try {
    return parseArgs({ args: [...args], options: { council: { type: 'string' }, out: { type: 'string' } } }).values
  } catch {
    return null
  }
}

/** What is missing, as a sentence. */
function settings(): { readonly appId: string; readonly publicUrl: string } | string {
  try {
    const { MicrosoftAppId: appId, PUBLIC_URL: publicUrl } = loadConfig(process.env)
    if (appId === undefined || publicUrl === undefined || !publicUrl.startsWith('https:'))
      return 'MicrosoftAppId and PUBLIC_URL (https) have to be set: they stand in the package.'
    return { appId, publicUrl }
  } catch (fault) {
    if (fault instanceof WrongSettings) return fault.message
    throw fault
  }
}

function wrongUsage(words: string): number {
  console.error(words)
  return 2
}
