// Opens what everything else stands on: content with what an editor published over it, log, figures, store and model.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { chooseStore } from './choose-store'
import { WrongSettings, type Config } from './config'
import { loadPack } from './content/load'
import type { Pack } from './content/pack'
import { MESSAGE_KINDS } from './content/schema/message'
import { words } from './content/wording'
import { createCrisisReader, type CrisisReader } from './crisis-reader'
import { createLog, type Log } from './log'
import { captureConsole, type CapturedConsole } from './log-console'
import { logCrashes } from './log-crash'
import { createMetrics, type Metrics } from './metrics'
import { openOverlay, type Overlay } from './open-overlay'
import { contentDir } from './project-root'
import type { Store } from './store/port'
import { buildPackModel } from './topic-finder'

/** What everything stands on. */
export interface Ground {
  /** As it is now: an editor's change is in it at once. */
  readonly pack: Pack
  readonly overlay: Overlay
  readonly crisisReader: CrisisReader
  readonly say: (id: string, vars?: Record<string, string>) => string
  readonly log: Log
  readonly metrics: Metrics
  readonly console: CapturedConsole
  readonly store: Store
  readonly model: Awaited<ReturnType<typeof buildPackModel>>
}

/** Reads the content, opens the store and the log, builds what is missing. @throws PackFaults, WrongSettings, NoDatabase */
export async function openGround(config: Config): Promise<Ground> {
  const base = loadPack(contentDir)
  if (config.DATABASE_URL === undefined) makeFolder(config.DATA_DIR)
  const metrics = createMetrics(createLog(), MESSAGE_KINDS)
  const { log } = metrics
  const console = captureConsole(log)
  logCrashes(log)
  const store = await chooseStore(config)
  const overlay = openOverlay(config, base, log)
  const pack = overlay.editions.live
  const say: Ground['say'] = (id, vars = {}) => words(pack, id, { voice: 'parent', vars }).text.trim()
  return { pack, overlay, crisisReader: createCrisisReader(pack), say, log, metrics, console, store, model: await buildPackModel() }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.W_OK)
  } catch {
    throw new WrongSettings(['DATA_DIR'])
  }
}
