// `retention show`: how long what is kept, for whom. `retention run`: deletes now what has been kept long enough; the server does so every ten minutes. `retention page`: writes the table for the papers.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { londonNow } from '../clock'
import { chooseStoreBeside, NoDatabase } from '../choose-store'
import { loadConfig, WrongSettings, type Config } from '../config'
import { loadPack } from '../content/load'
import { handoffLimits } from '../handoff/retention'
import { contentDir, projectRoot } from '../project-root'
import { retentionOf, WrongRetention } from '../read-retention'
import { lastDayKept, type Retained } from '../rules/retention'
import type { Store } from '../store/port'
import { periodLines } from './period-lines'
import { retentionPage } from './retention-page'

const USAGE = 'retention show | retention run | retention page'

/** Run where the server runs, with its settings, while it runs or not. Gives 0 when done, 2 on wrong usage, 78 for wrong settings. */
export async function retention(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args
  if ((what !== 'show' && what !== 'run' && what !== 'page') || rest.length > 0) {
    console.error(USAGE)
    return 2
  }
  if (what === 'page') {
    writeFileSync(join(projectRoot, 'docs', 'assurance', 'retention.md'), retentionPage())
    return 0
  }
  try {
    const config = loadConfig(process.env)
    const { councils } = loadPack(contentDir)
    const { retained } = retentionOf(config.RETENTION_FILE, (id) => councils.has(id))
    await (what === 'show' ? show(retained) : run(config, retained))
    return 0
  } catch (fault) {
    if (!(fault instanceof WrongSettings || fault instanceof WrongRetention || fault instanceof NoDatabase)) throw fault
    console.error(fault.message)
    return 78
  }
}

async function show(retained: readonly Retained[]): Promise<void> {
  for (const { whose, periods } of retained) {
    const who = whose === 'everybody' || 'except' in whose ? 'Everybody' : whose.only.join(', ')
    console.log([`${who}:`, ...periodLines(periods).map(({ what, howLong, from }) => `  ${what}: ${howLong} ${from}`)].join('\n'))
  }
}

async function run(config: Config, retained: readonly Retained[]): Promise<void> {
  const store = await chooseStoreBeside(config)
  try {
    for (const one of retained) await sweep(store, one, Date.now())
    console.log('Deleted what has been kept long enough.')
  } finally {
    await store.close()
  }
}

async function sweep(store: Store, retained: Retained, now: number): Promise<void> {
  const { whose, periods } = retained
  const { today } = londonNow(new Date(now))
  const more = { whose, countsUntil: lastDayKept(today, periods.events) }
  const rows = await store.handoffs.sweep(handoffLimits(retained, now))
  const swept = await store.sweep(now - periods.conversation, lastDayKept(today, periods.questions), more)
  const who = whose === 'everybody' ? 'everybody' : 'only' in whose ? whose.only.join(', ') : 'all others'
  console.log(
    `${who}: ${swept.conversations} conversations, ${swept.entries} messages, ${swept.states} memories, ${swept.questions} questions, ${rows} rows of cases`,
  )
}
