// The store for a command, beside servers that work on it or not.
import { chooseStoreBeside } from '../choose-store'
import type { Config } from '../config'
import type { Store } from '../store/port'

/** @throws NoDatabase */
export async function openBeside(config: Config): Promise<Store> {
  return chooseStoreBeside(config)
}
