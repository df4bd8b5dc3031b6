// Joins the figures for operations to where they are read: the store's queue and outbox, the channels, and the pack's age.
import { createMetricsEndpoint } from './channels/metrics-endpoint'
import type { DirectLine } from './channels/direct-line/direct-line'
import type { MessagesEndpoint } from './channels/messages-endpoint'
import { londonNow } from './clock'
import type { Config } from './config'
import type { Pack } from './content/pack'
import type { Metrics } from './metrics'
import { daysBetween } from './rules/calendar-date'
import type { Store } from './store/port'

export interface MetricsParts {
  readonly config: Config
  readonly pack: Pack
  readonly store: Store
  readonly directLine: DirectLine
  readonly messages: MessagesEndpoint
}

/** The endpoint of the figures, reading from these parts. */
export function openMetrics(metrics: Metrics, parts: MetricsParts): ReturnType<typeof createMetricsEndpoint> {
  const { config, pack, store, directLine, messages } = parts
  metrics.read({
    openSockets: () => directLine.openSockets,
    runningTurns: () => directLine.runningTurns + messages.runningTurns,
    outboxWaiting: () => store.outbox.pending(),
    queues: () => queuesOf(pack, store),
    bankHolidaysLeft: () => daysBetween(londonNow().today, pack.bankHolidays.until),
  })
  return createMetricsEndpoint({
    log: metrics.log,
    token: config.METRICS_TOKEN ?? null,
    text: metrics.text,
    contentType: metrics.contentType,
  })
}

async function queuesOf(pack: Pack, { handoffs }: Store): Promise<ReadonlyMap<string, number>> {
  const organisations = [...pack.desks.keys()]
  const open = await Promise.all(organisations.map((organisation) => handoffs.openAt(organisation)))
  return new Map(organisations.map((organisation, place) => [organisation, waitingIn(open[place] ?? [])]))
}

function waitingIn(open: readonly { readonly state: string }[]): number {
  return open.filter(({ state }) => state === 'queued').length
}
