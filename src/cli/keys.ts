// `keys list|new|rotate|retire KEY`: the keys that seal what families share. docs/keys.md says in which order.
import { chooseStoreBeside, NoDatabase } from '../choose-store'
import { loadConfig, WrongSettings, type Config } from '../config'
import { keyUses, rotateKeys, type KeyUse } from '../handoff/rotate-keys'
import { WrongKeys } from '../store/key-ring'
import { openKeyRing, type OpenedRing } from '../store/open-key-ring'
import type { Store } from '../store/port'
import { addToRing, newEntry, takeOffRing } from '../store/ring-file'

const USAGE = 'keys list | keys new | keys rotate | keys retire KEY'

interface Given extends OpenedRing {
  readonly store: Store
}

/** Run where the server runs, with its settings, while it runs or not. Gives 0 when done, 1 when something stands in the way, 2 on wrong usage, 78 for wrong settings. */
export async function keys(args: readonly string[]): Promise<number> {
  const [what = '', kid = '', ...rest] = args
  const work = { list, new: make, rotate, retire: async (given: Given) => retire(given, kid) }[what]
  if (work === undefined || rest.length > 0 || (what === 'retire') !== (kid !== '')) {
    console.error(USAGE)
    return 2
  }
  try {
    const config = loadConfig(process.env)
    return await beside(config, work)
  } catch (fault) {
    if (!(fault instanceof WrongSettings || fault instanceof WrongKeys || fault instanceof NoDatabase)) throw fault
    console.error(fault.message)
    return 78
  }
}

async function beside(config: Config, work: (given: Given) => Promise<number>): Promise<number> {
  const opened = openKeyRing({ keys: config.SEND_KEYS, profile: config.PROFILE, dataDir: config.DATA_DIR })
  const store = await chooseStoreBeside(config)
  try {
    return await work({ ...opened, store })
  } finally {
    await store.close()
  }
}

async function list({ store, ring, madeAt }: Given): Promise<number> {
  const uses = await keyUses(store, ring)
  for (const use of uses) console.log(lineOf(use))
  console.log(madeAt === null ? 'The keys come from SEND_KEYS.' : `The keys are in ${madeAt}. Set SEND_KEYS before real families use this.`)
  return uses.every(({ isOnRing }) => isOnRing) ? 0 : 1
}

function lineOf({ kid, isCurrent, isOnRing, records, references }: KeyUse): string {
  const kind = isCurrent ? 'current' : isOnRing ? 'older' : 'NOT HERE: nothing opens these'
  return `${kid}  ${kind}  ${records} records, ${references} references`
}

async function make({ ring, madeAt }: Given): Promise<number> {
  if (madeAt === null) {
    console.log(
      `Put this in front of what SEND_KEYS has, with a comma between, and start the server again:\n\n  ${newEntry(ring.keys.map(({ kid }) => kid))}\n`,
    )
  } else {
    console.log(`${addToRing(madeAt)} is the current key from the next start of the server on. Start it again, then: keys rotate`)
  }
  return 0
}

async function rotate({ store, ring }: Given): Promise<number> {
  const { kid } = ring.current
  const { records, references, left } = await rotateKeys(store, ring, (done) => console.log(`${done} so far`))
  console.log(`Under ${kid} now: ${records} records and ${references} references more.`)
  if (left > 0) console.error(`${left} could not be put under ${kid}. See: keys list`)
  return left === 0 ? 0 : 1
}

/** Refused while anything stands under it: that could never be opened again. */
async function retire({ store, ring, madeAt }: Given, kid: string): Promise<number> {
  const use = (await keyUses(store, ring)).find((one) => one.kid === kid && one.isOnRing)
  const not = whyNot(use, kid)
  if (not !== null) {
    console.error(not)
    return 1
  }
  if (madeAt !== null) takeOffRing(madeAt, kid)
  console.log(
    madeAt === null
      ? `Nothing needs ${kid} any more: take it out of SEND_KEYS, destroy every copy, and start the server again.`
      : `${kid} is gone.`,
  )
  return 0
}

function whyNot(use: KeyUse | undefined, kid: string): string | null {
  if (use === undefined) return `There is no key ${kid}.`
  if (use.isCurrent) return `${kid} is the current key.`
  if (use.records + use.references === 0) return null
  return `${kid} is still needed by ${use.records} records and ${use.references} references. First: keys rotate`
}
