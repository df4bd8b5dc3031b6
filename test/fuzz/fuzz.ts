// Feeds parsers and endpoints, batch by batch: each batch is made from its own number, so that a run may be broken off and go on.
import fc from 'fast-check'
import { anyAsking, startFuzzedService, failures, type FuzzedService } from './endpoints'
import { anyActivity, anyText, anyValue } from './inputs'
import { sampleOf, type Sample } from './memory'
import { faultOf, PARSERS, type Parser } from './parsers'

/** Milliseconds of processor time that one input may cost. */
export const MOST_CPU = 100
const BATCH = 200
/** Batches between two looks at the memory: taking out the garbage costs more than a batch. */
const LOOKS = 20

export interface Figures {
  /** Batches that were done. */
  batches: number
  inputs: number
  requests: number
  /** By status class: `2xx`, `4xx`, … */
  readonly statuses: Record<string, number>
  /** What was thrown, answered with 5xx, or took too long; shortened. */
  readonly faults: string[]
  slowest: { readonly ms: number; readonly what: string }
  /** What was in use, every few thousand inputs. */
  readonly memory: Sample[]
}

export function noFigures(): Figures {
  return { batches: 0, inputs: 0, requests: 0, statuses: {}, faults: [], slowest: { ms: 0, what: '' }, memory: [] }
}

const MADE = { text: anyText, value: anyValue, activity: anyActivity } as const

/** Goes on from `figures` until `count` inputs were tried, or `isStopped`. One input in ten goes to an endpoint, or the given share. */
export async function fuzz(
  figures: Figures,
  { count, seed, share = 0.1, isStopped = () => false, onBatch = () => undefined }: FuzzOptions,
): Promise<Figures> {
  const service = await startFuzzedService()
  const begun = (figures.memory.at(-1)?.process ?? 0) + 1
  try {
    await warm(service)
    while (figures.inputs + figures.requests < count && !isStopped()) {
      await batch(figures, service, seed + figures.batches, share)
      figures.batches += 1
      service.forget()
      if (figures.batches % LOOKS === 0) figures.memory.push(sampleOf(begun, figures.inputs + figures.requests))
      onBatch(figures)
    }
    return figures
  } finally {
    await service.stop()
  }
}

export interface FuzzOptions {
  readonly count: number
  readonly seed: number
  /** Of the inputs that go to endpoints: 0 to 1. */
  readonly share?: number
  readonly isStopped?: () => boolean
  readonly onBatch?: (figures: Figures) => void
}

async function batch(figures: Figures, service: FuzzedService, seed: number, share: number): Promise<void> {
  for (const [index, parser] of PARSERS.entries()) {
    const inputs = fc.sample(MADE[parser.takes] as fc.Arbitrary<unknown>, {
      numRuns: Math.ceil((BATCH * (1 - share)) / PARSERS.length),
      seed: seed * 131 + index,
    })
    for (const input of inputs) tryParser(figures, parser, input)
  }
  for (const asking of fc.sample(anyAsking, { numRuns: Math.ceil(BATCH * share), seed: seed * 131 + 130 })) {
    const before = failures.length
    const { value, ms } = await measured(async () => service.ask(asking))
    figures.requests += 1
    const status = `${Math.floor(value / 100)}xx`
    figures.statuses[status] = (figures.statuses[status] ?? 0) + 1
    const what = `${asking.method} ${asking.path} (${asking.pass})`
    if (value >= 500) figures.faults.push(`${value}: ${what} ${failures[before]?.slice(0, 500) ?? ''}`)
    note(figures, what, ms)
  }
}

function tryParser(figures: Figures, parser: Parser, input: unknown): void {
  const cost = (): number => {
    const began = process.threadCpuUsage()
    const fault = faultOf(parser, input)
    const { user, system } = process.threadCpuUsage(began)
    if (fault !== null)
      figures.faults.push(`${parser.name}: ${String(fault instanceof Error ? fault.stack : fault).slice(0, 500)} on ${short(input)}`)
    return (user + system) / 1000
  }
  figures.inputs += 1
  const first = cost()
  // Rubbish may be collected in between: what is really slow is slow each time.
  const ms = first > MOST_CPU ? Math.min(first, cost(), cost()) : first
  note(figures, parser.name, ms, input)
}

function note(figures: Figures, what: string, ms: number, input: unknown = ''): void {
  if (ms > figures.slowest.ms) figures.slowest = { ms: Math.round(ms * 10) / 10, what }
  if (ms > MOST_CPU) figures.faults.push(`${what} took ${Math.round(ms)} ms for ${short(input)}`)
}

async function measured<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = process.threadCpuUsage()
  const value = await work()
  const { user, system } = process.threadCpuUsage(began)
  return { value, ms: (user + system) / 1000 }
}

/** Loads the recogniser of dates, 20 MB, which one text in a hundred thousand does otherwise. */
const LOADS = 'the last 10 days'

/** What is compiled or loaded at the first call is no cost of an input. */
async function warm(service: FuzzedService): Promise<void> {
  const ignored = noFigures()
  for (const parser of PARSERS.filter(({ takes }) => takes === 'text')) tryParser(ignored, parser, LOADS)
  for (const parser of PARSERS)
    for (const input of fc.sample(MADE[parser.takes] as fc.Arbitrary<unknown>, { numRuns: 5, seed: 1 })) tryParser(ignored, parser, input)
  for (const asking of fc.sample(anyAsking, { numRuns: 60, seed: 1 })) await service.ask(asking)
}

function short(input: unknown): string {
  const text = JSON.stringify(input) ?? ''
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text
}
