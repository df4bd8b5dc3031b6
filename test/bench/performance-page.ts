// The page of figures: what was measured, against what, and which bars it meets. Written by `npm run bench -- --write`.
import type { Figures } from './drive'

export interface Row {
  readonly name: string
  readonly figures: Figures
}

export interface Waits extends Row {
  /** Turns a second. */
  readonly rate: number
  /** Milliseconds: what 99 of 100 should be within. */
  readonly atMost: number
  readonly megabytes: number
}

export interface Measured {
  readonly rows: readonly Row[]
  readonly waits: readonly Waits[]
  readonly machine: string
  readonly day: string
  readonly rounds: number
}

interface Bar {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly atLeast: number
}

export const BARS: readonly Bar[] = [
  {
    what: 'a dates turn on SQLite against the three-step waterfall with MemoryStorage, same endpoint, same delivery',
    ours: 'ours, dates, SQLite',
    against: 'three-step waterfall, MemoryStorage',
    atLeast: 0.9,
  },
  {
    what: 'the same turn over our own Direct Line against that waterfall with replies over HTTP',
    ours: 'ours, dates, SQLite, Direct Line',
    against: 'three-step waterfall, replies over HTTP',
    atLeast: 1.5,
  },
  {
    what: "the same turn over our own Direct Line against the successor SDK's bare echo",
    ours: 'ours, dates, SQLite, Direct Line',
    against: "successor SDK's echo",
    atLeast: 1,
  },
  { what: 'a dates turn on PostgreSQL against SQLite', ours: 'ours, dates, PostgreSQL', against: 'ours, dates, SQLite', atLeast: 0.5 },
]

/** The ratio of a bar; null where one side was not measured. */
export function ratioOf(rows: readonly Row[], { ours, against }: Bar): number | null {
  const rate = (name: string): number | undefined => rows.find((row) => row.name === name)?.figures.perSecond
  const [mine, theirs] = [rate(ours), rate(against)]
  return mine === undefined || theirs === undefined ? null : mine / theirs
}

export function performancePage({ rows, waits, machine, day, rounds }: Measured): string {
  const line = ({ name, figures: { perSecond, median, p99, failures } }: Row): string =>
    `| ${name} | ${perSecond.toFixed(0)} | ${median.toFixed(1)} | ${p99.toFixed(1)} | ${failures} |`
  const bar = (one: Bar): string => {
    const ratio = ratioOf(rows, one)
    const met = ratio === null ? 'not measured' : ratio >= one.atLeast ? 'yes' : 'NO'
    return `| ${one.what} | ${ratio === null ? '-' : ratio.toFixed(2)} | ${one.atLeast} | ${met} |`
  }
  const wait = ({ name, rate, atMost, figures: { median, p99, failures }, megabytes }: Waits): string =>
    `| ${name} | ${rate.toFixed(0)} | ${median.toFixed(1)} | ${p99.toFixed(1)} | ${atMost} | ${p99 < atMost ? 'yes' : 'NO'} | ${failures} | ${megabytes.toFixed(0)} |`
  return [
    '# How fast it is',
    '',
    `Written by \`npm run bench -- --write\` on ${day}, not by hand: ${rounds} rounds, each server a process of its own in turn, 16 conversations at once, the middle round counted. Server and load share the machine: ${machine}.`,
    '',
    '| what | turns a second | median, ms | 99 of 100 within, ms | failed |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(line),
    '',
    'Ratios say more than rates: the machine may be busy, but it is as busy for both.',
    '',
    '| what | ratio | bar | met |',
    '| --- | --- | --- | --- |',
    ...BARS.map(bar),
    '',
    '## Waiting at half the peak rate',
    '',
    'By a server that has just worked at its peak for as long: one that has begun a moment ago is slower at first.',
    '',
    '| what | turns a second | median, ms | 99 of 100 within, ms | bar, ms | met | not taken | memory, MB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...waits.map(wait),
    '',
  ].join('\n')
}
