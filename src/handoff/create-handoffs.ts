// Joins the handoff service: the family's side, the staff's side, the outbox with its timers, and what receivers fetch.
import { USUAL, type Retained } from '../rules/retention'
import { handoffLimits } from './retention'
import type { Others } from '../store/others-port'
import { newsAmong } from './news-among'
import type { Core } from './core'
import { deliver, type Ways } from './deliver'
import { afterDead, beforeDead, runDueTimers } from './due-timers'
import { familySide } from './family-side'
import type { Handoffs, Staff } from './handoffs'
import { hubStatus, type HubAnswered } from './hub-status'
import { staffHours } from './hours-now'
import { NOBODY_ELSE } from '../store/nobody-else'
import { createWorker, type Worker } from './outbox-worker'
import { readCase, type ReadCase } from './read-case'
import { rights } from './rights'
import { destsOf } from './receivers'
import { staffChanges } from './staff-side'
import { staffReads } from './staff-reads'

export interface HandoffParts extends Pick<Core, 'store' | 'outbox' | 'ring' | 'places' | 'scrub'>, Ways {
  /** Other instances on the same store. */
  readonly others?: Others
  /** Epoch milliseconds. */
  readonly now?: () => number
  readonly random?: () => number
  /** Of one conversation; as many as it likes where it is left out. */
  readonly sharesADay?: number
  /** How long what is kept for whom; the usual periods where it is left out. */
  readonly retention?: readonly Retained[]
  /** Somebody looked up more references than an adviser may: each one too many; for the log. */
  readonly onLookUpRefused?: (staff: Staff) => void
  /** Our own failure, for the log. */
  readonly report: (error: unknown) => void
}

export interface HandoffService {
  readonly handoffs: Handoffs
  /** Started once everything listens, stopped before the store is closed. */
  readonly worker: Worker
  /** For receivers: `credential` stands behind `Bearer `. */
  readonly readCase: (credential: string, id: string) => Promise<ReadCase>
  /** What a hub says of a handoff, a Bot Framework activity. */
  readonly hubStatus: (credential: string, id: string, said: unknown) => Promise<HubAnswered>
  /** Hears no more from other instances; before the store is closed. */
  readonly stopHearing: () => void
  /** Deletes what has been kept long enough; daily or more often. */
  readonly sweep: () => Promise<number>
}

export function createHandoffs(parts: HandoffParts): HandoffService {
  const now = parts.now ?? Date.now
  const news = newsAmong(parts.others ?? NOBODY_ELSE, parts.store, parts.report)
  const { listen, present, isStaffed } = news
  const core: Core = {
    store: parts.store,
    outbox: parts.outbox,
    ring: parts.ring,
    places: parts.places,
    scrub: parts.scrub,
    news,
    now,
    isAnybodyThere: async (organisation) => news.isStaffed(organisation) || ((await parts.cards?.isAnybodyOnDuty(organisation)) ?? false),
    destsOf: (organisation) => destsOf(parts.receivers, organisation),
    chatOf: (organisation) => (parts.cards?.mayTalk(organisation) ? `teams-chat:${organisation}` : null),
    cardOf: (organisation) => (parts.cards?.isBound(organisation) ? `teams:${organisation}` : null),
    kick: () => worker.kick(),
    sharesADay: parts.sharesADay ?? Infinity,
    onLookUpRefused: parts.onLookUpRefused ?? (() => undefined),
  }
  const worker = createWorker({
    outbox: parts.outbox,
    deliver: async (delivery) => deliver(core, parts, delivery),
    onDone: async ({ kind, handoff }) => (kind === 'adviser-line' ? tellDesk(core, handoff) : undefined),
    onDying: async (delivery) => beforeDead(core, delivery),
    onDead: async (delivery) => {
      await afterDead(core, delivery)
      if (delivery.kind === 'adviser-line') await tellSender(core, parts, delivery.handoff)
    },
    tick: async () => runDueTimers(core),
    now,
    ...(parts.random ? { random: parts.random } : {}),
    report: parts.report,
  })
  return {
    handoffs: {
      ...familySide(core),
      ...staffChanges(core),
      ...staffReads(core),
      ...staffHours(core),
      ...rights(core),
      listen,
      present,
      isStaffed,
    },
    worker,
    stopHearing: news.stop,
    readCase: async (credential, id) => readCase(core, parts.receivers, credential, id),
    hubStatus: async (credential, id, said) => hubStatus(core, parts.receivers, { credential, id, said }),
    sweep: async () => sweepAll(parts, now()),
  }
}

async function sweepAll({ store, retention = USUAL }: HandoffParts, now: number): Promise<number> {
  let sum = 0
  for (const retained of retention) sum += await store.sweep(handoffLimits(retained, now))
  return sum
}

/** Who typed it in a chat program does not see the desk. */
async function tellSender({ store }: Core, { cards }: Ways, id: string): Promise<void> {
  const handoff = await store.find(id)
  if (handoff) await cards?.notDelivered(handoff)
}

/** Whether a line arrived is on the adviser's screen. */
async function tellDesk({ store, news }: Core, id: string): Promise<void> {
  const handoff = await store.find(id)
  if (handoff) news.spread(handoff.organisation, id)
}
