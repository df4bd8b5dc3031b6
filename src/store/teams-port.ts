// The store's port for staff in Teams: which channel belongs to which organisation, who its staff are, and where their cards stand. Times are epoch milliseconds.

/** One standard channel of one team, for one organisation. With it the bot can speak there after a restart. */
export interface TeamsBinding {
  readonly organisation: string
  /** Of Microsoft Entra, where the team is. */
  readonly tenant: string
  /** `19:…@thread.tacv2`, both. */
  readonly team: string
  readonly channel: string
  readonly serviceUrl: string
  /** The bot's own id there. */
  readonly bot: string
  /** Entra's object id of who typed the code. */
  readonly boundBy: string
  readonly boundAt: number
  /** Since when the bot may not speak there any more; null while it may. */
  readonly brokenAt: number | null
}

/** Our own record of a member of staff, made when they first used the bot in their channel. */
export interface TeamsStaff {
  readonly tenant: string
  /** Entra's object id: does not change with a name. */
  readonly person: string
  readonly organisation: string
  /** What families are told: first name and role. */
  readonly name: string
  /** Tells whether the name in Teams is still the one that the record was made from. */
  readonly nameCheck: Uint8Array
  readonly onDutyUntil: number | null
}

/** 'sending': it is not known yet, or never will be, whether it came through. */
export type TeamsCard = {
  readonly handoff: string
  readonly serviceUrl: string
  readonly at: number
  /** How many cards of this case were sent, or may have been. */
  readonly sends: number
} & (
  | { readonly state: 'sending' }
  | { readonly state: 'shown'; readonly conversation: string; readonly activity: string; readonly version: number }
)

/** The chat of their own in which a member of staff talks with the family of one case. Nothing that is said stands in it. */
export interface TeamsChat {
  readonly handoff: string
  readonly tenant: string
  readonly person: string
  /** Their id and the bot's in Teams, `29:…` and `28:…`. */
  readonly user: string
  readonly bot: string
  readonly serviceUrl: string
  /** `a:…`; null before it is known. */
  readonly conversation: string | null
  /** The message with what the family shared, while it stands there. */
  readonly summary: string | null
  /** The family's last line that was brought; -1 before anything was said. */
  readonly lastSeq: number
  /** What may have come through, or not; null where that is known. */
  readonly sending: number | null
  readonly at: number
}

/** What a member of staff says is wrong with the content; nothing tells who said it. */
export interface Correction {
  readonly organisation: string
  readonly topic: string | null
  /** With names, numbers and addresses taken out. */
  readonly text: string
  readonly packVersion: string
  readonly at: number
}

export interface TeamsStore {
  /** All of them, by organisation. */
  bindings(): Promise<readonly TeamsBinding[]>
  /** In place of what the organisation, or the channel, had before; the organisation's staff are forgotten, so that their records are made again. */
  bind(binding: TeamsBinding): Promise<void>
  /** Its channel is answered at another address from now on. */
  moved(organisation: string, serviceUrl: string): Promise<void>
  /** The bot may not speak there any more; the first time counts until it is bound anew. */
  broke(organisation: string, at: number): Promise<void>
  /** A one-time code, by its hash. */
  addCode(hash: Uint8Array, organisation: string, expiresAt: number): Promise<void>
  /** The organisation of this code, once; null for one that is not good (any more). */
  redeem(hash: Uint8Array, now: number): Promise<string | null>
  /** The record of this person; null before they used the bot in their channel. */
  staff(tenant: string, person: string): Promise<TeamsStaff | null>
  /** Made once; what is there already stays, and is given. */
  addStaff(staff: TeamsStaff): Promise<TeamsStaff>
  /** It is made again when they next use the bot. */
  forgetStaff(tenant: string, person: string): Promise<void>
  /** Until when they are there for chats; null when they are not. */
  setDuty(tenant: string, person: string, until: number | null): Promise<void>
  /** Who of this organisation is there at `now`, by name. */
  onDuty(organisation: string, now: number): Promise<readonly TeamsStaff[]>
  /** The card of a case; null when there is none. */
  card(handoff: string): Promise<TeamsCard | null>
  /** In place of what was kept of this case's card. */
  putCard(card: TeamsCard): Promise<void>
  /** The case has no card any more. */
  dropCard(handoff: string): Promise<void>
  /** Where staff talk with the family of a case; one for each of them. */
  chats(handoff: string): Promise<readonly TeamsChat[]>
  /** In place of what was kept of this person's chat about this case. */
  putChat(chat: TeamsChat): Promise<void>
  /** That chat is over. */
  dropChat(chat: Pick<TeamsChat, 'handoff' | 'tenant' | 'person'>): Promise<void>
  /** Keeps what is said to be wrong. */
  addCorrection(correction: Correction): Promise<void>
  /** All of them, oldest first. */
  corrections(): Promise<readonly Correction[]>
  /** Codes that are no longer good, cards and chats of cases that are gone, and corrections from before `before`. */
  sweep(now: number, before: number): Promise<number>
}
