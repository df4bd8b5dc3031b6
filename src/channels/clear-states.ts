// Memory on channels that carry no key: saved at once, compare-and-set, in clear. The bot keeps only choices and dates there.
import type { StateStore } from '../bot/state-port'
import type { StateKeeper } from '../store/port'
import type { LastSaved } from './last-saved'

export interface ClearStates {
  readonly states: StateStore
  /** Reads give nothing from now on, and the next write of a key replaces what was kept under it. */
  readonly erase: () => void
}

/** The states of one conversation on one channel, named by `scope`. `last`: null where others work on the same store. */
export function clearStates(keeper: StateKeeper, scope: string, now: () => number, last: LastSaved | null = null): ClearStates {
  let isErased = false
  const version = async (key: string) => (await keeper.read(scope, key))?.version ?? null
  const states: StateStore = {
    read: async (key) => {
      const recent = isErased ? null : last?.get(scope, key)
      if (recent) return recent
      const kept = isErased ? null : await keeper.read(scope, key)
      return kept && { version: kept.version, value: Buffer.from(kept.value).toString('utf8') }
    },
    write: async (key, value, expected) => {
      const replaced = isErased ? await version(key) : expected
      last?.forget(scope, key)
      const isSaved = await keeper.write(scope, { key, value: Buffer.from(value, 'utf8'), expected: replaced }, now())
      if (isSaved) last?.set(scope, key, { value, version: (replaced ?? 0) + 1 })
      return isSaved
    },
    remove: async (key) => {
      last?.forget(scope, key)
      await keeper.write(scope, { key, value: null, expected: await version(key) }, now())
    },
  }
  return { states, erase: () => void (isErased = true) }
}
