// Sets the stage for tests of the handoff service: a store, a clock that is moved by hand, one mediation provider and one council.
import { createHandoffs, type HandoffParts, type HandoffService } from '../../src/handoff/create-handoffs'
import type { Staff } from '../../src/handoff/handoffs'
import type { Place } from '../../src/handoff/places'
import { NO_RECEIVERS } from '../../src/handoff/receivers'
import { parseKeys } from '../../src/store/key-ring'
import { openStore } from '../../src/store/open-store'
import type { Store } from '../../src/store/port'
import type { Route } from '../../src/rules/handoff/handoff-types'
import { SHOWN, SUMMARY } from './sample-summary'

export const NOON = Date.UTC(2026, 10, 23, 12)
export const CLOSING = Date.UTC(2026, 10, 23, 17)
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const PRIYA: Staff = { id: 'staff-priya', name: 'Priya, mediation adviser', organisation: 'calm-water' }
export const TOM: Staff = { id: 'staff-tom', name: 'Tom, mediation adviser', organisation: 'calm-water' }
export const COUNCIL_OFFICER: Staff = { id: 'staff-ann', name: 'Ann, SEND officer', organisation: 'demo-council' }

const place = (organisation: string, more: Partial<Place>): Place => ({
  organisation,
  name: organisation,
  isToMediation: false,
  isCouncil: false,
  routes: ['live', 'phone', 'callback', 'email'],
  phone: null,
  email: null,
  hours: (now) => ({
    isOpen: now < CLOSING,
    closesAt: now < CLOSING ? CLOSING : null,
    opensAt: now < CLOSING ? null : CLOSING + 16 * HOUR,
  }),
  escalates: (now) => ({ againAt: now + HOUR, leadAt: now + 2 * HOUR, leadAgainAt: now + 4 * HOUR }),
  ...more,
})
export const PLACES = [place('calm-water', { isToMediation: true }), place('demo-council', { isCouncil: true })]

export const KEYS = parseKeys(`k1:${Buffer.alloc(32, 7).toString('base64')}`)

export { SHOWN, SUMMARY }

export interface Told {
  readonly conversation: string
  readonly deliveryId: string
  readonly messageId: string
  readonly vars: Readonly<Record<string, string>>
}

export interface Stage extends HandoffService {
  readonly store: Store
  /** What the family's chat was told, each delivery once. */
  readonly told: Told[]
  readonly failures: unknown[]
  readonly clock: { now: number }
  /** Moves the clock and does what is due, a second at a time where that matters. */
  readonly pass: (ms: number) => Promise<void>
}

export function setStage(parts: Partial<HandoffParts> = {}, store: Store = openStore(':memory:')): Stage {
  const clock = { now: NOON }
  const told: Told[] = []
  const failures: unknown[] = []
  const service = createHandoffs({
    store: store.handoffs,
    outbox: store.outbox,
    scrub: async () => store.scrub(),
    ring: KEYS,
    places: { of: () => PLACES, find: (id) => PLACES.find(({ organisation }) => organisation === id) ?? null },
    receivers: NO_RECEIVERS,
    tellFamily: async (conversation, _key, deliveryId, messageId, vars) => {
      if (!told.some((each) => each.deliveryId === deliveryId)) told.push({ conversation, deliveryId, messageId, vars })
    },
    mailer: null,
    noticeWords: () => null,
    cards: null,
    publicUrl: 'https://advice.example',
    loopback: 'allowed',
    now: () => clock.now,
    random: () => 0.5,
    report: (error) => failures.push(error),
    ...parts,
  })
  const pass = async (ms: number): Promise<void> => {
    clock.now += ms
    await service.worker.drain()
  }
  return { ...service, store, told, failures, clock, pass }
}

/** One that the family was offered at Calm Water and has not said yes to. */
export async function begun({ handoffs }: Pick<Stage, 'handoffs'>, route: Route, conversation: string | null): Promise<string> {
  return handoffs.begin({ council: 'demo', organisation: 'calm-water', route, conversation, packVersion: '2026.11.1' })
}

/** One that the family said yes to, in the queue. */
export async function queued(
  { handoffs }: Pick<Stage, 'handoffs'>,
  route: Route = 'live',
  contact: string | null = '07700 900123',
): Promise<string> {
  const leave = handoffs.present('calm-water')
  const id = await begun({ handoffs }, route, 'chat-1')
  const shared = await handoffs.share({ id, summary: SUMMARY, shown: SHOWN, contact, conversationKey: Buffer.alloc(32, 1) })
  leave()
  if (shared.kind !== 'shared') throw new Error(`not shared: ${shared.why}`)
  return id
}

export async function versionOf({ handoffs }: Pick<Stage, 'handoffs'>, id: string): Promise<number> {
  return (await handoffs.statusOf(id))?.version ?? 0
}

/** The messages that the family was told, in order. */
export function messagesOf({ told }: Pick<Stage, 'told'>): readonly string[] {
  return told.map(({ messageId }) => messageId.replace('handoff.', ''))
}
