// Which channel belongs to which organisation, held in memory beside the store: the outbox asks at every change.
import { NOBODY_ELSE } from '../../store/nobody-else'
import type { Others } from '../../store/others-port'
import type { TeamsBinding, TeamsStore } from '../../store/teams-port'

export interface Bindings {
  /** Null where there is none, or the bot may not speak there any more. */
  of(organisation: string): TeamsBinding | null
  inChannel(tenant: string, channel: string): TeamsBinding | null
  bind(binding: TeamsBinding): Promise<void>
  /** Teams answers at another address now. */
  moved(binding: TeamsBinding, serviceUrl: string): Promise<void>
  broke(organisation: string, at: number): Promise<void>
}

/** `others`: other instances, which may link a channel too. */
export async function openBindings(store: TeamsStore, others: Pick<Others, 'hear'> = NOBODY_ELSE): Promise<Bindings> {
  let all: readonly TeamsBinding[] = await store.bindings()
  const readAgain = async (): Promise<void> => void (all = await store.bindings())
  // Where it fails now, the connection is broken, and it is read again once that is mended.
  others.hear(({ kind }) => {
    if (kind === 'teams' || kind === 'missed') readAgain().catch(() => undefined)
  })
  const afterwards = async (change: Promise<void>): Promise<void> => {
    await change
    await readAgain()
  }
  return {
    of: (organisation) => all.find((one) => one.organisation === organisation && one.brokenAt === null) ?? null,
    inChannel: (tenant, channel) => all.find((one) => one.tenant === tenant && one.channel === channel && one.brokenAt === null) ?? null,
    bind: (binding) => afterwards(store.bind(binding)),
    moved: async ({ organisation, serviceUrl }, now) => {
      if (serviceUrl !== now) await afterwards(store.moved(organisation, now))
    },
    broke: (organisation, at) => afterwards(store.broke(organisation, at)),
  }
}
