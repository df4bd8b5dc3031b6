// `desk link-code --organisation ID`: a one-time code for a channel in Teams. `desk corrections`: what staff say is wrong with the content.
import { parseArgs } from 'node:util'
import { chooseTeamsStore, NoDatabase } from '../choose-store'
import { loadConfig, WrongSettings, type Config } from '../config'
import { loadPack } from '../content/load'
import { contentDir } from '../project-root'
import { inThrees } from '../rules/handoff/reference'
import { hashLinkCode, LINK_CODE_LIFE, newLinkCode } from '../store/link-code'
import { openKeyRing } from '../store/open-key-ring'
import type { TeamsStore } from '../store/teams-port'

const USAGE = 'desk link-code --organisation ID | desk corrections'

/** Run where the server runs, with its settings, while it runs or not. Gives 0 when done, 2 on wrong usage. */
export async function desk(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args
  if (what === 'corrections' && rest.length === 0) return beside(printCorrections)
  const organisation = what === 'link-code' ? organisationOf(rest) : null
  if (organisation === null) return wrongUsage(USAGE)
  const { desks } = loadPack(contentDir)
  if (!desks.has(organisation)) return wrongUsage(`There is no such desk. There are: ${[...desks.keys()].join(', ')}`)
  return beside((store, config) => printCode(store, config, organisation))
}

function organisationOf(args: readonly string[]): string | null {
  try {
    return parseArgs({ args: [...args], options: { organisation: { type: 'string' } } }).values.organisation ?? null
  } catch {
    return null
  }
}

async function beside(work: (store: TeamsStore, config: Config) => Promise<void>): Promise<number> {
  try {
    const config = loadConfig(process.env)
    const store = await chooseTeamsStore(config)
    await work(store, config).finally(() => store.close())
    return 0
  } catch (fault) {
    if (fault instanceof WrongSettings || fault instanceof NoDatabase) return wrongUsage(fault.message)
    throw fault
  }
}

async function printCode(store: TeamsStore, config: Config, organisation: string): Promise<void> {
  const { ring } = openKeyRing({ keys: config.SEND_KEYS, profile: config.PROFILE, dataDir: config.DATA_DIR })
  const code = newLinkCode()
  await store.addCode(hashLinkCode(ring, code), organisation, Date.now() + LINK_CODE_LIFE)
  console.log(
    `Type this in the channel, within 15 minutes:\n\n  link ${inThrees(code)}\n\nIt works once, and links that channel to ${organisation}.`,
  )
}

async function printCorrections(store: TeamsStore): Promise<void> {
  const all = await store.corrections()
  if (all.length === 0) console.log('Nothing has been said to be wrong.')
  for (const { at, topic, packVersion, organisation, text } of all)
    console.log(`${new Date(at).toISOString().slice(0, 10)}  ${topic ?? '(no passage)'}  ${packVersion}  ${organisation}\n  ${text}`)
}

function wrongUsage(text: string): number {
  console.error(text)
  return 2
}
