// The server's housekeeping, and how it ends: nothing new is taken, what was begun is finished.
import type { CapturedConsole } from '../log-console'
import type { Log } from '../log'
import { parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import { lastDayKept, USUAL, type Retained } from '../rules/retention'
import type { Store } from '../store/port'
import type { DirectLine } from './direct-line/direct-line'
import type { MessagesEndpoint } from './messages-endpoint'
import type { EdgeServer } from './server'
import { within } from '../within'

const TICK = 25_000
const SWEEP_EVERY = 10 * 60_000
/** Running turns get this long; then the stop goes on all the same. Unanswered messages are kept and answered after the next start. */
const DRAIN_LIMIT = 8000

export interface RunningParts {
  readonly edge: EdgeServer
  readonly directLine: DirectLine
  readonly messages: MessagesEndpoint
  /** What else works beside the channels, and is stopped before the store is closed. */
  readonly besides?: readonly Beside[]
  readonly store: Store
  readonly retention?: readonly Retained[]
  readonly log: Log
  readonly console?: CapturedConsole
  readonly now?: () => number
}

export interface Beside {
  /** Deletes what has been kept long enough. */
  readonly sweep?: () => Promise<unknown>
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<void>
}

export interface Running {
  /** True from the moment the stop began. */
  readonly isStopping: boolean
  /** Drains and closes everything. True when nothing had to be cut off. The same stop for everybody who asks. */
  stop(): Promise<boolean>
}

/** Sweeps at once and from then on, pings open pages, and knows how to stop. */
export function keepRunning(parts: RunningParts): Running {
  const timers = [setInterval(() => tick(parts), TICK), setInterval(() => void sweep(parts), SWEEP_EVERY)]
  for (const timer of timers) timer.unref()
  void sweep(parts)
  let stopping: Promise<boolean> | null = null
  return {
    get isStopping() {
      return stopping !== null
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      return (stopping ??= stopAll(parts))
    },
  }
}

function tick({ directLine, console }: RunningParts): void {
  directLine.tick()
  console?.report()
}

async function sweep({ store, besides = [], retention = USUAL, log, now = Date.now }: RunningParts): Promise<void> {
  try {
    for (const beside of besides) await beside.sweep?.()
    for (const { whose, periods } of retention) {
      const today = dayOf(now())
      const more = { whose, countsUntil: lastDayKept(today, periods.events) }
      log.event('swept', await store.sweep(now() - periods.conversation, lastDayKept(today, periods.questions), more))
    }
  } catch (error) {
    log.failure('sweep', error)
  }
}

/** The day of a moment, in UTC: an hour more or less does not matter to what goes after 90 days. */
function dayOf(moment: number): CalendarDate {
  const day = parseCalendarDate(new Date(moment).toISOString().slice(0, 10))
  if (day === null) throw new Error('The clock of this machine is outside the years 1900 to 2199')
  return day
}

async function stopAll(parts: RunningParts): Promise<boolean> {
  const { edge, directLine, messages, besides = [], store, log } = parts
  const began = Date.now()
  log.event('stopping', { sockets: directLine.openSockets, turns: directLine.runningTurns + messages.runningTurns })
  const stopped = besides.map(async (beside) => beside.stop())
  const isClean = await within(DRAIN_LIMIT, Promise.all([edge.close(), messages.drain(), directLine.drain(), ...stopped]))
  edge.restify.server.closeAllConnections()
  await store.close().catch((error: unknown) => log.failure('store', error))
  parts.console?.report()
  log.event('stopped', { clean: isClean, ms: Date.now() - began })
  return isClean
}
