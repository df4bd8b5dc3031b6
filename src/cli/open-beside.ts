// The store for a command, beside a server that works on it or not.
import { join } from 'node:path'
import { chooseStore } from '../choose-store'
import type { Config } from '../config'
import { openStoreBeside } from '../store/open-store'
import type { Store } from '../store/port'

/** @throws NoDatabase */
export async function openBeside(config: Config): Promise<Store> {
  return config.DATABASE_URL === undefined ? openStoreBeside(join(config.DATA_DIR, 'store.db')) : chooseStore(config)
}
