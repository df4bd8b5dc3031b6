// `link CODE` in a channel: from then on it gets the cards of the organisation that the code was made for.
import type { TurnContext } from 'botbuilder-core'
import { readReference } from '../../rules/handoff/reference'
import { hashLinkCode } from '../../store/link-code'
import type { StaffParts } from './staff-parts'
import { whereOf } from './where'

export interface Linker {
  /** What is said to whoever typed it. */
  link(context: TurnContext, typed: string): Promise<string>
}

const TRIES = 5
const HOUR = 60 * 60_000

export function createLinker(parts: StaffParts): Linker {
  const wrong = new Map<string, number[]>()
  const { tell } = parts.words
  return {
    link: async (context, typed) => {
      const { tenant, team, channel, person } = whereOf(context.activity)
      if (tenant === null || team === null || channel === null || person === null) return tell('link-in-channel')
      if (!parts.mayLink(tenant)) return tell('link-tenant')
      const recent = (wrong.get(tenant) ?? []).filter((at) => at > parts.now() - HOUR)
      if (recent.length >= TRIES) return tell('link-too-many')
      const membership = await parts.roster.memberOf(context, team)
      if (membership.kind === 'cannot-check') return tell('refused-cannot-check')
      if (membership.kind !== 'member' || membership.member.person !== person) return tell('refused-not-member')
      if (membership.member.isGuest) return tell('refused-guest')
      const read = readReference(typed)
      if (read.kind === 'wrong-check-digit') return tell('link-check')
      const digits = read.kind === 'digits' ? read.digits : ''
      const organisation = await parts.store.redeem(hashLinkCode(parts.ring, digits), parts.now())
      const desk = parts.organisations.find(({ id }) => id === organisation)
      if (organisation === null || !desk) {
        wrong.set(tenant, [...recent, parts.now()])
        return tell('link-wrong')
      }
      const { serviceUrl, recipient } = context.activity
      const place = { tenant, team, channel, serviceUrl, bot: recipient.id }
      await parts.bindings.bind({ organisation, ...place, boundBy: person, boundAt: parts.now(), brokenAt: null })
      return tell('linked', { organisation: desk.name })
    },
  }
}
