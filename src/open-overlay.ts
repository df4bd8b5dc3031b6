// Joins what editors publish to this deployment: where it lies, and reading it again so that every instance has it.
import { join } from 'node:path'
import type { Config } from './config'
import { openEditions, type Editions } from './content/overlay/editions'
import type { Pack } from './content/pack'
import type { Log } from './log'

/** Milliseconds until another instance, or the command line, is heard. */
const READ_AGAIN = 30_000

export interface Overlay {
  readonly base: Pack
  readonly dir: string
  readonly editions: Editions
  stop(): Promise<void>
}

/** The folder in which editors' versions lie; several instances share it. */
export function overlayDir({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string {
  return join(DATA_DIR, 'content-overlay')
}

/** @throws PackFaults */
export function openOverlay(config: Pick<Config, 'DATA_DIR'>, base: Pack, log: Pick<Log, 'failure'>): Overlay {
  const dir = overlayDir(config)
  const editions = openEditions(base, dir)
  const timer = setInterval(() => {
    try {
      editions.refresh()
    } catch (fault) {
      log.failure('other', fault)
    }
  }, READ_AGAIN)
  timer.unref()
  return { base, dir, editions, stop: async () => clearInterval(timer) }
}
