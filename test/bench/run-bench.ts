// `npm run bench`: ours and others side by side in one run, round after round, medians and ratios; written to docs/performance.md.
import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { atFullSpeed, atRate, type Figures } from './drive'
import { middleRound, performancePage, type Row, type Single, type Waits } from './performance-page'
import { oneByOne } from './questions'
import { startPostgres, type Postgres } from '../store/postgres'
import { startOther, startOurs, type Subject } from './subjects'
import { directLine, inTheResponse, overHttp, type Dispatch } from './ways'

const WATERFALL = ['hello', 'they refused', '9 Oct 2026', 'yes']
const DATES = ['start again', 'I have a letter about my child', 'They will not do an EHC needs assessment', '9 Oct 2026', 'yes', 'no']
const MENU = ['I have a letter about my child', 'start again']
const FREE_TEXT = [
  'do we have to pay for mediation',
  'who comes to the meeting',
  'can they say no to mediation',
  'what is a certificate for',
]
const SIDE = 16

interface Case {
  readonly name: string
  readonly start: () => Promise<Subject>
  readonly way: (url: string) => Promise<{ dispatch: Dispatch; close?: () => void }>
  readonly script: readonly string[]
}

const plain = async (url: string) => ({ dispatch: inTheResponse(url) })
const line = async (url: string) => ({ dispatch: directLine(url) })

function casesOf(postgres: Postgres | null): readonly Case[] {
  const onPostgres = async (): Promise<Subject> => {
    const url = (await postgres?.newDatabase()) ?? ''
    return startOurs({ DATABASE_URL: url, TOKEN_SECRET: 'a secret for the bench only, 32 or more' })
  }
  return [
    { name: 'bare restify handler', start: () => startOther('bare'), way: plain, script: WATERFALL },
    { name: "Microsoft's echo bot", start: () => startOther('echo'), way: plain, script: WATERFALL },
    { name: 'three-step waterfall, MemoryStorage', start: () => startOther('waterfall'), way: plain, script: WATERFALL },
    { name: 'three-step waterfall, replies over HTTP', start: () => startOther('waterfall'), way: overHttp, script: WATERFALL },
    { name: "successor SDK's echo", start: () => startOther('successor'), way: plain, script: WATERFALL },
    { name: "successor SDK's echo, replies over HTTP", start: () => startOther('successor'), way: overHttp, script: WATERFALL },
    { name: 'ours, menu, SQLite', start: () => startOurs(), way: plain, script: MENU },
    { name: 'ours, dates, SQLite', start: () => startOurs(), way: plain, script: DATES },
    { name: 'ours, dates, SQLite, Direct Line', start: () => startOurs(), way: line, script: DATES },
    { name: 'ours, free text, SQLite', start: () => startOurs(), way: plain, script: FREE_TEXT },
    ...(postgres === null
      ? []
      : [
          { name: 'ours, dates, PostgreSQL', start: onPostgres, way: plain, script: DATES },
          { name: 'ours, dates, PostgreSQL, Direct Line', start: onPostgres, way: line, script: DATES },
        ]),
  ]
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
      'no-postgres': { type: 'boolean', default: false },
    },
  })
  const postgres = values['no-postgres'] ? null : await startPostgres('fsync=on')
  const cases = casesOf(postgres).filter(({ name }) => values.only === undefined || name.includes(values.only))
  const { rows, waits, singles } = await measureAll(cases, Number(values.rounds), Number(values.seconds) * 1000).finally(() =>
    postgres?.stop(),
  )
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}, Node ${process.versions.node}`
  const page = performancePage({ rows, waits, singles, machine, day: new Date().toISOString().slice(0, 10), rounds: Number(values.rounds) })
  console.log(page)
  if (values.write) writeFileSync(join(__dirname, '../../docs/performance.md'), page)
}

async function measureAll(
  cases: readonly Case[],
  rounds: number,
  milliseconds: number,
): Promise<{ readonly rows: readonly Row[]; readonly waits: readonly Waits[]; readonly singles: readonly Single[] }> {
  const figures = new Map<string, Figures[]>()
  for (let round = 1; round <= rounds; round += 1) {
    for (const one of cases) {
      const measured = await measure(one, milliseconds)
      figures.set(one.name, [...(figures.get(one.name) ?? []), measured])
      const { perSecond, median, failures } = measured
      console.log(`round ${round}: ${one.name}: ${perSecond.toFixed(0)} turns a second, median ${median.toFixed(1)} ms, ${failures} failed`)
    }
  }
  const rows: Row[] = [...figures].map(([name, all]) => ({ name, rounds: all }))
  return { rows, waits: await waitsOf(rows, milliseconds), singles: cases.length > 1 ? await singlesOf() : [] }
}

/** It has given back what it no longer needs. */
const settled = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 12_000))

async function singlesOf(): Promise<readonly Single[]> {
  const found: Single[] = []
  for (const [name, embeddings, medianAtMost, megabytesAtMost] of [
    ['with sentence vectors', 'on', 30, 380],
    ['without, the small mode', 'off', 2, 180],
  ] as const) {
    const began = performance.now()
    const subject = await startOurs({ EMBEDDINGS: embeddings })
    const startedIn = performance.now() - began
    try {
      await settled()
      const idle = subject.megabytes()
      const figures = await oneByOne(subject)
      await settled()
      found.push({ name, figures, startedIn, idle, megabytes: subject.megabytes(), medianAtMost, megabytesAtMost })
    } finally {
      await subject.stop()
    }
  }
  return found
}

async function measure({ start, way, script }: Case, milliseconds: number): Promise<Figures> {
  const subject = await start()
  try {
    const { dispatch, close } = await way(subject.url)
    try {
      return await atFullSpeed(dispatch, script, SIDE, milliseconds)
    } finally {
      close?.()
    }
  } finally {
    await subject.stop()
  }
}

/** How long people wait at half of the peak rate, where the server has worked as hard as for the peak before. */
async function waitsOf(rows: readonly Row[], milliseconds: number): Promise<readonly Waits[]> {
  const peak = (name: string): number => rows.filter((row) => row.name === name).map(middleRound)[0]?.perSecond ?? 0
  const found: Waits[] = []
  for (const [name, script, atMost] of [
    ['ours, dates, SQLite', DATES, 50],
    ['ours, free text, SQLite', FREE_TEXT, 150],
  ] as const) {
    const rate = peak(name) / 2
    if (rate === 0) continue
    const subject = await startOurs()
    try {
      await atFullSpeed(inTheResponse(subject.url), script, SIDE, milliseconds)
      found.push({
        name,
        rate,
        atMost,
        figures: await atRate(inTheResponse(subject.url), script, rate, milliseconds),
        megabytes: subject.megabytes(),
      })
    } finally {
      await subject.stop()
    }
  }
  return found
}

void main().catch((fault: unknown) => {
  console.error(fault)
  process.exitCode = 1
})
