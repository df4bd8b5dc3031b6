// The editions of the pack that are loaded: the one that is live, and those that open conversations began with.
import type { Pack } from '../pack'
import { editionOf } from './edition'
import { readVersion, readVersions, versionsIn, type OverlayVersion } from './read-overlay'
import type { Withdrawal } from './shapes'

export interface Editions {
  /** Always the pack as it is now: what it holds changes in one step, between two turns. */
  readonly live: Pack
  /** The edition that a conversation began with, while it is loaded, else the live one. */
  readonly of: (version: string | undefined) => Pack
  /** Whether what a conversation began with was recalled since: it is told so, and begins again. */
  readonly isRecalled: (version: string | undefined) => boolean
  /** Reads what was published since. True when something is new. @throws PackFaults, and what is live stays live */
  readonly refresh: () => boolean
}

/** A conversation is kept so long after its last turn, in milliseconds; so is the edition that it began with. */
const KEPT = 24 * 3_600_000

interface Loaded {
  readonly number: number
  readonly pack: Pack
  usedAt: number
}

/** The editions of one pack without an overlay, for tests and commands. */
export function onlyEdition(pack: Pack): Editions {
  return { live: pack, of: () => pack, isRecalled: () => false, refresh: () => false }
}

/** Reads the overlay in `dir`: the newest version is live. @throws PackFaults when a version is not what was published or does not fit */
export function openEditions(base: Pack, dir: string, now: () => number = Date.now): Editions {
  const withdrawn = new Map<string, Withdrawal>()
  const loaded = new Map<string, Loaded>()
  const recalls: number[] = []
  let seen: readonly OverlayVersion[] = readVersions(dir)

  const load = (version: OverlayVersion | null, usedAt: number): Loaded => {
    const pack = editionOf(base, version, withdrawn)
    const one = { number: version?.manifest.number ?? 0, pack, usedAt }
    loaded.set(pack.version, one)
    return one
  }
  const note = (version: OverlayVersion | undefined): void => {
    if (!version) return
    if (version.manifest.recall) recalls.push(version.manifest.number)
    withdrawn.clear()
    for (const [id, one] of version.withdrawn) withdrawn.set(id, one)
  }
  const forget = (): void => {
    for (const [version, { usedAt }] of loaded) if (version !== live.pack.version && usedAt + KEPT < now()) loaded.delete(version)
  }

  seen.forEach(note)
  let live = load(seen.at(-1) ?? null, now())
  for (const [at, version] of [null, ...seen].entries()) {
    const replacedAt = Date.parse(seen[at]?.manifest.at ?? '')
    if (replacedAt + KEPT > now()) tryLoad(() => load(version, replacedAt))
  }
  return {
    live: alwaysLive(base, () => live.pack),
    of: (version) => {
      const found = loaded.get(version ?? '') ?? live
      found.usedAt = now()
      return found.pack
    },
    isRecalled: (version) => {
      const began = Number(version?.split('+')[1] ?? 0)
      return version !== undefined && recalls.some((number) => number > began)
    },
    refresh: () => {
      forget()
      const fresh = versionsIn(dir).filter((number) => number > live.number)
      if (fresh.length === 0) return false
      const read = fresh.map((number) => readVersion(dir, number))
      const last = read.at(-1) ?? null
      const next = load(last, now())
      live.usedAt = now()
      seen = [...seen, ...read]
      read.forEach(note)
      live = next
      return true
    },
  }
}

/** An old edition that does not fit a newer content/ any more is left out: its conversations go on with the live one. */
function tryLoad(load: () => unknown): void {
  try {
    load()
  } catch {
    // said nowhere: nothing of it is shown to anybody
  }
}

/** A pack whose every part is looked up when it is asked for. */
function alwaysLive(base: Pack, live: () => Pack): Pack {
  const parts = Object.keys({ ...base }) as (keyof Pack)[]
  return Object.defineProperties({}, Object.fromEntries(parts.map((part) => [part, { enumerable: true, get: () => live()[part] }]))) as Pack
}
