// What every part of the handoff service shares: the store behind it, and one way to make a change and let everybody know.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { changeHandoff } from '../rules/handoff/handoff-states'
import type { Announcement, Handoff, HandoffEvent, Refused } from '../rules/handoff/handoff-types'
import type { ChangePlan, ChangeResult, DueTimer, EventRow, HandoffStore, NewDelivery } from '../store/handoff-port'
import type { OutboxStore } from '../store/outbox-port'
import type { KeyRing } from '../store/key-ring'
import type { Staff } from './handoffs'
import type { News } from './news'
import { chatDelivery } from './chat-deliveries'
import type { Place, Places } from './places'

export interface Core {
  readonly store: HandoffStore
  readonly outbox: OutboxStore
  readonly ring: KeyRing
  readonly places: Places
  readonly news: News
  /** Where this organisation is told: `webhook:…`, `mail:…`, `hub:…`. */
  readonly destsOf: (organisation: string) => readonly string[]
  /** Where those who hold a case talk with its family, besides the desk: `teams-chat:…`; null where nowhere. */
  readonly chatOf: (organisation: string) => string | null
  /** Where the card of a case is: `teams:…`; null where this organisation has none. */
  readonly cardOf: (organisation: string) => string | null
  /** Whether somebody of this organisation says that they are there: at the desk, or on duty. */
  readonly isAnybodyThere: (organisation: string) => Promise<boolean>
  readonly now: () => number
  /** There is something to deliver. */
  readonly kick: () => void
  /** How many of one conversation may be shared in a day: nobody floods staff by themselves. */
  readonly sharesADay: number
  /** Somebody looked up more references than an adviser may. */
  readonly onLookUpRefused: (staff: Staff) => void
  /** Makes sure that what was deleted is gone from the store's files. */
  readonly scrub: () => Promise<void>
}

export interface Actor {
  readonly kind: EventRow['actorKind']
  readonly id: string | null
}

export const FAMILY: Actor = { kind: 'family', id: null }
export const SERVICE: Actor = { kind: 'service', id: null }

type Extras = Pick<ChangePlan, 'secrets' | 'reference' | 'line' | 'shred' | 'silence'>

export interface Wish {
  readonly actor: Actor
  /** One after the other, all or none. Chosen by the handoff as it is in the transaction. */
  readonly events: (handoff: Handoff, facts: { readonly staffHasLive: boolean }) => readonly HandoffEvent[] | Refused
  readonly extras?: Extras
  readonly timer?: DueTimer
}

/** Makes the change, then wakes the worker and the desk. */
export async function make(core: Core, id: string, { actor, events, extras, timer }: Wish): Promise<ChangeResult> {
  const now = core.now()
  const result = await core.store.change({
    id,
    now,
    ...(actor.kind === 'staff' && actor.id !== null ? { staff: actor.id } : {}),
    ...(timer ? { timer } : {}),
    decide: (handoff, facts) => {
      const chosen = events(handoff, facts)
      return 'refused' in chosen ? chosen : planOf(core, { handoff, events: chosen, actor, now, extras: extras ?? {} })
    },
  })
  if (result.kind === 'changed') {
    core.kick()
    core.news.spread(result.handoff.organisation, id)
  }
  return result
}

interface ToPlan {
  readonly handoff: Handoff
  readonly events: readonly HandoffEvent[]
  readonly actor: Actor
  readonly now: number
  readonly extras: Extras
}

function planOf(core: Core, { handoff, events, actor, now, extras }: ToPlan): ChangePlan | Refused {
  const changes: { handoff: Handoff; event: EventRow }[] = []
  const deliveries: NewDelivery[] = []
  const timers: ChangePlan['timers'][number][] = []
  let current = handoff
  for (const event of events) {
    const next = changeHandoff(current, event, now)
    if ('refused' in next) return next
    const before = current
    current = next.handoff
    const kind = event.kind === 'timer' ? `timer:${event.timer}` : event.kind === 'outcome' ? `outcome:${event.outcome}` : event.kind
    changes.push({ handoff: current, event: { kind, actorKind: actor.kind, actorHash: actorHash(core, actor) } })
    for (const announcement of next.announce) deliveries.push(...deliveriesOf(core, current, announcement))
    deliveries.push(
      ...cardDelivery(core, current, event, next.announce),
      ...chatDelivery(core, before, current, { event, line: extras.line?.source }),
    )
    timers.push(...next.timers)
  }
  return { changes, deliveries, timers, ...extras }
}

function deliveriesOf(core: Core, handoff: Handoff, announcement: Announcement): readonly NewDelivery[] {
  switch (announcement.to) {
    case 'receivers':
      return core.destsOf(handoff.organisation).map((dest) => ({ id: newId(), dest, kind: announcement.type, vars: stands(handoff) }))
    case 'family':
      if (handoff.conversation === null) return []
      return [{ id: newId(), dest: 'family', kind: announcement.message, vars: announcement.vars ?? {} }]
    case 'desk':
      return []
  }
}

/** One for each change that the card shows, under the name of what was announced. Lines of a chat are not on it. */
function cardDelivery(core: Core, handoff: Handoff, event: HandoffEvent, announce: readonly Announcement[]): readonly NewDelivery[] {
  const dest = core.cardOf(handoff.organisation)
  if (dest === null || handoff.queuedAt === null || event.kind === 'word') return []
  const announced = announce.find((one) => one.to === 'receivers')
  if (!announced && !announce.some(({ to }) => to === 'desk')) return []
  return [{ id: newId(), dest, kind: announced?.type ?? 'handoff.changed', vars: stands(handoff) }]
}

/** How it stood when it was announced. */
function stands({ version, attempt, state }: Handoff): Readonly<Record<string, unknown>> {
  return { version, attempt, state }
}

function actorHash({ ring }: Core, { id }: Actor): string | null {
  return id === null ? null : createHmac('sha256', ring.current.lookUps).update(`actor|${id}`).digest('base64url').slice(0, 22)
}

/** Somebody who can answer in a chat: at the desk, or on duty where staff may talk from their own chat program. */
export async function isThereForChat({ news, isAnybodyThere }: Core, { organisation, teamsChat }: Place): Promise<boolean> {
  return news.isStaffed(organisation) || (teamsChat !== undefined && (await isAnybodyThere(organisation)))
}

/** 22 characters base64url of 128 random bits. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** SHA-256 of a text, in hex. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
