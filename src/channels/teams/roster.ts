// Who belongs to a team, asked of Teams itself and believed for five minutes.
import type { TurnContext } from 'botbuilder-core'
import { TeamsInfo } from 'botbuilder/lib/teamsInfo'
import { z } from 'zod'

export interface Member {
  readonly person: string
  readonly tenant: string | null
  readonly name: string
  readonly givenName: string
  readonly isGuest: boolean
}

/** 'none': Teams says that there is no such member. 'cannot-check': Teams did not say. */
export type Membership = { readonly kind: 'member'; readonly member: Member } | { readonly kind: 'none' | 'cannot-check' }

export interface Roster {
  /** Never rejects. Only what Teams said is remembered, a failure is not. */
  memberOf(context: TurnContext, team: string): Promise<Membership>
}

const LIFE = 5 * 60_000
const KEPT = 500

const account = z.looseObject({
  aadObjectId: z.string().min(1),
  tenantId: z.string().optional(),
  name: z.string().min(1).max(300),
  givenName: z.string().max(300).optional(),
  userPrincipalName: z.string().optional(),
  userRole: z.string().optional(),
})

export function createRoster(now: () => number): Roster {
  const kept = new Map<string, { readonly membership: Membership; readonly until: number }>()
  return {
    memberOf: async (context, team) => {
      const key = JSON.stringify([team, context.activity.from.id])
      const known = kept.get(key)
      if (known && now() < known.until) return known.membership
      const membership = await ask(context, team)
      kept.delete(key)
      if (kept.size >= KEPT) kept.clear()
      if (membership.kind !== 'cannot-check') kept.set(key, { membership, until: now() + LIFE })
      return membership
    },
  }
}

async function ask(context: TurnContext, team: string): Promise<Membership> {
  try {
    const read = account.safeParse(await TeamsInfo.getTeamMember(context, team, context.activity.from.id))
    if (!read.success) return { kind: 'none' }
    const { aadObjectId: person, tenantId, name, givenName, userPrincipalName = '', userRole = '' } = read.data
    const isGuest = /guest|anonymous/i.test(userRole) || /#EXT#/i.test(userPrincipalName)
    return { kind: 'member', member: { person, tenant: tenantId ?? null, name, givenName: givenName ?? name, isGuest } }
  } catch (error) {
    return { kind: (error as { statusCode?: unknown }).statusCode === 404 ? 'none' : 'cannot-check' }
  }
}
