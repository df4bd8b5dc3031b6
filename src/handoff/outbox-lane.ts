// One lane of the worker: so many deliveries at once, the next as soon as one is through, so that a slow receiver does not hold up the others.
import type { Delivery, Lane, OutboxStore } from '../store/outbox-port'
import { nextTry } from './back-off'
import { TryAgain, Undeliverable } from './delivery-faults'

export interface LaneParts {
  readonly outbox: OutboxStore
  /** Resolves when it was taken; a repeat of the same id must do no harm. Throws Undeliverable, TryAgain or anything else (tried again). */
  readonly deliver: (delivery: Delivery) => Promise<void>
  readonly onDone: (delivery: Delivery) => Promise<void>
  /** Before it is given up; perhaps more than once. */
  readonly onDying: (delivery: Delivery) => Promise<void>
  readonly onDead: (delivery: Delivery) => Promise<void>
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
  /** Our own failure: the store, or a mistake of ours. */
  readonly report: (error: unknown) => void
}

export interface OutboxLane {
  /** Works until nothing is due; a call while it works makes it look again. Never rejects. */
  work(): Promise<void>
  /** Takes no more; resolves when what is under way is through. */
  stop(): Promise<void>
}

/** Longer than the slowest delivery may take. The family's chat is our own. */
const LEASES: Readonly<Record<Lane, number>> = { family: 15_000, receivers: 60_000 }
const AT_ONCE = 16

export function createLane(parts: LaneParts, owner: string, lane: Lane): OutboxLane {
  const active = new Set<Promise<void>>()
  let running: Promise<void> | null = null
  let isStopped = false
  let wake = (): void => undefined
  const claim = async (): Promise<readonly Delivery[]> =>
    isStopped || active.size >= AT_ONCE
      ? []
      : parts.outbox.claim(owner, { now: parts.now(), leaseMs: LEASES[lane], limit: AT_ONCE - active.size, lane })
  const run = async (): Promise<void> => {
    for (;;) {
      const woken = new Promise<void>((resolve) => (wake = resolve))
      for (const delivery of await claim()) {
        const one = bring(parts, owner, delivery)
          .catch(parts.report)
          .finally(() => active.delete(one))
        active.add(one)
      }
      if (active.size === 0) return
      await Promise.race([woken, ...active])
    }
  }
  const work = async (): Promise<void> => {
    wake()
    running ??= run()
      .catch(parts.report)
      .finally(() => (running = null))
    return running
  }
  return {
    work,
    stop: async () => {
      isStopped = true
      await running
    },
  }
}

async function bring(parts: LaneParts, owner: string, delivery: Delivery): Promise<void> {
  try {
    await parts.deliver(delivery)
  } catch (error) {
    return failed(parts, owner, delivery, error)
  }
  if (await parts.outbox.done(delivery.id, owner, parts.now())) await parts.onDone(delivery)
}

async function failed(parts: LaneParts, owner: string, delivery: Delivery, error: unknown): Promise<void> {
  const now = parts.now()
  const isKnown = error instanceof Undeliverable || error instanceof TryAgain
  if (!isKnown) parts.report(error)
  const code = isKnown ? error.code : 'failed'
  const nextAt = error instanceof Undeliverable ? null : nextTry(delivery, now, parts.random())
  const asked = error instanceof TryAgain ? now + error.wait : now
  if (nextAt !== null) return void (await parts.outbox.again(delivery.id, owner, Math.max(nextAt, asked), code))
  await parts.onDying(delivery)
  if (await parts.outbox.dead(delivery.id, owner, code, now)) await parts.onDead(delivery)
}
