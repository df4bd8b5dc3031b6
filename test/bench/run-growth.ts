// `npm run growth`: what a turn costs when the store holds many conversations, and what matching costs when the pack has many topics, each against few.
import { mkdtempSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contentDir } from '../../src/project-root'
import { buildPackModel } from '../../src/topic-finder'
import { atFullSpeed } from './drive'
import { madeUpTopics } from './made-up-topics'
import { prefill } from './prefill'
import { startOurs, type Subject } from './subjects'
import { directLine, type Dispatch } from './ways'

const DATES = ['start again', 'I have a letter about my child', 'They will not do an EHC needs assessment', '9 Oct 2026', 'yes', 'no']
const SIDE = 8
/** As many turns are warmed up with as are not counted: code is compiled while they run. Milliseconds. */
const WARM = 6000

const { values } = parseArgs({
  options: {
    stored: { type: 'string', default: '1000,100000' },
    topics: { type: 'string', default: '10,76,100,1000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
})
const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number)
const rounds = Number(values.rounds)
const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
const say = (line: string): void => console.log(line)

async function main(): Promise<void> {
  say(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  await stored(numbers(values.stored))
  await topics(numbers(values.topics))
}

interface Filled {
  readonly many: number
  readonly subject: Subject
  /** Milliseconds of the processors for one turn, round by round. */
  readonly costs: number[]
}

/** The servers stand side by side and are asked in turn, so that whatever else the machine does falls on all of them. */
async function stored(many: readonly number[]): Promise<void> {
  const filled: Filled[] = []
  try {
    for (const one of many) filled.push(await fill(one))
    for (const { subject } of filled) await atFullSpeed(directLine(subject.url), DATES, SIDE, WARM)
    for (let round = 0; round < rounds; round += 1) for (const one of filled) one.costs.push(await costOf(one.subject))
    const least = middle(filled[0]?.costs ?? [])
    for (const { many: held, costs } of filled)
      say(
        `${held} stored conversations: ${middle(costs).toFixed(2)} ms of processor time a turn, ${(middle(costs) / least).toFixed(2)} times`,
      )
  } finally {
    for (const { subject } of filled) await subject.stop()
  }
}

async function fill(many: number): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), 'growth-'))
  const began = performance.now()
  prefill(join(folder, 'data', 'store.db'), many, Date.now())
  say(`${many} conversations stored in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return { many, subject: await startOurs({ EMBEDDINGS: 'off' }, folder), costs: [] }
}

async function costOf(subject: Subject): Promise<number> {
  let turns = 0
  const counted: Dispatch = async () => {
    const say = await directLine(subject.url)()
    return (text) => say(text).then(() => void (turns += 1))
  }
  const before = subject.processorTime()
  const { failures } = await atFullSpeed(counted, DATES, SIDE, Number(values.seconds) * 1000)
  if (failures > 0) throw new Error(`${failures} turns failed`)
  return (subject.processorTime() - before) / turns
}

/** In turn too, once all of them are learnt and asked a first time. */
async function topics(many: readonly number[]): Promise<void> {
  if (many.length === 0) return
  const model = await buildPackModel()
  const made = many.map((one) => ({ one, ask: madeUpTopics(contentDir, model, one), costs: [] as number[] }))
  for (const { ask } of made) ask()
  for (let round = 0; round < rounds; round += 1) for (const { ask, costs } of made) costs.push(ask())
  const least = middle(made[0]?.costs ?? [])
  for (const { one, costs } of made)
    say(`${one} topics: ${middle(costs).toFixed(2)} ms to match a question by its words, ${(middle(costs) / least).toFixed(2)} times`)
}

void main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
})
