// Brings what waits in the outbox to where it belongs, and runs the timers, until it is stopped.
import { newId } from './core'
import { createLane, type LaneParts } from './outbox-lane'

export interface WorkerParts extends Omit<LaneParts, 'random'> {
  /** Run once a second: what is due by the clock. */
  readonly tick: () => Promise<unknown>
  readonly random?: () => number
}

export interface Worker {
  start(): void
  /** Something was put into the outbox. Nothing happens before `start` and after `stop`. */
  kick(): void
  /** Everything that is due now, timers included. */
  drain(): Promise<void>
  /** Takes no more and waits for what is under way. */
  stop(): Promise<void>
}

const SECOND = 1000

export function createWorker(parts: WorkerParts): Worker {
  const owner = newId()
  const laneParts: LaneParts = { ...parts, random: parts.random ?? Math.random }
  const lanes = [createLane(laneParts, owner, 'family'), createLane(laneParts, owner, 'receivers')]
  let clock: NodeJS.Timeout | null = null
  let ticking: Promise<void> | null = null
  const work = async (): Promise<unknown> => Promise.all(lanes.map(async (lane) => lane.work()))
  const tick = async (): Promise<void> => {
    ticking ??= parts
      .tick()
      .then(() => undefined, parts.report)
      .finally(() => (ticking = null))
    await ticking
  }
  return {
    start: () => {
      clock ??= setInterval(() => void tick().then(work), SECOND)
      void work()
    },
    kick: () => {
      if (clock) void work()
    },
    drain: async () => {
      await tick()
      await work()
    },
    stop: async () => {
      if (clock) clearInterval(clock)
      clock = null
      await ticking
      await Promise.all(lanes.map(async (lane) => lane.stop()))
    },
  }
}
