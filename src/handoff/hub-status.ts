// What a hub answers to `handoff.initiate`: the Bot Framework's `handoff.status` moves the same states that staff at the desk move.
import { z } from 'zod'
import type { Accepter, HubStatus } from '../rules/handoff/handoff-types'
import { make, type Core } from './core'
import { organisationOf } from './read-case'
import type { Receivers } from './receivers'

export type HubAnswered = 'done' | 'refused' | 'not-a-status' | 'not-authenticated' | 'unknown'

/** Anything else in the activity is the hub's own. */
const activity = z.object({
  type: z.literal('event'),
  name: z.literal('handoff.status'),
  value: z.object({ state: z.enum(['accepted', 'completed', 'failed']) }),
})

/** `credential` as it stands behind `Bearer `, of a receiver that is a hub. The same answer again is no refusal. Families hear the organisation's name, never the hub's words. */
export async function hubStatus(
  core: Core,
  receivers: Receivers,
  { credential, id, said }: { readonly credential: string; readonly id: string; readonly said: unknown },
): Promise<HubAnswered> {
  const organisation = organisationOf(receivers, credential)
  if (organisation === null || !receivers.get(organisation)?.hub) return 'not-authenticated'
  const handoff = await core.store.find(id)
  if (handoff?.organisation !== organisation || handoff.consentedAt === null) return 'unknown'
  const read = activity.safeParse(said)
  if (!read.success) return 'not-a-status'
  const staff: Accepter = { id: `hub:${organisation}`, name: core.places.find(organisation)?.name ?? organisation }
  const status: HubStatus = read.data.value.state
  const result = await make(core, id, {
    actor: { kind: 'hub', id: staff.id },
    events: ({ acceptedBy }) =>
      // What one of the staff took at the desk is theirs.
      acceptedBy !== null && acceptedBy.id !== staff.id ? { refused: 'not-yours' } : [{ kind: 'hub-status', status, staff }],
  })
  if (result.kind === 'changed') return 'done'
  return result.kind === 'refused' && isThere(result.handoff, status, staff) ? 'done' : 'refused'
}

function isThere({ state, acceptedBy }: { state: string; acceptedBy: Accepter | null }, status: HubStatus, { id }: Accepter): boolean {
  if (acceptedBy?.id !== id) return false
  return { accepted: ['accepted', 'live'], completed: ['ended'], failed: ['failed'] }[status].includes(state)
}
