// What the bot for staff works with.
import type { Pack } from '../../content/pack'
import type { Handoffs, Staff } from '../../handoff/handoffs'
import type { OpeningHours } from '../../rules/handoff/opening-hours'
import type { KeyRing } from '../../store/key-ring'
import type { TeamsBinding } from '../../store/teams-port'
import type { CardWords } from './queue-card'
import type { WhoMayParts } from './who-may'

export interface StaffParts extends WhoMayParts {
  readonly handoffs: Pick<
    Handoffs,
    'queueOf' | 'escalatedOf' | 'open' | 'find' | 'accept' | 'tell' | 'putBack' | 'end' | 'hoursOf' | 'isStaffed' | 'statusOf'
  >
  readonly words: CardWords
  readonly pack: Pack
  readonly ring: KeyRing
  readonly organisations: readonly StaffedDesk[]
  readonly findTopic: (text: string) => Promise<TopicFound>
  /** Whether channels of this tenant of Entra may be linked. */
  readonly mayLink: (tenant: string) => boolean
  readonly now: () => number
}

export interface StaffedDesk {
  readonly id: string
  readonly name: string
  readonly hours: OpeningHours | null
}

export interface TopicFound {
  readonly kind: 'answer' | 'clarify' | 'signpost' | 'smalltalk' | 'not-sure'
  readonly topics: readonly string[]
  /** What is said where it is a signpost or small talk. */
  readonly words: string
}

/** Somebody who may, where they said it. */
export interface Asker {
  readonly staff: Staff
  readonly binding: TeamsBinding
  /** Entra's object id. */
  readonly person: string
  readonly isInTeam: boolean
  /** The chat or thread. */
  readonly conversation: string
}
