// `backup FILE`: a copy of the embedded store and of what editors published, while the server runs. `backup restore FILE`: puts one in the place of a store that is gone.
import { loadConfig, WrongSettings } from '../config'
import { overlayDir } from '../open-overlay'
import { backUp, CannotCopy, restore } from '../store/back-up'

/** What is said of what editors published; a number of files is more than none. */
const PUBLISHED: Readonly<Record<string, string>> = {
  0: 'Editors have published nothing.',
  none: 'Editors had published nothing.',
  'put-back': 'What editors published is with it.',
  'were-there': 'What editors published was there already and stays as it is.',
}

const USAGE = 'backup FILE | backup restore FILE'

/** Run where the server runs, with its settings. Gives 0 when done, 1 when it could not be, 2 on wrong usage, 78 for wrong settings. */
export async function backup(args: readonly string[]): Promise<number> {
  const [file, isRestore] = args[0] === 'restore' ? [args[1], true] : [args[0], false]
  if (file === undefined || args.length > (isRestore ? 2 : 1)) {
    console.error(USAGE)
    return 2
  }
  try {
    const config = loadConfig(process.env)
    if (config.DATABASE_URL !== undefined) throw new CannotCopy('PostgreSQL is copied with its own tools: see docs/running.md.')
    const copying = { folder: config.DATA_DIR, published: overlayDir(config) }
    const { conversations, handoffs, files } = isRestore ? restore(file, copying) : backUp(copying, file)
    console.log(
      `${isRestore ? 'Restored' : 'Copied'}: ${conversations} conversations, ${handoffs} cases. ${PUBLISHED[files] ?? PUBLISHED['put-back']} The keys are not in it: keep SEND_KEYS apart.`,
    )
    return 0
  } catch (fault) {
    if (!(fault instanceof WrongSettings || fault instanceof CannotCopy)) throw fault
    console.error(fault.message)
    return fault instanceof WrongSettings ? 78 : 1
  }
}
