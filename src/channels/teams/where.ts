// Where in Teams an activity comes from, and from whom, as far as it can be believed.
import type { Activity } from 'botframework-schema'
import { z } from 'zod'

export interface Where {
  /** Whether it was said in a channel of a team, for all of them to read. */
  readonly isInTeam: boolean
  /** Null wherever it is missing, or the activity contradicts itself. */
  readonly tenant: string | null
  readonly team: string | null
  readonly channel: string | null
  /** Entra's object id of the sender. */
  readonly person: string | null
}

const named = z.looseObject({ id: z.string().min(1).max(300) })
const channelData = z.looseObject({ tenant: named.optional(), team: named.optional(), channel: named.optional() })
const id = z.string().min(1).max(300)

export function whereOf({ conversation, from, channelData: given }: Partial<Activity>): Where {
  const data = channelData.safeParse(given ?? {}).data ?? {}
  const inChannel = (conversation?.id ?? '').split(';')[0] ?? ''
  const isInTeam = data.team !== undefined || conversation?.conversationType === 'channel'
  return {
    isInTeam,
    tenant: agreed(conversation?.tenantId, data.tenant?.id),
    team: data.team?.id ?? null,
    channel: isInTeam ? agreed(inChannel, data.channel?.id) : null,
    person: id.safeParse(from?.aadObjectId).data ?? null,
  }
}

/** What is given at least once, and the same where it is given twice. */
function agreed(first: string | undefined, second: string | undefined): string | null {
  const given = [first, second].filter((one) => one !== undefined && one !== '')
  return new Set(given).size === 1 ? (given[0] ?? null) : null
}
