// What talking with a family from one's own chat in Teams needs, and whether the family has said yes to it.
import type { Case } from '../../handoff/handoffs'
import type { Handoff } from '../../rules/handoff/handoff-types'
import type { TeamsChat, TeamsStore } from '../../store/teams-port'
import { words } from '../../content/wording'
import type { Pack } from '../../content/pack'
import type { AdviceAdapter } from '../adapter'
import type { CardWords } from './queue-card'

export interface RelayParts {
  readonly adapter: Pick<AdviceAdapter, 'connectorFor'>
  readonly store: Pick<TeamsStore, 'chats' | 'putChat' | 'dropChat'>
  readonly words: CardWords
  readonly pack: Pack
  readonly now: () => number
}

/** The organisation has chosen it, in its desk of the content. */
export function isChosen({ desks }: Pick<Pack, 'desks'>, organisation: string): boolean {
  return desks.get(organisation)?.teamsChat !== undefined
}

/** The text that the family said yes to ends with who keeps what is typed in Teams, as it is worded today. */
export function isAgreed(pack: Pack, { handoff, shown }: Pick<Case, 'handoff' | 'shown'>): boolean {
  const employer = pack.desks.get(handoff.organisation)?.teamsChat?.employer
  if (employer === undefined || shown === null) return false
  const told = words(pack, 'handoff.teams-told', { voice: 'parent', vars: { employer } }).text.trim()
  return shown.split('\n').at(-1) === told
}

export function isWith({ acceptedBy, state }: Handoff, { tenant, person }: Pick<TeamsChat, 'tenant' | 'person'>): boolean {
  return acceptedBy?.id === staffId(tenant, person) && (state === 'accepted' || state === 'live')
}

/** As the desk knows the same account. */
export function staffId(tenant: string, person: string): string {
  return `entra:${tenant}:${person}`
}
