// What is counted while the service runs, for Prometheus. Labels are words of our own tables: nothing that a person typed, no id, no address.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Log } from './log'

/** What is looked up when somebody reads the figures. */
export interface Readings {
  /** Pages that are connected now. */
  readonly openSockets: () => number
  readonly runningTurns: () => number
  /** Deliveries that wait. */
  readonly outboxWaiting: () => Promise<number>
  /** Cases that wait for somebody, by organisation. */
  readonly queues: () => Promise<ReadonlyMap<string, number>>
  /** Days that the list of bank holidays still reaches. */
  readonly bankHolidaysLeft: () => number
}

export interface Metrics {
  /** The same log; what is written to it is counted as well. */
  readonly log: Log
  /** Counts a message of the bot by its kind, as in `channelData.advice`. */
  said(kind: string): void
  /** What readings are taken from, once it is there. */
  read(readings: Readings): void
  /** The figures as Prometheus reads them. */
  text(): Promise<string>
  readonly contentType: string
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** `kinds`: the kinds of message that are told apart; any other counts as 'other'. */
export function createMetrics(log: Log, kinds: readonly string[]): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const turns = new Histogram({
    name: 'send_turn_seconds',
    help: 'How long turns of the conversation take.',
    labelNames: ['channel', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const messages = new Counter({
    name: 'send_messages_total',
    help: 'Messages said, by kind: crisis cards, answers, not sure and so on.',
    labelNames: ['kind'],
    registers,
  })
  const failures = new Counter({ name: 'send_failures_total', help: 'Failures of our own.', labelNames: ['place'], registers })
  const refusals = new Counter({ name: 'send_refused_total', help: 'Requests refused.', labelNames: ['status', 'why'], registers })
  const lookUps = new Counter({ name: 'send_look_ups_refused_total', help: 'References that staff looked up beyond the limit.', registers })
  let readings: Readings | null = null
  readGauges(registry, () => readings)
  return {
    log: {
      ...log,
      event: (name, fields) => {
        const said = fields as Readonly<Record<string, string | number>>
        if (name === 'turn')
          turns.observe({ channel: said['channel'] ?? 'other', outcome: said['outcome'] ?? 'done' }, Number(said['ms']) / 1000)
        if (name === 'refused') refusals.inc({ status: said['status'] ?? 0, why: said['why'] ?? 'unknown' })
        if (name === 'look-up-refused') lookUps.inc()
        log.event(name, fields)
      },
      failure: (place, error) => {
        failures.inc({ place })
        return log.failure(place, error)
      },
    },
    said: (kind) => messages.inc({ kind: kinds.includes(kind) ? kind : 'other' }),
    read: (from) => void (readings = from),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

function readGauges(registry: Registry, readings: () => Readings | null): void {
  const gauge = (name: string, help: string, read: (from: Readings) => number | Promise<number>): void => {
    const one: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => {
        const from = readings()
        if (from !== null) one.set(await read(from))
      },
    })
  }
  gauge('send_open_sockets', 'Pages connected now.', (from) => from.openSockets())
  gauge('send_running_turns', 'Turns under way now.', (from) => from.runningTurns())
  gauge('send_outbox_waiting', 'Deliveries that wait.', (from) => from.outboxWaiting())
  gauge('send_bank_holidays_left_days', 'Days that the list of bank holidays still reaches.', (from) => from.bankHolidaysLeft())
  gauge('send_resident_bytes', 'Memory in use.', () => process.memoryUsage.rss())
  const queues: Gauge = new Gauge({
    name: 'send_queue_depth',
    help: 'Cases that wait for somebody.',
    labelNames: ['organisation'],
    registers: [registry],
    collect: async () => {
      queues.reset()
      for (const [organisation, depth] of (await readings()?.queues()) ?? []) queues.set({ organisation }, depth)
    },
  })
}
