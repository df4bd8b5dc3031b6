// The page of figures: what was measured, against what, and which bars it meets. Written by `npm run bench -- --write`.
import type { Figures } from './drive'

export interface Row {
  readonly name: string
  /** One for each round. */
  readonly rounds: readonly Figures[]
}

export interface Waits {
  readonly name: string
  readonly figures: Figures
  /** Turns a second. */
  readonly rate: number
  /** Milliseconds: what 99 of 100 should be within. */
  readonly atMost: number
  readonly megabytes: number
}

/** One question after another. */
export interface Single {
  readonly name: string
  readonly figures: Figures
  /** Milliseconds from its start until it listened. */
  readonly startedIn: number
  /** In MB, before the first question, and when it had thrown away what the questions left. */
  readonly idle: number
  readonly megabytes: number
  /** Milliseconds, and what the server may take, in MB. */
  readonly medianAtMost: number
  readonly megabytesAtMost: number
}

export interface Measured {
  readonly rows: readonly Row[]
  readonly waits: readonly Waits[]
  readonly singles: readonly Single[]
  readonly machine: string
  readonly day: string
  readonly rounds: number
}

interface Bar {
  readonly what: string
  readonly ours: string
  readonly against: string
  /** Null for what is only shown beside the bars. */
  readonly atLeast: number | null
  readonly towards: number
}

export const BARS: readonly Bar[] = [
  {
    what: 'a dates turn on SQLite against the three-step waterfall with MemoryStorage, same endpoint, same delivery',
    ours: 'ours, dates, SQLite',
    against: 'three-step waterfall, MemoryStorage',
    atLeast: 0.9,
    towards: 1.5,
  },
  {
    what: 'the same turn over our own Direct Line against that waterfall with replies over HTTP',
    ours: 'ours, dates, SQLite, Direct Line',
    against: 'three-step waterfall, replies over HTTP',
    atLeast: 1.5,
    towards: 2.7,
  },
  {
    what: "the same turn over our own Direct Line against the successor SDK's bare echo with replies over HTTP",
    ours: 'ours, dates, SQLite, Direct Line',
    against: "successor SDK's echo, replies over HTTP",
    atLeast: null,
    towards: 1,
  },
  {
    what: 'a dates turn on PostgreSQL against SQLite',
    ours: 'ours, dates, PostgreSQL',
    against: 'ours, dates, SQLite',
    atLeast: 0.5,
    towards: 1,
  },
  {
    what: 'the same over Direct Line',
    ours: 'ours, dates, PostgreSQL, Direct Line',
    against: 'ours, dates, SQLite, Direct Line',
    atLeast: 0.5,
    towards: 1,
  },
]

/** The ratio of a bar, round by round, and of those the middle: a machine changes its pace from one round to the next. Null where one side was not measured. */
export function ratioOf(rows: readonly Row[], { ours, against }: Pick<Bar, 'ours' | 'against'>): number | null {
  const roundsOf = (name: string) => rows.find((row) => row.name === name)?.rounds ?? []
  const theirs = roundsOf(against)
  const ratios = roundsOf(ours).flatMap(({ perSecond }, round) => (theirs[round] ? [perSecond / theirs[round].perSecond] : []))
  return middleOf(ratios, (ratio) => ratio)
}

/** The middle one by `by`, of two the lesser. Null of none. */
function middleOf<One>(all: readonly One[], by: (one: One) => number): One | null {
  return [...all].sort((a, b) => by(a) - by(b))[Math.floor((all.length - 1) / 2)] ?? null
}

/** The round whose rate is the middle one. */
export function middleRound({ rounds }: Row): Figures {
  const middle = middleOf(rounds, ({ perSecond }) => perSecond)
  if (!middle) throw new Error('nothing was measured')
  return middle
}

export function performancePage({ rows, waits, singles, machine, day, rounds }: Measured): string {
  const line = (row: Row): string => {
    const { perSecond, median, p99, failures } = middleRound(row)
    return `| ${row.name} | ${perSecond.toFixed(0)} | ${median.toFixed(1)} | ${p99.toFixed(1)} | ${failures} |`
  }
  const bar = (one: Bar): string => {
    const ratio = ratioOf(rows, one)
    const { what, atLeast, towards } = one
    const met = ratio === null ? 'not measured' : atLeast === null ? '' : ratio >= atLeast ? 'yes' : 'NO'
    return `| ${what} | ${ratio === null ? '-' : ratio.toFixed(2)} | ${atLeast ?? ''} | ${towards} | ${met} |`
  }
  const wait = ({ name, rate, atMost, figures: { median, p99, failures }, megabytes }: Waits): string =>
    `| ${name} | ${rate.toFixed(0)} | ${median.toFixed(1)} | ${p99.toFixed(1)} | ${atMost} | ${p99 < atMost ? 'yes' : 'NO'} | ${failures} | ${megabytes.toFixed(0)} |`
  const single = ({
    name,
    figures: { median, p99, failures },
    startedIn,
    idle,
    megabytes,
    medianAtMost,
    megabytesAtMost,
  }: Single): string =>
    `| ${name} | ${(startedIn / 1000).toFixed(1)} | ${idle.toFixed(0)} | ${median.toFixed(1)} | ${medianAtMost} | ${(p99 / median).toFixed(1)} | ${megabytes.toFixed(0)} | ${megabytesAtMost} | ${median <= medianAtMost && megabytes <= megabytesAtMost ? 'yes' : 'NO'} | ${failures} |`
  return [
    '# How fast it is',
    '',
    `Written by \`npm run bench -- --write\` on ${day}, not by hand: ${rounds} rounds, each server a process of its own in turn, 16 conversations at once, the middle round counted. Server and load share the machine: ${machine}.`,
    '',
    '| what | turns a second | median, ms | 99 of 100 within, ms | failed |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(line),
    '',
    'Ratios say more than rates: the machine may be busy, but it is as busy for both. Each is the middle of the ratios of the rounds.',
    '',
    '| what | ratio | at least | towards | met |',
    '| --- | --- | --- | --- | --- |',
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
    '## One question at a time',
    '',
    'The questions of `test/open-set/questions.json`, one after another, by a server that has answered as many others before. In the full mode 99 of 100 should be within six times the median. It should listen within 2 s of its start. Memory: idle some seconds after the start, and some seconds after the last question.',
    '',
    '| what | listens after, s | idle, MB | median, ms | at most | 99 of 100 within, times the median | memory, MB | at most | met | failed |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...singles.map(single),
    '',
  ].join('\n')
}
