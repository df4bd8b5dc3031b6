// `doctor`: looks at everything a start needs, says what is well and what is not, and changes nothing. Never prints a setting's value.
import { accessSync, constants, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { chooseStoreBeside, NoDatabase } from '../choose-store'
import { londonNow } from '../clock'
import { loadConfig, type Config } from '../config'
import { loadPack } from '../content/load'
import { receiversOf } from '../open-handoffs'
import { contentDir } from '../project-root'
import { retentionOf } from '../read-retention'
import { daysBetween } from '../rules/calendar-date'
import { parseKeys } from '../store/key-ring'

const NODE = 24
/** The official list of bank holidays is fetched anew long before it ends. */
const ENOUGH_HOLIDAYS = 180

interface Finding {
  readonly what: string
  /** Null: well. */
  readonly fault: string | null
  readonly note?: string
}

/** Run where the server runs, with its settings, while it runs or not. Gives 0 when all is well, 1 when something is not. */
export async function doctor(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error('doctor')
    return 2
  }
  const settings = await look('settings', () => loadConfig(process.env))
  const findings: Finding[] = [nodeVersion(), told(settings), ...content()]
  if (settings.value !== null) findings.push(...(await surroundings(settings.value)))
  for (const { what, fault, note } of findings) console.log(`${fault === null ? 'well ' : 'WRONG'}  ${what}${tail(fault ?? note)}`)
  return findings.every(({ fault }) => fault === null) ? 0 : 1
}

const tail = (words: string | undefined): string => (words === undefined ? '' : `: ${words}`)

interface Looked<T> extends Finding {
  readonly value: T | null
}

async function look<T>(what: string, get: () => T | Promise<T>): Promise<Looked<T>> {
  try {
    return { what, fault: null, value: await get() }
  } catch (fault) {
    return { what, fault: fault instanceof Error ? fault.message : 'it failed', value: null }
  }
}

function told<T>({ what, fault }: Looked<T>): Finding {
  return { what, fault }
}

function nodeVersion(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return { what: `Node ${process.versions.node}`, fault: major >= NODE ? null : `Node ${NODE} is needed` }
}

function content(): readonly Finding[] {
  try {
    const pack = loadPack(contentDir)
    const left = daysBetween(londonNow().today, pack.bankHolidays.until)
    return [
      { what: 'content pack', fault: null, note: `version ${pack.version}` },
      {
        what: 'bank holidays',
        fault: left < ENOUGH_HOLIDAYS ? `the list ends in ${left} days: cg bank-holidays` : null,
        note: `${left} days left`,
      },
    ]
  } catch (fault) {
    return [{ what: 'content pack', fault: fault instanceof Error ? fault.message : 'it failed' }]
  }
}

async function surroundings(config: Config): Promise<readonly Finding[]> {
  const looked = [
    await look('data folder', () => (config.DATABASE_URL === undefined ? mayWrite(config.DATA_DIR) : undefined)),
    await look('store', () => tryStore(config)),
    await look('keys', () => void (config.SEND_KEYS !== undefined && parseKeys(config.SEND_KEYS))),
    await look('receivers', () => void receiversOf(config)),
    await look('retention', () => void retentionOf(config.RETENTION_FILE, () => true)),
    await look(`port ${config.PORT}`, () => isFree(config)),
  ]
  return looked.map(told)
}

function mayWrite(folder: string): void {
  let there = resolve(folder)
  while (!existsSync(there)) there = dirname(there)
  try {
    accessSync(there, constants.W_OK)
  } catch {
    throw new Error('it cannot be written: DATA_DIR')
  }
}

async function tryStore(config: Config): Promise<void> {
  const isThere = config.DATABASE_URL !== undefined || existsSync(resolve(config.DATA_DIR, 'store.db'))
  if (!isThere) return
  try {
    const store = await chooseStoreBeside(config)
    const isWritable = await store.isWritable()
    await store.close()
    if (!isWritable) throw new NoDatabase('it cannot be written')
  } catch (fault) {
    throw fault instanceof NoDatabase ? fault : new Error('it cannot be opened')
  }
}

/** A server that already runs here holds its port, and that is well. */
async function isFree({ HOST, PORT }: Config): Promise<void> {
  const server = createServer()
  const busy = await new Promise<boolean>((decide) => {
    server.once('error', () => decide(true))
    server.listen(PORT, HOST, () => decide(false))
  })
  await new Promise((done) => server.close(done))
  if (busy && !(await isOurs(HOST, PORT))) throw new Error('another program has it')
}

async function isOurs(host: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host}:${port}/version`, { signal: AbortSignal.timeout(2000) })
    return ((await answer.json()) as { name?: string }).name === 'common-ground'
  } catch {
    return false
  }
}
