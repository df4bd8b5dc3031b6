// What the talk asks of whoever passes things on to people: the family's side of a handoff. Handed in by the composition root.
import type { Handoff, HandoffState, Route } from '../src/rules/handoff/handoff-types'
import type { Summary } from '../src/rules/handoff/summary'
import type { Now } from '../src/rules/deadlines/types'

/** One organisation that a family of this council can be put in touch with. */
export interface Offered {
  readonly organisation: string
  readonly name: string
  /** A handoff to a mediation provider is not contact with the adviser (SEND Regs 2014 reg 33). */
  readonly isToMediation: boolean
  readonly isCouncil: boolean
  /** Where staff may talk from Microsoft Teams: who keeps what is typed there and may read it, and whether that is the council. */
  readonly teamsChat?: { readonly employer: string; readonly isCouncil: boolean }
  /** Routes that can be taken now; 'live' only while a person is there. */
  readonly routes: readonly Route[]
  readonly isOpen: boolean
  /** Epoch milliseconds. */
  readonly closesAt: number | null
  readonly opensAt: number | null
  readonly phone: string | null
}

export interface Sharing {
  readonly id: string
  readonly summary: Summary
  readonly shown: string
  readonly contact: string | null
  readonly conversationKey: Uint8Array | null
}

export interface People {
  offers(council: string | null): Promise<readonly Offered[]>
  begin(request: {
    readonly council: string
    readonly organisation: string
    readonly route: Route
    readonly conversation: string | null
    /** The edition of the pack that this conversation is told. */
    readonly packVersion: string
  }): Promise<string>
  share(
    request: Sharing,
  ): Promise<
    | { readonly kind: 'shared'; readonly reference: string; readonly state: HandoffState }
    | { readonly kind: 'refused'; readonly why: string }
  >
  statusOf(id: string): Promise<Handoff | null>
  hearFamily(id: string, word: { readonly source: string; readonly text: string }): Promise<'relayed' | 'not-live'>
  decline(id: string): Promise<boolean>
  withdraw(id: string, why: 'withdrawn' | 'erased' | 'family-left'): Promise<boolean>
  /** Where what was shared can be deleted later, from any device; left out where there is no such page. */
  eraseLink?(id: string): string
  /** The day and time of day in Europe/London at a moment in epoch milliseconds. */
  londonAt(moment: number): Now
}

/** Where nobody can be reached through this service: the terminal, and tests that do not ask for more. */
export const NOBODY: People = {
  offers: async () => [],
  begin: async () => '',
  share: async () => ({ kind: 'refused', why: 'unknown' }),
  statusOf: async () => null,
  hearFamily: async () => 'not-live',
  decline: async () => false,
  withdraw: async () => false,
  londonAt: () => {
    throw new Error('nobody is open or closed here')
  },
}
